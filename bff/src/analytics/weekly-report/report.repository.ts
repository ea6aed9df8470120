import { idSchema } from '@plaza/contracts';
import { z } from 'zod';
import { parseRows, type Query } from '../../platform/query.ts';

export async function isReportRefused(query: Query, accountId: string): Promise<boolean> {
  const rows = await query`select from report_refusal where account_id = ${accountId}`;
  return rows.length > 0;
}

/** Notes that somebody wants no reports. Does nothing when there is no such account. */
export async function refuseReport(query: Query, accountId: string, now: Date): Promise<void> {
  await query`
    insert into report_refusal (account_id, refused_at)
    select id, ${now.toISOString()}::timestamptz from account where id = ${accountId}
    on conflict (account_id) do nothing`;
}

export async function allowReport(query: Query, accountId: string): Promise<void> {
  await query`delete from report_refusal where account_id = ${accountId}`;
}

const readerSchema = z.object({
  accountId: idSchema,
  sellerId: idSchema,
  /** Sealed. */
  email: z.string(),
});
export type ReportReader = z.output<typeof readerSchema>;

/**
 * Who is to get a week's report and did not yet: the owner and the members with the right to see figures, of sellers that
 * have something for sale.
 * @param keyPrefix, keySuffix around the account's id in the key of a report that is queued
 */
export async function findReportReaders(
  query: Query,
  input: { keyPrefix: string; keySuffix: string; limit: number },
): Promise<ReportReader[]> {
  const rows = await query`
    select a.id as "accountId", reader.seller_id as "sellerId", a.email
    from (
      select owner_account_id as account_id, id as seller_id from seller
      union all
      select account_id, seller_id from seller_member where 'figures' = any(permissions)
    ) reader
    join account a on a.id = reader.account_id
    where a.status = 'active' and a.email_verified_at is not null and 'seller' = any(a.roles)
      and not exists (select from report_refusal r where r.account_id = a.id)
      and exists (select from product p where p.seller_id = reader.seller_id and p.status = 'published')
      and not exists (
        select from mail m where m.dedupe_key = ${input.keyPrefix} || a.id::text || ${input.keySuffix})
    order by a.id
    limit ${input.limit}`;
  return parseRows(readerSchema, rows);
}

export async function findSellerName(query: Query, sellerId: string): Promise<string | null> {
  const rows = await query`select name from seller where id = ${sellerId}`;
  return parseRows(z.object({ name: z.string() }), rows)[0]?.name ?? null;
}
