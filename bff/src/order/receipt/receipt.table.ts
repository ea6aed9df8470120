import { bigint, char, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { orderTable } from '../order.table.ts';

/**
 * The receipt of a paid order, written once. Everything but the content is without a person in it and stays when the
 * content is erased, so that a paper can still be checked.
 */
export const receiptTable = pgTable('receipt', {
  orderId: uuid('order_id')
    .primaryKey()
    .references(() => orderTable.id),
  digest: char({ length: 64 }).notNull().unique(),
  keyId: text('key_id').notNull(),
  signature: text().notNull(),
  orderNumber: text('order_number').notNull(),
  paidAt: timestamp('paid_at', { withTimezone: true }).notNull(),
  currency: char({ length: 3 }).notNull(),
  totalMinor: bigint('total_minor', { mode: 'number' }).notNull(),
  /** Canonical JSON, the very bytes of the digest. Null when erased. */
  content: text(),
});
