import { idSchema, type SellerPermission, sellerPermissionSchema } from '@plaza/contracts';
import { z } from 'zod';
import { momentSchema, parseRows, type Query } from '../../platform/query.ts';

const permissionsSchema = z.array(sellerPermissionSchema);

const memberSchema = z.object({
  member: z.object({
    accountId: idSchema,
    /** Sealed. */
    email: z.string(),
    displayName: z.string(),
    permissions: permissionsSchema,
    addedAt: momentSchema,
  }),
});
export type MemberRecord = z.output<typeof memberSchema>['member'];

/** Needs `m` (seller_member) and `a` (account) in scope. */
const memberJson = (query: Query) => query`
  jsonb_build_object('accountId', a.id, 'email', a.email, 'displayName', a.display_name,
    'permissions', m.permissions, 'addedAt', m.added_at)`;

const MAX_LISTED = 200;

/** Who works for a seller besides its owner, who came first comes first. */
export async function listMembers(query: Query, sellerId: string): Promise<MemberRecord[]> {
  const rows = await query`
    select ${memberJson(query)} as member from seller_member m join account a on a.id = m.account_id
    where m.seller_id = ${sellerId} and a.status = 'active' order by m.added_at, a.id limit ${MAX_LISTED}`;
  return parseRows(memberSchema, rows).map(({ member }) => member);
}

interface MemberKey {
  sellerId: string;
  accountId: string;
}

/** One of them, locked until the end of the transaction; null when there is none. */
export async function lockMember(tx: Query, key: MemberKey): Promise<MemberRecord | null> {
  const rows = await tx`
    select ${memberJson(tx)} as member from seller_member m join account a on a.id = m.account_id
    where m.seller_id = ${key.sellerId} and m.account_id = ${key.accountId} for update of m`;
  return parseRows(memberSchema, rows)[0]?.member ?? null;
}

/** Nobody else changes the account until the end of the transaction. */
export async function lockAccount(tx: Query, accountId: string): Promise<void> {
  await tx`select from account where id = ${accountId} for update`;
}

/** Makes somebody a member; false when they own a seller or work for one already. Lock their account before. */
export async function insertMember(
  tx: Query,
  input: MemberKey & { permissions: readonly SellerPermission[]; now: Date },
): Promise<boolean> {
  const rows = await tx`
    insert into seller_member (seller_id, account_id, permissions, added_at)
    select ${input.sellerId}, ${input.accountId}, ${[...input.permissions]}::text[], ${input.now.toISOString()}::timestamptz
    where not exists (select from seller where owner_account_id = ${input.accountId})
      and not exists (select from seller_member where account_id = ${input.accountId})
    returning account_id`;
  return rows.length > 0;
}

export async function savePermissions(
  tx: Query,
  input: MemberKey & { permissions: readonly SellerPermission[] },
): Promise<void> {
  await tx`
    update seller_member set permissions = ${[...input.permissions]}::text[]
    where seller_id = ${input.sellerId} and account_id = ${input.accountId}`;
}

/** Removes a member, and what made them a seller when nothing else does. */
export async function deleteMember(tx: Query, { sellerId, accountId }: MemberKey): Promise<void> {
  await tx`delete from seller_member where seller_id = ${sellerId} and account_id = ${accountId}`;
  await tx`
    update account set roles = array_remove(roles, 'seller')
    where id = ${accountId} and not exists (select from seller where owner_account_id = ${accountId})
      and not exists (select from seller_member where account_id = ${accountId})`;
}

const sellerSchema = z.object({
  seller: z.object({
    id: idSchema,
    name: z.string(),
    createdAt: momentSchema,
    owner: z.object({ accountId: idSchema, email: z.string(), displayName: z.string() }),
  }),
});
export type SellerWithOwner = z.output<typeof sellerSchema>['seller'];

export async function findSellerWithOwner(query: Query, sellerId: string): Promise<SellerWithOwner | null> {
  const rows = await query`
    select jsonb_build_object('id', s.id, 'name', s.name, 'createdAt', s.created_at, 'owner',
      jsonb_build_object('accountId', a.id, 'email', a.email, 'displayName', a.display_name)) as seller
    from seller s join account a on a.id = s.owner_account_id where s.id = ${sellerId}`;
  return parseRows(sellerSchema, rows)[0]?.seller ?? null;
}
