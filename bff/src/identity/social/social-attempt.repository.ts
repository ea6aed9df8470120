import { idSchema } from '@plaza/contracts';
import { z } from 'zod';
import { parseRows, type Query } from '../../platform/query.ts';

const attemptSchema = z.object({
  purpose: z.enum(['sign_in', 'link', 'confirm_email']),
  provider: z.string(),
  accountId: idSchema.nullable(),
  returnTo: z.string(),
  profile: z.string().nullable(),
  codeHash: z.string().nullable(),
});
export type SocialAttempt = z.output<typeof attemptSchema>;

export async function insertAttempt(
  query: Query,
  input: SocialAttempt & { tokenHash: string; expiresAt: Date },
): Promise<void> {
  await query`
    insert into social_attempt (token_hash, purpose, provider, account_id, return_to, profile, code_hash, expires_at)
    values (${input.tokenHash}, ${input.purpose}, ${input.provider}, ${input.accountId}, ${input.returnTo},
      ${input.profile}, ${input.codeHash}, ${input.expiresAt.toISOString()}::timestamptz)`;
}

const fields = (query: Query) => query`
  purpose, provider, account_id as "accountId", return_to as "returnTo", profile, code_hash as "codeHash"`;

/** Takes an attempt for a provider out, once: who comes second finds none. */
export async function takeAttempt(
  query: Query,
  input: { tokenHash: string; provider: string; now: Date },
): Promise<SocialAttempt | null> {
  const rows = await query`
    delete from social_attempt
    where token_hash = ${input.tokenHash} and provider = ${input.provider} and purpose <> 'confirm_email'
      and expires_at > ${input.now.toISOString()}::timestamptz
    returning ${fields(query)}`;
  return parseRows(attemptSchema, rows)[0] ?? null;
}

/** Somebody who is asked for the code in a mail, or null. */
export async function findConfirmation(
  query: Query,
  input: { tokenHash: string; now: Date },
): Promise<SocialAttempt | null> {
  const rows = await query`
    select ${fields(query)} from social_attempt
    where token_hash = ${input.tokenHash} and purpose = 'confirm_email'
      and expires_at > ${input.now.toISOString()}::timestamptz`;
  return parseRows(attemptSchema, rows)[0] ?? null;
}

/** Counts a guess of the code; null when there is nothing to guess, or no guess left. */
export async function countGuess(
  query: Query,
  input: { tokenHash: string; maxGuesses: number; now: Date },
): Promise<SocialAttempt | null> {
  const rows = await query`
    update social_attempt set attempts = attempts + 1
    where token_hash = ${input.tokenHash} and purpose = 'confirm_email' and attempts < ${input.maxGuesses}
      and expires_at > ${input.now.toISOString()}::timestamptz
    returning ${fields(query)}`;
  return parseRows(attemptSchema, rows)[0] ?? null;
}

/** Ends a confirmation. False when somebody else ended it first. */
export async function takeConfirmation(query: Query, tokenHash: string): Promise<boolean> {
  const rows = await query`
    delete from social_attempt where token_hash = ${tokenHash} and purpose = 'confirm_email' returning 1`;
  return rows.length > 0;
}

export async function deleteExpiredAttempts(query: Query, now: Date): Promise<void> {
  await query`delete from social_attempt where expires_at <= ${now.toISOString()}::timestamptz`;
}
