import { SECOND_FACTORS, type SecondFactor, secondFactorSchema } from '@plaza/contracts';
import { z } from 'zod';
import { parseRows, type Query } from '../../platform/query.ts';

/** The kinds of second proof that an account can show now, strongest first. Recovery codes alone are none. */
export async function listSecondFactors(query: Query, accountId: string): Promise<SecondFactor[]> {
  const rows = await query`
    select distinct kind from factor where account_id = ${accountId} and confirmed_at is not null
    union all
    select 'recovery_code' where exists (
      select from recovery_code where account_id = ${accountId} and used_at is null)`;
  const kinds = parseRows(z.object({ kind: secondFactorSchema }), rows).map((row) => row.kind);
  if (kinds.every((kind) => kind === 'recovery_code')) return [];
  return SECOND_FACTORS.filter((kind) => kinds.includes(kind));
}

/** Whether a browser is remembered for an account, by the hash of its token. */
export async function isDeviceRemembered(
  query: Query,
  input: { accountId: string; tokenHash: string; now: Date },
): Promise<boolean> {
  const rows = await query`
    select 1 from remembered_device
    where token_hash = ${input.tokenHash} and account_id = ${input.accountId}
      and expires_at > ${input.now.toISOString()}::timestamptz`;
  return rows.length > 0;
}
