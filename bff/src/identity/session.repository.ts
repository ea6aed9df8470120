import { type AuthMethod, authMethodSchema, idSchema, newId } from '@plaza/contracts';
import { z } from 'zod';
import { momentSchema, parseRows, type Query } from '../platform/query.ts';
import { accountJson, accountRecordSchema } from './account-record.ts';

const sessionSchema = z.object({
  publicId: idSchema,
  methods: z.array(authMethodSchema),
  startedAt: momentSchema,
  provedAt: momentSchema,
  lastSeenAt: momentSchema,
  expiresAt: momentSchema,
});
const foundSchema = z.object({ session: sessionSchema, account: accountRecordSchema });
export type SessionRecord = z.output<typeof foundSchema>;

const sessionJson = (query: Query) => query`
  jsonb_build_object('publicId', t.public_id, 'methods', t.methods, 'startedAt', t.created_at, 'provedAt', t.proved_at,
    'lastSeenAt', t.last_seen_at, 'expiresAt', t.expires_at)`;

/** A session with its account, by the hash of its token. */
export async function findSession(query: Query, tokenHash: string): Promise<SessionRecord | null> {
  const rows = await query`
    select ${sessionJson(query)} as session, ${accountJson(query)} as account
    from session t join account a on a.id = t.account_id
    where t.id = ${tokenHash}`;
  return parseRows(foundSchema, rows)[0] ?? null;
}

export interface NewSession {
  tokenHash: string;
  accountId: string;
  methods: readonly AuthMethod[];
  userAgent: string;
  /** Sealed. */
  address: string | null;
  place: string | null;
  /** When all that the account asks for was shown. */
  provedAt: Date;
  now: Date;
  expiresAt: Date;
}
export async function insertSession(query: Query, input: NewSession): Promise<void> {
  const now = input.now.toISOString();
  await query`
    insert into session (id, public_id, account_id, methods, proved_at, last_seen_at, user_agent, address, place, expires_at, created_at)
    values (${input.tokenHash}, ${newId()}, ${input.accountId}, ${[...input.methods]}::text[],
      ${input.provedAt.toISOString()}::timestamptz, ${now}::timestamptz, ${input.userAgent}, ${input.address}, ${input.place},
      ${input.expiresAt.toISOString()}::timestamptz, ${now}::timestamptz)`;
}

export async function extendSession(query: Query, tokenHash: string, expiresAt: Date): Promise<void> {
  await query`
    update session set expires_at = ${expiresAt.toISOString()}::timestamptz where id = ${tokenHash}`;
}

export async function touchSession(query: Query, tokenHash: string, at: Date): Promise<void> {
  await query`update session set last_seen_at = ${at.toISOString()}::timestamptz where id = ${tokenHash}`;
}

/**
 * Gives a session a new token, and notes what was shown; with `provedAt`, too, that it was shown anew who is there.
 * Answers until when it lasts; null when it is over.
 */
export async function renewSession(
  query: Query,
  input: {
    tokenHash: string;
    newTokenHash: string;
    methods: readonly AuthMethod[];
    provedAt: Date | null;
  },
): Promise<Date | null> {
  const rows = await query`
    update session set id = ${input.newTokenHash},
      proved_at = coalesce(${input.provedAt?.toISOString() ?? null}::timestamptz, proved_at),
      methods = (select array_agg(distinct m) from unnest(methods || ${[...input.methods]}::text[]) as m)
    where id = ${input.tokenHash}
    returning to_json(expires_at) #>> '{}' as "expiresAt"`;
  return parseRows(z.object({ expiresAt: momentSchema }), rows)[0]?.expiresAt ?? null;
}

export async function deleteSession(query: Query, tokenHash: string): Promise<void> {
  await query`delete from session where id = ${tokenHash}`;
}

/** Ends sessions of an account: all, all but one, or one. Answers how many ended. */
export async function deleteSessionsOf(
  query: Query,
  input: { accountId: string; exceptId?: string; onlyId?: string },
): Promise<number> {
  const rows = await query`
    delete from session
    where account_id = ${input.accountId}
      and public_id is distinct from ${input.exceptId ?? null}::uuid
      and public_id = coalesce(${input.onlyId ?? null}::uuid, public_id)
    returning id`;
  return rows.length;
}

export async function deleteExpired(query: Query, now: Date): Promise<void> {
  await query`delete from session where expires_at <= ${now.toISOString()}::timestamptz`;
  await query`delete from sign_in_challenge where expires_at <= ${now.toISOString()}::timestamptz`;
  await query`delete from one_time_token where expires_at <= ${now.toISOString()}::timestamptz - interval '7 days'`;
}

/**
 * Ends the sessions of an account that were used longest ago, but for `keepCount`. Answers how many ended. What another
 * sign-in is ending at the same moment is left to it: neither waits for the other.
 */
export async function deleteSurplusSessions(
  query: Query,
  { accountId, keepCount }: { accountId: string; keepCount: number },
): Promise<number> {
  const rows = await query`
    delete from session where id in (
      select id from session where id in (
        select id from session where account_id = ${accountId}
        order by last_seen_at desc, created_at desc, public_id desc offset ${keepCount})
      for update skip locked)
    returning id`;
  return rows.length;
}

const deviceSchema = z.object({
  session: sessionSchema,
  userAgent: z.string(),
  place: z.string().nullable(),
});
const MAX_LISTED = 100;

/** Sessions of an account, the one that was used last first. */
export async function listSessionsOf(query: Query, accountId: string, now: Date) {
  const rows = await query`
    select ${sessionJson(query)} as session, t.user_agent as "userAgent", t.place
    from session t where t.account_id = ${accountId} and t.expires_at > ${now.toISOString()}::timestamptz
    order by t.last_seen_at desc limit ${MAX_LISTED}`;
  return parseRows(deviceSchema, rows);
}
