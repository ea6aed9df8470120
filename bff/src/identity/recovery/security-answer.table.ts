import type { SecurityQuestion } from '@plaza/contracts';
import { pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { accountTable } from '../account.table.ts';

/** What somebody chose to be asked besides a mailed link. The answers are hashed like passwords. */
export const securityAnswerTable = pgTable(
  'security_answer',
  {
    accountId: uuid('account_id')
      .notNull()
      .references(() => accountTable.id, { onDelete: 'cascade' }),
    question: text().$type<SecurityQuestion>().notNull(),
    answerHash: text('answer_hash').notNull(),
    position: smallint().notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.question] })],
);
