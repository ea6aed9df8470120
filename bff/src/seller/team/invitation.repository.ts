import { idSchema, type SellerPermission, sellerPermissionSchema } from '@plaza/contracts';
import { z } from 'zod';
import { momentSchema, parseRows, type Query } from '../../platform/query.ts';

const invitationSchema = z.object({
  invitation: z.object({
    id: idSchema,
    sellerId: idSchema,
    sellerName: z.string(),
    /** Sealed. */
    email: z.string(),
    emailIndex: z.string(),
    permissions: z.array(sellerPermissionSchema),
    invitedBy: idSchema,
    createdAt: momentSchema,
    expiresAt: momentSchema,
  }),
});
export type InvitationRecord = z.output<typeof invitationSchema>['invitation'];

/** Needs `i` (seller_invitation) and `s` (seller) in scope. */
const invitationJson = (query: Query) => query`
  jsonb_build_object('id', i.id, 'sellerId', i.seller_id, 'sellerName', s.name, 'email', i.email,
    'emailIndex', i.email_index, 'permissions', i.permissions, 'invitedBy', i.invited_by, 'createdAt', i.created_at,
    'expiresAt', i.expires_at)`;
const read = (rows: readonly unknown[]) =>
  parseRows(invitationSchema, rows).map(({ invitation }) => invitation);

/** What a seller waits for, the newest first. */
export async function listInvitations(
  query: Query,
  sellerId: string,
  now: Date,
): Promise<InvitationRecord[]> {
  return read(
    await query`
    select ${invitationJson(query)} as invitation from seller_invitation i join seller s on s.id = i.seller_id
    where i.seller_id = ${sellerId} and i.expires_at > ${now.toISOString()}::timestamptz
    order by i.created_at desc, i.id limit 200`,
  );
}

/** The invitation of a link that works, or null. In a transaction nobody else uses it up until the end of that. */
export async function findInvitation(
  query: Query,
  { tokenHash, now }: { tokenHash: string; now: Date },
): Promise<InvitationRecord | null> {
  const [found = null] = read(
    await query`
    select ${invitationJson(query)} as invitation from seller_invitation i join seller s on s.id = i.seller_id
    where i.token_hash = ${tokenHash} and i.expires_at > ${now.toISOString()}::timestamptz
    for update of i`,
  );
  return found;
}

interface NewInvitation {
  id: string;
  sellerId: string;
  email: string;
  emailIndex: string;
  permissions: readonly SellerPermission[];
  tokenHash: string;
  invitedBy: string;
  now: Date;
  expiresAt: Date;
}
/** Stores an invitation in place of an earlier one to the same address, whose link is void. */
export async function replaceInvitation(tx: Query, input: NewInvitation): Promise<void> {
  await tx`
    delete from seller_invitation where seller_id = ${input.sellerId} and email_index = ${input.emailIndex}`;
  await tx`
    insert into seller_invitation (id, seller_id, email, email_index, permissions, token_hash, invited_by, expires_at, created_at)
    values (${input.id}, ${input.sellerId}, ${input.email}, ${input.emailIndex}, ${[...input.permissions]}::text[],
      ${input.tokenHash}, ${input.invitedBy}, ${input.expiresAt.toISOString()}::timestamptz,
      ${input.now.toISOString()}::timestamptz)`;
}

/** Uses an invitation up, or withdraws it: of several at once, one does. */
export async function deleteInvitation(
  tx: Query,
  { id, sellerId }: { id: string; sellerId: string },
): Promise<boolean> {
  const rows = await tx`
    delete from seller_invitation where id = ${id} and seller_id = ${sellerId} returning id`;
  return rows.length > 0;
}

/** Withdraws what somebody has asked for who may not ask any more. */
export async function deleteInvitationsOf(
  tx: Query,
  { sellerId, invitedBy }: { sellerId: string; invitedBy: string },
): Promise<void> {
  await tx`delete from seller_invitation where seller_id = ${sellerId} and invited_by = ${invitedBy}`;
}

const countSchema = z.object({ count: z.int() });
/** How many work for a seller or are asked to; locks the seller until the end of the transaction. */
export async function countTeam(tx: Query, sellerId: string): Promise<number> {
  await tx`select from seller where id = ${sellerId} for update`;
  const rows = await tx`
    select (select count(*) from seller_member where seller_id = ${sellerId})::int
      + (select count(*) from seller_invitation where seller_id = ${sellerId})::int as count`;
  return parseRows(countSchema, rows)[0]?.count ?? 0;
}

export async function deleteExpiredInvitations(query: Query, now: Date): Promise<void> {
  await query`delete from seller_invitation where expires_at <= ${now.toISOString()}::timestamptz`;
}
