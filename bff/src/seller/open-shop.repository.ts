import type { NewShop } from '@plaza/contracts';
import type { Query } from '../platform/query.ts';

export async function ownsSeller(query: Query, accountId: string): Promise<boolean> {
  const rows = await query`select 1 from seller where owner_account_id = ${accountId} limit 1`;
  return rows.length > 0;
}

/** Stores a new seller; false when another one has the slug. */
export async function insertSeller(
  query: Query,
  input: NewShop & { id: string; slug: string; ownerAccountId: string; now: Date },
): Promise<boolean> {
  const rows = await query`
    insert into seller (id, slug, name, country, owner_account_id, created_at)
    values (${input.id}, ${input.slug}, ${input.name}, ${input.country}, ${input.ownerAccountId},
      ${input.now.toISOString()}::timestamptz)
    on conflict (slug) do nothing
    returning id`;
  return rows.length > 0;
}
