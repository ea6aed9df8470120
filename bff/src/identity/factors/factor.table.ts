import type { SecondFactor } from '@plaza/contracts';
import { sql } from 'drizzle-orm';
import {
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { accountTable } from '../account.table.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });
const ofAccount = () =>
  uuid('account_id')
    .notNull()
    .references(() => accountTable.id, { onDelete: 'cascade' });

/** What an account can show besides its password. One that is not confirmed yet counts for nothing. */
export const factorTable = pgTable(
  'factor',
  {
    id: uuid().primaryKey(),
    accountId: ofAccount(),
    kind: text().$type<Exclude<SecondFactor, 'recovery_code'>>().notNull(),
    /** What its owner calls it. */
    label: text().notNull(),
    /** Sealed: the shared secret of an app, the number of a phone. */
    secret: text(),
    /** Public facts: a passkey's credential id, public key, counter and transports; the last step of an app that was used. */
    data: jsonb().notNull().default({}),
    confirmedAt: moment('confirmed_at'),
    lastUsedAt: moment('last_used_at'),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [
    index('factor_account_idx').on(t.accountId),
    // A passkey tells by itself whose it is.
    uniqueIndex('factor_credential_idx').on(sql`(data->>'credentialId')`),
  ],
);

/** Codes to be kept on paper, each good for one time. Hashed as passwords are, for they are short. */
export const recoveryCodeTable = pgTable(
  'recovery_code',
  {
    accountId: ofAccount(),
    /** 0 to 9: which of the ten it is, as its first character says. */
    number: smallint().notNull(),
    codeHash: text('code_hash').notNull(),
    usedAt: moment('used_at'),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.number] })],
);

/** A browser that is not asked for the second proof for a while. */
export const rememberedDeviceTable = pgTable(
  'remembered_device',
  {
    tokenHash: text('token_hash').primaryKey(),
    /** Names the browser to its owner without speaking for it. */
    publicId: uuid('public_id').notNull().unique(),
    accountId: ofAccount(),
    userAgent: text('user_agent').notNull(),
    expiresAt: moment('expires_at').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [index('remembered_device_account_idx').on(t.accountId)],
);

/** What was asked of a browser and waits for its answer: a code that was sent, a passkey's signature. Each is taken once. */
export const proofChallengeTable = pgTable(
  'proof_challenge',
  {
    /** What the answer is good for: `second:<hash of the browser's token>:totp`. */
    id: text().primaryKey(),
    /** Null while nobody knows yet who will answer. */
    accountId: uuid('account_id').references(() => accountTable.id, { onDelete: 'cascade' }),
    /** Keyed for codes, which are short. */
    proofHash: text('proof_hash').notNull(),
    attempts: integer().notNull().default(0),
    expiresAt: moment('expires_at').notNull(),
  },
  (t) => [
    index('proof_challenge_account_idx').on(t.accountId),
    index('proof_challenge_expires_idx').on(t.expiresAt),
  ],
);
