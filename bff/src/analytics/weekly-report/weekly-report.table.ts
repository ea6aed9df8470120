import { pgTable, timestamp, uuid } from 'drizzle-orm/pg-core';
import { accountTable } from '../../identity/account.table.ts';

/** Who does not want the weekly report. Everybody else who may see a seller's figures gets it. */
export const reportRefusalTable = pgTable('report_refusal', {
  accountId: uuid('account_id')
    .primaryKey()
    .references(() => accountTable.id, { onDelete: 'cascade' }),
  refusedAt: timestamp('refused_at', { withTimezone: true }).notNull(),
});
