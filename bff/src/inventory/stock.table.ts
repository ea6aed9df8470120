import { sql } from 'drizzle-orm';
import { check, integer, pgTable, timestamp, uuid } from 'drizzle-orm/pg-core';
import { variantTable } from '../catalog/catalog.table.ts';

/**
 * What is on the shelf of each variant and how much of it is promised to orders that are not paid yet.
 * Keyed by variant alone, the partition key of stock. The check is the last line against overselling.
 */
export const stockTable = pgTable(
  'stock',
  {
    variantId: uuid('variant_id')
      .primaryKey()
      .references(() => variantTable.id, { onDelete: 'cascade' }),
    onHand: integer('on_hand').notNull(),
    reserved: integer().notNull().default(0),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [check('stock_never_oversold', sql`${t.reserved} >= 0 and ${t.reserved} <= ${t.onHand}`)],
);
