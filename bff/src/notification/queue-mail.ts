import { emailSchema, newId } from '@plaza/contracts';
import { type Query, toJson } from '../platform/query.ts';
import type { QueueableMail } from './define-mail.ts';

/**
 * Queues a mail in the caller's transaction: it is sent when that commits, and only then. After the commit ring
 * `services.mailWaker.wake()`, or it leaves with the next look at the queue.
 * @param input.dedupeKey what it is about and for whom, without anything personal; a second mail with the same key is
 *   not queued
 * @throws when recipient or data are not what they have to be: a bug of the caller
 */
export async function queueMail<Data>(
  query: Query,
  mail: QueueableMail<Data>,
  input: { to: string; data: Data; dedupeKey: string; now: Date },
): Promise<void> {
  const now = input.now.toISOString();
  const expiresAt =
    mail.validForMs === null ? null : new Date(input.now.getTime() + mail.validForMs).toISOString();
  await query`
    insert into mail (id, dedupe_key, template, recipient, data, priority, next_attempt_at, expires_at, created_at)
    values (${newId()}, ${`${mail.name}:${input.dedupeKey}`}, ${mail.name}, ${emailSchema.parse(input.to)},
      ${toJson(mail.encode(input.data))}::jsonb, ${mail.isUrgent ? 0 : 1}, ${now}::timestamptz,
      ${expiresAt}::timestamptz, ${now}::timestamptz)
    on conflict (dedupe_key) do nothing`;
}
