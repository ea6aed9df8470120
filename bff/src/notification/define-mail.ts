import type { z } from 'zod';
import type { Services } from '../platform/services.ts';
import type { MailContent } from './layout/mail-content.ts';

interface MailDefinition<Schema extends z.ZodType> {
  /** Stored with every mail of its kind: renaming one needs a migration. */
  name: string;
  /** What is kept until the mail is sent: ids rather than copies, which are read when it is written. */
  data: Schema;
  /** Holds a code or a link that opens something: its data are erased as soon as it is sent. */
  isSensitive?: boolean;
  /** Somebody waits in front of a screen: goes ahead of the others. */
  isUrgent?: boolean;
  /** Not sent any more when it is older than this. */
  validForMs?: number;
  /** Writes the mail. Throws when it cannot be written now; it is tried again like one that could not be sent. */
  compose(services: Services, data: z.output<Schema>): MailContent | Promise<MailContent>;
}

/** A kind of mail as the sending side needs it. */
export interface MailTemplate {
  name: string;
  isSensitive: boolean;
  compose(services: Services, stored: unknown): Promise<MailContent>;
}

/** A kind of mail as its domain queues it. */
export interface QueueableMail<Data> extends MailTemplate {
  isUrgent: boolean;
  validForMs: number | null;
  /** The data as they are stored. Throws when they are not what the schema says. */
  encode(data: Data): unknown;
}

/** One kind of mail. List it in `mails.ts`, so that it can be sent. */
export function defineMail<Schema extends z.ZodType>(
  definition: MailDefinition<Schema>,
): QueueableMail<z.input<Schema>> {
  const { name, data: schema, isSensitive = false, isUrgent = false, validForMs = null } = definition;
  return {
    name,
    isSensitive,
    isUrgent,
    validForMs,
    encode: (data) => schema.parse(data),
    compose: async (services, stored) => definition.compose(services, schema.parse(stored)),
  };
}
