import { z } from 'zod';
import { parseRows, type Query } from '../../platform/query.ts';

const countSchema = z.object({ all: z.int(), left: z.int() });

/** How many codes an account has left; null when none were made. */
export async function countRecoveryCodes(query: Query, accountId: string): Promise<number | null> {
  const rows = await query`
    select count(*)::int as all, (count(*) filter (where used_at is null))::int as left
    from recovery_code where account_id = ${accountId}`;
  const [counted] = parseRows(countSchema, rows);
  return counted && counted.all > 0 ? counted.left : null;
}

/** Puts new codes in place of all there were. @param input.codeHashes by the numbers of the codes, from 0 */
export async function replaceRecoveryCodes(
  query: Query,
  input: { accountId: string; codeHashes: readonly string[] },
): Promise<void> {
  await query`delete from recovery_code where account_id = ${input.accountId}`;
  await query`
    insert into recovery_code (account_id, number, code_hash)
    select ${input.accountId}, code.number - 1, code.hash
    from unnest(${[...input.codeHashes]}::text[]) with ordinality as code(hash, number)`;
}

/** The hash of the code with this number; null when there is none, or it was used. */
export async function findRecoveryCode(
  query: Query,
  { accountId, number }: { accountId: string; number: number },
): Promise<string | null> {
  const rows = await query`
    select code_hash as "codeHash" from recovery_code
    where account_id = ${accountId} and number = ${number} and used_at is null`;
  return parseRows(z.object({ codeHash: z.string() }), rows)[0]?.codeHash ?? null;
}

/** Uses a code up, unless it was used or replaced meanwhile. Of many who do so at once, one gets true. */
export async function takeRecoveryCode(
  query: Query,
  input: { accountId: string; number: number; codeHash: string; at: Date },
): Promise<boolean> {
  const rows = await query`
    update recovery_code set used_at = ${input.at.toISOString()}::timestamptz
    where account_id = ${input.accountId} and number = ${input.number} and code_hash = ${input.codeHash}
      and used_at is null
    returning 1`;
  return rows.length > 0;
}

export async function deleteRecoveryCodes(query: Query, accountId: string): Promise<void> {
  await query`delete from recovery_code where account_id = ${accountId}`;
}
