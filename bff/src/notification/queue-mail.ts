import { emailSchema, newId } from '@plaza/contracts';
import { type Query, toJson } from '../platform/query.ts';
import type { QueueableMail } from './define-mail.ts';

interface MailToQueue<Data> {
  data: Data;
  /** What it is about and for whom, without anything personal. A second mail with the same key is not queued. */
  dedupeKey: string;
  now: Date;
}

/**
 * Queues a mail in the caller's transaction: it is sent when that commits, and only then. After the commit ring
 * `services.mailWaker.wake()`, or it leaves with the next look at the queue, two seconds later.
 * @throws when recipient or data are not what they have to be: a bug of the caller
 */
export async function queueMail<Data>(
  query: Query,
  mail: QueueableMail<Data>,
  input: MailToQueue<Data> & { to: string },
): Promise<void> {
  await query`select queue_mail(${toJson(encodeMail(mail, input))}::jsonb, ${emailSchema.parse(input.to)})`;
}

/** A mail as the database's function `queue_mail` takes it, for functions that queue one themselves. */
export function encodeMail<Data>(mail: QueueableMail<Data>, { data, dedupeKey, now }: MailToQueue<Data>) {
  return {
    id: newId(),
    template: mail.name,
    dedupeKey: `${mail.name}:${dedupeKey}`,
    data: mail.encode(data),
    priority: mail.isUrgent ? 0 : 1,
    createdAt: now.toISOString(),
    expiresAt: mail.validForMs === null ? null : new Date(now.getTime() + mail.validForMs).toISOString(),
  };
}
