import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true });

/**
 * Mails that wait, and what became of those that do not. Written in the transaction that causes them. Recipient and
 * data are erased when they are not needed any more; the row stays a while longer, so that nothing is sent twice.
 */
export const mailTable = pgTable(
  'mail',
  {
    /** Also the mail's Message-ID. */
    id: uuid().primaryKey(),
    /** What it is about and to whom, such as `order-confirmation:<order id>`. Two mails never share one. */
    dedupeKey: text('dedupe_key').notNull().unique(),
    template: text().notNull(),
    /** Null when erased. */
    recipient: text(),
    data: jsonb().notNull(),
    status: text({ enum: ['queued', 'sent', 'failed'] })
      .notNull()
      .default('queued'),
    /** Smaller goes first: somebody waits for a code, nobody for a confirmation. */
    priority: smallint().notNull().default(1),
    attempts: integer().notNull().default(0),
    nextAttemptAt: moment('next_attempt_at').notNull(),
    /** Not worth sending after this moment. */
    expiresAt: moment('expires_at'),
    lastError: text('last_error'),
    createdAt: moment('created_at').notNull(),
    /** When it was sent or given up. */
    endedAt: moment('ended_at'),
  },
  (t) => [
    index('mail_due_idx').on(t.priority, t.nextAttemptAt).where(sql`status = 'queued'`),
    index('mail_recipient_idx').on(t.recipient).where(sql`recipient is not null`),
    index('mail_ended_idx').on(t.endedAt).where(sql`status <> 'queued'`),
  ],
);
