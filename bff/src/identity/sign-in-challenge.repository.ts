import { type AuthMethod, authMethodSchema, idSchema } from '@plaza/contracts';
import { z } from 'zod';
import { parseRows, type Query } from '../platform/query.ts';

export async function insertChallenge(
  query: Query,
  input: { tokenHash: string; accountId: string; method: AuthMethod; expiresAt: Date },
): Promise<void> {
  await query`
    insert into sign_in_challenge (id, account_id, method, expires_at)
    values (${input.tokenHash}, ${input.accountId}, ${input.method}, ${input.expiresAt.toISOString()}::timestamptz)`;
}

const challengeSchema = z.object({ accountId: idSchema, method: authMethodSchema });
export type SignInChallenge = z.output<typeof challengeSchema>;

/** A challenge that is still open, or null. Looking does not use it up. */
export async function findChallenge(
  query: Query,
  input: { tokenHash: string; now: Date },
): Promise<SignInChallenge | null> {
  const rows = await query`
    select account_id as "accountId", method from sign_in_challenge
    where id = ${input.tokenHash} and expires_at > ${input.now.toISOString()}::timestamptz`;
  return parseRows(challengeSchema, rows)[0] ?? null;
}

/** Counts an attempt against a challenge; null when it is over, or has had all of its attempts. */
export async function countAttempt(
  query: Query,
  input: { tokenHash: string; maxAttempts: number; now: Date },
): Promise<SignInChallenge | null> {
  const rows = await query`
    update sign_in_challenge set attempts = attempts + 1
    where id = ${input.tokenHash} and expires_at > ${input.now.toISOString()}::timestamptz
      and attempts < ${input.maxAttempts}
    returning account_id as "accountId", method`;
  return parseRows(challengeSchema, rows)[0] ?? null;
}

/** Ends a challenge. False when somebody else ended it first. */
export async function takeChallenge(query: Query, tokenHash: string): Promise<boolean> {
  const rows = await query`delete from sign_in_challenge where id = ${tokenHash} returning id`;
  return rows.length > 0;
}
