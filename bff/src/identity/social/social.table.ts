import { integer, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { accountTable } from '../account.table.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });
const ofAccount = () => uuid('account_id').references(() => accountTable.id, { onDelete: 'cascade' });

/** Somebody at a provider who is the owner of an account here. */
export const socialIdentityTable = pgTable(
  'social_identity',
  {
    id: uuid().primaryKey(),
    provider: text().notNull(),
    /** The provider's own name for the person; never changes. */
    subject: text().notNull(),
    accountId: ofAccount().notNull(),
    /** Address at the provider when they were connected, sealed. */
    email: text(),
    linkedAt: moment('linked_at').notNull(),
  },
  (t) => [
    unique('social_identity_subject_unique').on(t.provider, t.subject),
    unique('social_identity_account_unique').on(t.accountId, t.provider),
  ],
);

/** A browser on its way to a provider and back, or asked for a code. The table holds the SHA-256 of its cookie. */
export const socialAttemptTable = pgTable('social_attempt', {
  tokenHash: text('token_hash').primaryKey(),
  purpose: text({ enum: ['sign_in', 'link', 'confirm_email'] }).notNull(),
  provider: text().notNull(),
  /** Whose account it is that gets connected. */
  accountId: ofAccount(),
  returnTo: text('return_to').notNull(),
  /** What the provider told, sealed, while the address waits to be confirmed. */
  profile: text(),
  codeHash: text('code_hash'),
  attempts: integer().notNull().default(0),
  expiresAt: moment('expires_at').notNull(),
});
