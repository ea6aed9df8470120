import type { AlertKind, AlertSeverity, AlertStatus, AuthMethod, SignInOutcome } from '@plaza/contracts';
import { sql } from 'drizzle-orm';
import {
  boolean,
  index,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { accountTable } from '../account.table.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** Every attempt to sign in, by any method; for 90 days. */
export const signInEventTable = pgTable(
  'sign_in_event',
  {
    id: uuid().primaryKey(),
    /** Null when nobody has the address that was typed. */
    accountId: uuid('account_id').references(() => accountTable.id, { onDelete: 'cascade' }),
    /** Blind index of the e-mail address that was typed. */
    emailKey: text('email_key'),
    /** The network address, sealed, and blind indexes of it and of its neighbourhood, for grouping. */
    address: text().notNull(),
    addressKey: text('address_key').notNull(),
    networkKey: text('network_key').notNull(),
    place: text(),
    userAgent: text('user_agent').notNull(),
    method: text().$type<AuthMethod>().notNull(),
    outcome: text().$type<SignInOutcome>().notNull(),
    /** Whether the account had been used in this browser before. */
    isKnownBrowser: boolean('is_known_browser').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    index('sign_in_event_account_idx').on(t.accountId, t.at),
    index('sign_in_event_network_idx').on(t.networkKey, t.at),
    index('sign_in_event_at_idx').on(t.at),
  ],
);

/** A browser in which somebody has signed in to an account. The table holds the SHA-256 of its cookie. */
export const knownBrowserTable = pgTable(
  'known_browser',
  {
    accountId: uuid('account_id')
      .notNull()
      .references(() => accountTable.id, { onDelete: 'cascade' }),
    tokenHash: text('token_hash').notNull(),
    /** Countries where it was used. */
    countries: text().array().notNull().default(sql`'{}'`),
    /** Middle and size of where it was used last; null where that is not known. */
    latitude: real(),
    longitude: real(),
    radiusKm: real('radius_km'),
    firstSeenAt: moment('first_seen_at').notNull(),
    lastSeenAt: moment('last_seen_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    /** Since the owner said that it was not them; it is not known any more, and never again. */
    revokedAt: moment('revoked_at'),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.tokenHash] }),
    index('known_browser_token_idx').on(t.tokenHash),
    index('known_browser_expires_idx').on(t.expiresAt),
  ],
);

/** What the watch has noticed; one row while it goes on. */
export const securityAlertTable = pgTable(
  'security_alert',
  {
    id: uuid().primaryKey(),
    kind: text().$type<AlertKind>().notNull(),
    severity: text().$type<AlertSeverity>().notNull(),
    status: text().$type<AlertStatus>().notNull().default('open'),
    subjectKind: text('subject_kind', { enum: ['account', 'network', 'market'] }).notNull(),
    /** Of an account its id, of a network its blind index, of the market `market`. */
    subjectKey: text('subject_key').notNull(),
    /** Sealed. */
    network: text(),
    evidence: jsonb().notNull(),
    firstSeenAt: moment('first_seen_at').notNull(),
    lastSeenAt: moment('last_seen_at').notNull(),
    handledBy: uuid('handled_by'),
    handledAt: moment('handled_at'),
    handledReason: text('handled_reason'),
  },
  (t) => [
    uniqueIndex('security_alert_going_on_idx').on(t.kind, t.subjectKey).where(sql`status <> 'closed'`),
    index('security_alert_status_idx').on(t.status, t.id),
    index('security_alert_subject_idx').on(t.subjectKey),
  ],
);
