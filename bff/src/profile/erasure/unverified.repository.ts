import { idSchema } from '@plaza/contracts';
import { z } from 'zod';
import { parseRows, type Query } from '../../platform/query.ts';

/**
 * Deletes accounts of before whose address was never verified and that hold nothing, with their carts. What is under way
 * keeps an account: a link that still works, its erasure. Answers which are gone.
 */
export async function deleteUnverified(
  query: Query,
  input: { before: Date; now: Date; limit: number },
): Promise<string[]> {
  const rows = await query`
    delete from account where email_verified_at is null and id in (
      select a.id from account a
      where a.email_verified_at is null and a.status = 'active'
        and a.created_at < ${input.before.toISOString()}::timestamptz
        and not a.roles && '{support,admin}'
        and not exists (select from orders o where o.buyer_key = 'account:' || a.id)
        and not exists (select from seller s where s.owner_account_id = a.id)
        and not exists (select from seller_member m where m.account_id = a.id)
        and not exists (select from erasure e where e.account_id = a.id)
        and not exists (
          select from one_time_token t
          where t.account_id = a.id and t.purpose = 'verify_email' and t.used_at is null
            and t.expires_at > ${input.now.toISOString()}::timestamptz)
      order by a.id limit ${input.limit}
      for update skip locked)
    returning id`;
  const accountIds = parseRows(z.object({ id: idSchema }), rows).map(({ id }) => id);
  await query`delete from cart where buyer_key = any(${accountIds.map((id) => `account:${id}`)}::text[])`;
  return accountIds;
}
