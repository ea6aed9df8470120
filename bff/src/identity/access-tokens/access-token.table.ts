import type { ApiScope } from '@plaza/contracts';
import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { accountTable } from '../account.table.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** Keys that access tokens are signed with. The one that began to sign last does; all of them are published. */
export const signingKeyTable = pgTable('signing_key', {
  id: text().primaryKey(),
  /** A JWK. */
  publicKey: jsonb('public_key').notNull(),
  /** A JWK, sealed. */
  privateKey: text('private_key').notNull(),
  signsFrom: moment('signs_from').notNull(),
  createdAt: moment('created_at').notNull().defaultNow(),
});

/** A program that acts for somebody. To end it is to delete it. */
export const apiClientTable = pgTable(
  'api_client',
  {
    id: uuid().primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accountTable.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    scopes: text().array().$type<ApiScope[]>().notNull(),
    lastUsedAt: moment('last_used_at'),
    /** However much it is used. */
    expiresAt: moment('expires_at').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [index('api_client_account_idx').on(t.accountId), index('api_client_expires_idx').on(t.expiresAt)],
);

/** Refresh tokens of a client, used ones too, so that a second use of one is known as that. */
export const apiRefreshTokenTable = pgTable(
  'api_refresh_token',
  {
    /** SHA-256. */
    tokenHash: text('token_hash').primaryKey(),
    clientId: uuid('client_id')
      .notNull()
      .references(() => apiClientTable.id, { onDelete: 'cascade' }),
    issuedAt: moment('issued_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    /** Since when it is no longer good; null for the one that is. */
    usedAt: moment('used_at'),
    /** The one that was given for it; null for one that was withdrawn unused. */
    successorHash: text('successor_hash'),
  },
  (t) => [
    uniqueIndex('api_refresh_token_valid_idx').on(t.clientId).where(sql`used_at is null`),
    index('api_refresh_token_client_idx').on(t.clientId),
    index('api_refresh_token_expires_idx').on(t.expiresAt),
  ],
);
