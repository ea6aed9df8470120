import { z } from 'zod';
import { parseRows, type Query } from '../../platform/query.ts';

/** Asks for a proof; what was asked for the same end before is void. */
export async function putChallenge(
  query: Query,
  input: { id: string; accountId: string | null; proofHash: string; expiresAt: Date },
): Promise<void> {
  const expiresAt = input.expiresAt.toISOString();
  await query`
    insert into proof_challenge (id, account_id, proof_hash, expires_at)
    values (${input.id}, ${input.accountId}, ${input.proofHash}, ${expiresAt}::timestamptz)
    on conflict (id) do update
    set account_id = excluded.account_id, proof_hash = excluded.proof_hash, attempts = 0, expires_at = excluded.expires_at`;
}

/** Counts a guess against what was asked; false when it is over, or has had all of its guesses. */
export async function countGuess(
  query: Query,
  input: { id: string; maxGuesses: number; now: Date },
): Promise<boolean> {
  const rows = await query`
    update proof_challenge set attempts = attempts + 1
    where id = ${input.id} and attempts < ${input.maxGuesses}
      and expires_at > ${input.now.toISOString()}::timestamptz
    returning id`;
  return rows.length > 0;
}

const takenSchema = z.object({ accountId: z.string().nullable() });

/** Takes what was asked away if this is the answer: of many who answer at once, one gets it. */
export async function takeChallenge(
  query: Query,
  input: { id: string; proofHash: string; now: Date },
): Promise<{ accountId: string | null } | null> {
  const rows = await query`
    delete from proof_challenge
    where id = ${input.id} and proof_hash = ${input.proofHash} and expires_at > ${input.now.toISOString()}::timestamptz
    returning account_id as "accountId"`;
  return parseRows(takenSchema, rows)[0] ?? null;
}

/** Forgets what was asked and not answered in time, devices whose time is over, and second proofs that were never confirmed. */
export async function deleteExpiredProofs(query: Query, now: Date): Promise<void> {
  const moment = now.toISOString();
  await query`delete from proof_challenge where expires_at <= ${moment}::timestamptz`;
  await query`delete from remembered_device where expires_at <= ${moment}::timestamptz`;
  await query`
    delete from factor where confirmed_at is null and created_at <= ${moment}::timestamptz - interval '1 day'`;
}
