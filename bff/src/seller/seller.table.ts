import { index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { accountTable } from '../identity/account.table.ts';

/** A shop within the market. */
export const sellerTable = pgTable(
  'seller',
  {
    id: uuid().primaryKey(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    description: text().notNull().default(''),
    country: text().notNull().default('US'),
    ownerAccountId: uuid('owner_account_id')
      .notNull()
      .references(() => accountTable.id),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index('seller_owner_idx').on(t.ownerAccountId)],
);
