import type { CanaryAudience } from '@plaza/contracts';
import { ROLLOUT_ACTIONS } from '@plaza/contracts';
import type { Manifest } from '@plaza/contracts/manifest';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { accountTable } from '../identity/account.table.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** One build of a frontend. Rows are only added; a trigger refuses everything else. */
export const releaseTable = pgTable(
  'release',
  {
    frontend: text().notNull(),
    version: text().notNull(),
    manifest: jsonb().$type<Manifest>().notNull(),
    note: text().notNull(),
    /** Copies from the manifest, which is long, for lists. */
    commit: text(),
    scriptBytes: integer('script_bytes').notNull(),
    styleBytes: integer('style_bytes').notNull(),
    /** What the program calls itself that has registered it. */
    releasedBy: text('released_by').notNull(),
    releasedAt: moment('released_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.frontend, t.version] }),
    index('release_newest_idx').on(t.frontend, t.releasedAt),
  ],
);

/** What visitors get of one frontend. Every process hears of changes from a trigger. */
export const rolloutTable = pgTable(
  'rollout',
  {
    frontend: text().primaryKey(),
    /** As the stable release declares them, or the first one until there is any. */
    title: text().notNull(),
    team: text().notNull(),
    stableVersion: text('stable_version'),
    previousVersion: text('previous_version'),
    canaryVersion: text('canary_version'),
    canaryAudience: jsonb('canary_audience').$type<CanaryAudience>(),
    isCanaryHeld: boolean('is_canary_held').notNull().default(false),
    canaryStartedAt: moment('canary_started_at'),
    /** What the guard knows of the canary; its own to read, but for `report`. Null until it has looked. */
    guardState: jsonb('guard_state'),
    isOff: boolean('is_off').notNull().default(false),
  },
  (t) => [
    ...[t.stableVersion, t.previousVersion, t.canaryVersion].map((version) =>
      foreignKey({
        columns: [t.frontend, version],
        foreignColumns: [releaseTable.frontend, releaseTable.version],
      }),
    ),
    check(
      'rollout_compares_with_stable',
      sql`stable_version is not null or (canary_version is null and previous_version is null)`,
    ),
    check(
      'rollout_canary_is_whole',
      sql`(canary_version is null) = (canary_audience is null) and (canary_version is null) = (canary_started_at is null)`,
    ),
  ],
);

/** What was done with a frontend, by whom and why. Rows are only added, and name people by nothing but an id. */
export const rolloutChangeTable = pgTable(
  'rollout_change',
  {
    id: uuid().primaryKey(),
    frontend: text().notNull(),
    at: moment('at').notNull(),
    action: text({ enum: ROLLOUT_ACTIONS }).notNull(),
    /** The account of a person, or else what a program calls itself. */
    byPerson: uuid('by_person'),
    byProgram: text('by_program'),
    reason: text().notNull(),
    version: text(),
  },
  (t) => [
    index('rollout_change_newest_idx').on(t.frontend, t.id),
    check('rollout_change_by_somebody', sql`(by_person is null) <> (by_program is null)`),
  ],
);

/** Whose work a frontend is: they may change its rollout. */
export const frontendMemberTable = pgTable(
  'frontend_member',
  {
    frontend: text().notNull(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => accountTable.id, { onDelete: 'cascade' }),
    addedAt: moment('added_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.frontend, t.accountId] }),
    index('frontend_member_account_idx').on(t.accountId),
  ],
);

/** Lets the release command act for one frontend. */
export const releaseTokenTable = pgTable(
  'release_token',
  {
    id: uuid().primaryKey(),
    frontend: text().notNull(),
    name: text().notNull(),
    /** SHA-256 of the token. */
    tokenHash: text('token_hash').notNull().unique(),
    /** An account, with whose right to release the token ends. */
    createdBy: uuid('created_by').notNull(),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    lastUsedAt: moment('last_used_at'),
  },
  (t) => [
    index('release_token_frontend_idx').on(t.frontend),
    index('release_token_created_by_idx').on(t.createdBy),
    index('release_token_expires_idx').on(t.expiresAt),
  ],
);
