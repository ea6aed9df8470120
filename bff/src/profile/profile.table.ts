import type { NotificationKind } from '@plaza/contracts';
import { sql } from 'drizzle-orm';
import {
  boolean,
  char,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { accountTable } from '../identity/account.table.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });
/** Whatever refers to an account like this is erased with it; see `erase-account.repository.ts`. */
const ofAccount = () => uuid('account_id').references(() => accountTable.id, { onDelete: 'cascade' });

/** What somebody tells of themselves besides their account. There when something was told. */
export const profileTable = pgTable('profile', {
  accountId: ofAccount().primaryKey(),
  /** Sealed; null when it is not told. */
  fullName: text('full_name'),
  /** Sealed; null when it is not told. */
  phone: text(),
  language: text().notNull().default('en'),
  currency: char({ length: 3 }).notNull().default('USD'),
  notifications: text().array().$type<NotificationKind[]>().notNull().default(sql`'{}'`),
  /** Sealed list, as JSON; null when there is none. */
  socialLinks: text('social_links'),
  updatedAt: moment('updated_at').notNull(),
});

/** An address that an account has saved for its parcels. */
export const savedAddressTable = pgTable(
  'saved_address',
  {
    id: uuid().primaryKey(),
    accountId: ofAccount().notNull(),
    /** The whole address as JSON, sealed. */
    fields: text().notNull(),
    isDefault: boolean('is_default').notNull().default(false),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    index('saved_address_account_idx').on(t.accountId),
    uniqueIndex('saved_address_default_idx').on(t.accountId).where(sql`is_default`),
  ],
);

/** A copy of all that is held of somebody, asked for by them. */
export const dataExportTable = pgTable(
  'data_export',
  {
    id: uuid().primaryKey(),
    accountId: ofAccount().notNull(),
    status: text({ enum: ['asked', 'ready', 'failed'] }).notNull(),
    askedAt: moment('asked_at').notNull(),
    readyAt: moment('ready_at'),
    /** Removed after this moment. */
    expiresAt: moment('expires_at').notNull(),
    sizeBytes: integer('size_bytes'),
    /** SHA-256 of the token of a link that downloads it once. */
    downloadHash: text('download_hash').unique(),
    downloadUntil: moment('download_until'),
    attempts: integer().notNull().default(0),
    nextAttemptAt: moment('next_attempt_at').notNull(),
  },
  (t) => [
    index('data_export_account_idx').on(t.accountId),
    index('data_export_due_idx').on(t.nextAttemptAt).where(sql`status = 'asked'`),
    index('data_export_expires_idx').on(t.expiresAt),
  ],
);

/** The text of a copy, in pieces that fit into memory. */
export const dataExportPartTable = pgTable(
  'data_export_part',
  {
    id: uuid().primaryKey(),
    exportId: uuid('export_id')
      .notNull()
      .references(() => dataExportTable.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    /** Sealed. */
    body: text().notNull(),
  },
  (t) => [uniqueIndex('data_export_part_idx').on(t.exportId, t.position)],
);

/** An account that is to be erased, or was. Says nothing of a person, and outlives what it is about. */
export const erasureTable = pgTable(
  'erasure',
  {
    accountId: uuid('account_id')
      .primaryKey()
      .references(() => accountTable.id),
    /**
     * `waiting`: can be undone. `erasing`: gone from the database, to be erased where events are. `sweeping`: once more,
     * for what was on its way meanwhile.
     */
    status: text({ enum: ['waiting', 'erasing', 'sweeping', 'done'] }).notNull(),
    /** In whose name the orders stay: of nobody. */
    buyerKey: text('buyer_key').notNull(),
    askedAt: moment('asked_at').notNull(),
    dueAt: moment('due_at').notNull(),
    nextAttemptAt: moment('next_attempt_at').notNull(),
    attempts: integer().notNull().default(0),
    erasedAt: moment('erased_at'),
    doneAt: moment('done_at'),
  },
  (t) => [index('erasure_due_idx').on(t.nextAttemptAt).where(sql`status <> 'done'`)],
);
