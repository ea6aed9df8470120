import { sql } from 'drizzle-orm';
import { bigint, char, check, index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/**
 * What was done to whom, by whom and why. Rows are only added, by the database's function `append_audit`; triggers refuse
 * everything else. Each row's hash holds the one before it. No row names a person: rows outlive their accounts, and
 * therefore nothing here refers to another table.
 */
export const auditEntryTable = pgTable(
  'audit_entry',
  {
    id: uuid().primaryKey(),
    /** From 1, without gaps. */
    seq: bigint({ mode: 'number' }).notNull().unique(),
    at: timestamp({ withTimezone: true }).notNull(),
    actorKind: text('actor_kind', { enum: ['account', 'admin', 'system'] }).notNull(),
    actorAccountId: uuid('actor_account_id'),
    action: text().notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    reason: text(),
    details: jsonb().notNull(),
    /** Hash of the row before; zeros for the first. */
    prevHash: char('prev_hash', { length: 64 }).notNull(),
    hash: char({ length: 64 }).notNull(),
  },
  (t) => [
    index('audit_entry_actor_idx').on(t.actorAccountId, t.seq),
    index('audit_entry_subject_idx').on(t.subjectId, t.seq),
    index('audit_entry_action_idx').on(t.action, t.seq),
    check('audit_entry_admin_reason', sql`actor_kind <> 'admin' or reason is not null`),
  ],
);
