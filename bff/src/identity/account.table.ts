import type { AuthMethod, SellerPermission } from '@plaza/contracts';
import { sql } from 'drizzle-orm';
import { bigint, index, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** A person who signs in. One account may buy and sell. */
export const accountTable = pgTable(
  'account',
  {
    id: uuid().primaryKey(),
    /** Lower case, sealed (see `platform/sealing.ts`). */
    email: text().notNull(),
    /** Blind index of the address: equal for equal addresses, and says nothing else. Null until it is sealed. */
    emailIndex: text('email_index').unique(),
    emailVerifiedAt: moment('email_verified_at'),
    /** Null for somebody who signs in by a provider or a passkey only. */
    passwordHash: text('password_hash'),
    displayName: text('display_name').notNull(),
    avatarUrl: text('avatar_url'),
    roles: text().array().notNull().default(sql`'{buyer}'`),
    status: text({ enum: ['active', 'suspended', 'erased'] })
      .notNull()
      .default('active'),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [
    index('account_created_idx').on(t.createdAt, t.id),
    // Names by how they begin, and the few who have a certain role.
    index('account_name_idx').using('btree', sql`lower(${t.displayName}) text_pattern_ops`),
    index('account_roles_idx').using('gin', t.roles),
  ],
);

/** A signed-in browser. `id` is the SHA-256 of the token: a copy of this table opens no account. */
export const sessionTable = pgTable(
  'session',
  {
    id: text().primaryKey(),
    /** Names the session to its owner without opening it. */
    publicId: uuid('public_id').notNull().unique(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accountTable.id, { onDelete: 'cascade' }),
    methods: text().array().$type<AuthMethod[]>().notNull().default(sql`'{password}'`),
    /** When it was last shown who is there, by all that the account asks for. */
    provedAt: moment('proved_at').notNull().defaultNow(),
    lastSeenAt: moment('last_seen_at').notNull().defaultNow(),
    userAgent: text('user_agent').notNull().default(''),
    /** Of the network address where it began, sealed; for the list of devices and the watch. */
    address: text(),
    place: text(),
    expiresAt: moment('expires_at').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [index('session_account_idx').on(t.accountId), index('session_expires_idx').on(t.expiresAt)],
);

/** Somebody who has shown the first proof and is asked for a second one. `id` is the SHA-256 of the browser's token. */
export const signInChallengeTable = pgTable(
  'sign_in_challenge',
  {
    id: text().primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accountTable.id, { onDelete: 'cascade' }),
    /** The first proof. */
    method: text().$type<AuthMethod>().notNull(),
    attempts: bigint({ mode: 'number' }).notNull().default(0),
    expiresAt: moment('expires_at').notNull(),
  },
  (t) => [index('sign_in_challenge_expires_idx').on(t.expiresAt)],
);

/** A link by mail, once. The table holds the SHA-256 of what the link holds. */
export const oneTimeTokenTable = pgTable(
  'one_time_token',
  {
    tokenHash: text('token_hash').primaryKey(),
    purpose: text().notNull(),
    accountId: uuid('account_id').references(() => accountTable.id, { onDelete: 'cascade' }),
    data: jsonb().notNull().default({}),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [
    index('one_time_token_account_idx').on(t.accountId, t.purpose),
    index('one_time_token_expires_idx').on(t.expiresAt),
    index('one_time_token_browser_idx').on(sql`(data->>'browserHash')`),
  ],
);

/** Who works for a seller besides its owner, and what they may do there. */
export const sellerMemberTable = pgTable(
  'seller_member',
  {
    sellerId: uuid('seller_id').notNull(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accountTable.id, { onDelete: 'cascade' }),
    permissions: text().array().$type<SellerPermission[]>().notNull(),
    addedAt: moment('added_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.sellerId, t.accountId] }),
    index('seller_member_account_idx').on(t.accountId),
  ],
);
