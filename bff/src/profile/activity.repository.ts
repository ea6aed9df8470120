import { accountChangeSchema } from '@plaza/contracts';
import { z } from 'zod';
import { parseRows, type Query } from '../platform/query.ts';

const changeSchema = accountChangeSchema.extend({ seq: z.int() });
export type AccountChange = z.infer<typeof changeSchema>;

/**
 * Entries of the audit log that an account made about what is its own, or that are about the account. What somebody of
 * the staff did to others is not theirs to see here. Each half is read along its index, so that a page costs a page.
 */
export async function readChanges(
  query: Query,
  input: { accountId: string; beforeSeq: number | null; limit: number },
): Promise<AccountChange[]> {
  const { accountId, beforeSeq, limit } = input;
  const rows = await query`
    with own as (
      select * from audit_entry
      where actor_account_id = ${accountId} and actor_kind = 'account'
        and (${beforeSeq}::bigint is null or seq < ${beforeSeq}::bigint)
      order by seq desc limit ${limit}
    ), about as (
      select * from audit_entry
      where subject_id = ${accountId} and subject_kind = 'account'
        and (${beforeSeq}::bigint is null or seq < ${beforeSeq}::bigint)
      order by seq desc limit ${limit}
    )
    select id, seq::float8 as seq, to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, action,
      case
        when actor_kind = 'admin' then 'staff'
        when actor_kind = 'system' then 'plaza'
        when actor_account_id = ${accountId} then 'you'
        else 'stranger'
      end as by
    from (select * from own union select * from about) as entry
    order by seq desc limit ${limit}`;
  return parseRows(changeSchema, rows);
}
