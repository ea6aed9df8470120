import { idSchema } from '@plaza/contracts';
import { z } from 'zod';
import { parseRows, type Query, toJson } from '../../platform/query.ts';
import type { TokenPurpose } from './purposes.ts';

const tokenSchema = z.object({ accountId: idSchema.nullable(), data: z.unknown() });
export type TokenRecord = z.output<typeof tokenSchema>;

interface Wanted {
  tokenHash: string;
  purpose: TokenPurpose;
  now: Date;
}

export async function insertToken(
  query: Query,
  input: Wanted & { accountId: string | null; data: object; expiresAt: Date },
): Promise<void> {
  await query`
    insert into one_time_token (token_hash, purpose, account_id, data, expires_at, created_at)
    values (${input.tokenHash}, ${input.purpose}, ${input.accountId}, ${toJson(input.data)}::jsonb,
      ${input.expiresAt.toISOString()}::timestamptz, ${input.now.toISOString()}::timestamptz)`;
}

/** Makes every link of an account that is for one of these void. */
export async function voidTokens(
  query: Query,
  input: { accountId: string | null; purposes: readonly TokenPurpose[]; now: Date },
): Promise<void> {
  await query`
    update one_time_token set used_at = ${input.now.toISOString()}::timestamptz
    where account_id = ${input.accountId} and purpose = any(${[...input.purposes]}) and used_at is null`;
}

/** A link that still works, or null. Looking does not use it up. */
export async function findToken(
  query: Query,
  { tokenHash, purpose, now }: Wanted,
): Promise<TokenRecord | null> {
  const rows = await query`
    select account_id as "accountId", data from one_time_token
    where token_hash = ${tokenHash} and purpose = ${purpose} and used_at is null
      and expires_at > ${now.toISOString()}::timestamptz`;
  return parseRows(tokenSchema, rows)[0] ?? null;
}

/** Uses a link up. Of many who do so at once, one gets it; the others, and whoever comes too late, get null. */
export async function takeToken(
  query: Query,
  { tokenHash, purpose, now }: Wanted,
): Promise<TokenRecord | null> {
  const rows = await query`
    update one_time_token set used_at = ${now.toISOString()}::timestamptz
    where token_hash = ${tokenHash} and purpose = ${purpose} and used_at is null
      and expires_at > ${now.toISOString()}::timestamptz
    returning account_id as "accountId", data`;
  return parseRows(tokenSchema, rows)[0] ?? null;
}

/** Counts a guess against a link that works; false when it has had all of its guesses. */
export async function countGuess(
  query: Query,
  { tokenHash, purpose, now, maxGuesses }: Wanted & { maxGuesses: number },
): Promise<boolean> {
  const rows = await query`
    update one_time_token
    set data = jsonb_set(data, '{guesses}', to_jsonb(coalesce((data->>'guesses')::int, 0) + 1))
    where token_hash = ${tokenHash} and purpose = ${purpose} and used_at is null
      and expires_at > ${now.toISOString()}::timestamptz and coalesce((data->>'guesses')::int, 0) < ${maxGuesses}
    returning token_hash`;
  return rows.length > 0;
}

const sentSchema = tokenSchema.extend({ purpose: z.enum(['verify_email', 'account_exists']) });

/** What a browser or an account was last sent because of a registration, whether it still works or not. */
export async function findRegistration(
  query: Query,
  by: { browserHash: string } | { accountId: string },
): Promise<z.output<typeof sentSchema> | null> {
  const isMeant =
    'accountId' in by
      ? query`account_id = ${by.accountId} and purpose = 'verify_email'`
      : query`data->>'browserHash' = ${by.browserHash} and purpose in ('verify_email', 'account_exists')`;
  const rows = await query`
    select account_id as "accountId", data, purpose from one_time_token
    where ${isMeant} order by created_at desc, token_hash limit 1`;
  return parseRows(sentSchema, rows)[0] ?? null;
}
