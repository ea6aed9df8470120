import { idSchema } from '@plaza/contracts';
import { z } from 'zod';
import { parseRows, type Query } from '../platform/query.ts';

interface MemberKey {
  frontend: string;
  accountId: string;
}

export async function isFrontend(query: Query, frontend: string): Promise<boolean> {
  const rows = await query`select from rollout where frontend = ${frontend}`;
  return rows.length > 0;
}

export async function isMember(query: Query, { frontend, accountId }: MemberKey): Promise<boolean> {
  const rows = await query`
    select from frontend_member where frontend = ${frontend} and account_id = ${accountId}`;
  return rows.length > 0;
}

const memberSchema = z.object({
  accountId: idSchema,
  name: z.string(),
  /** Sealed. */
  email: z.string(),
});
/** Who came first comes first. */
export async function listMembers(query: Query, frontend: string, limit: number) {
  const rows = await query`
    select a.id as "accountId", a.display_name as name, a.email
    from frontend_member m join account a on a.id = m.account_id
    where m.frontend = ${frontend} order by m.added_at, a.id limit ${limit}`;
  return parseRows(memberSchema, rows);
}

const memberEmailSchema = z.object({
  accountId: idSchema,
  /** Sealed. */
  email: z.string(),
});
/** Where those who work on a frontend read their mail. */
export async function listMemberEmails(query: Query, frontend: string) {
  const rows = await query`
    select a.id as "accountId", a.email from frontend_member m join account a on a.id = m.account_id
    where m.frontend = ${frontend} and a.status = 'active' and a.email_verified_at is not null order by a.id`;
  return parseRows(memberEmailSchema, rows);
}

/** False when they are a member already. */
export async function insertMember(
  tx: Query,
  { frontend, accountId }: MemberKey,
  now: Date,
): Promise<boolean> {
  const rows = await tx`
    insert into frontend_member (frontend, account_id, added_at)
    values (${frontend}, ${accountId}, ${now.toISOString()}::timestamptz) on conflict do nothing returning frontend`;
  return rows.length > 0;
}

/** False when they are none. */
export async function deleteMember(tx: Query, { frontend, accountId }: MemberKey): Promise<boolean> {
  const rows = await tx`
    delete from frontend_member where frontend = ${frontend} and account_id = ${accountId} returning frontend`;
  return rows.length > 0;
}
