import { sql } from 'drizzle-orm';
import { customType, index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' });

/**
 * Facts for the pipeline, written in the transaction that made them true. Readers take rows whose transaction is
 * older than every running one, in the order (tx, id), so that none is skipped.
 */
export const outboxTable = pgTable(
  'outbox',
  {
    id: uuid().primaryKey(),
    tx: xid8().notNull().default(sql`pg_current_xact_id()`),
    aggregateId: text('aggregate_id').notNull(),
    type: text().notNull(),
    version: integer().notNull(),
    payload: jsonb().notNull(),
    occurredAt: timestamp('occurred_at', { withTimezone: true }).notNull(),
  },
  (t) => [index('outbox_order_idx').on(t.tx, t.id)],
);

/** How far each reader of the outbox has come; `pending` is the batch it was about to deliver. */
export const outboxReaderTable = pgTable('outbox_reader', {
  consumer: text().primaryKey(),
  lastTx: xid8('last_tx'),
  lastId: uuid('last_id'),
  pending: jsonb(),
});
