import type { ChangeMemberResult, SellerPermission } from '@plaza/contracts';
import { appendAudit } from '../../audit/public.ts';
import { EMAIL_CONTEXT } from '../../identity/public.ts';
import { queueMail } from '../../notification/public.ts';
import type { Query } from '../../platform/query.ts';
import type { Services } from '../../platform/services.ts';
import { notFound } from '../../platform/trpc.ts';
import { deleteInvitationsOf } from './invitation.repository.ts';
import { memberChangedMail, memberRemovedMail } from './team.mails.ts';
import {
  deleteMember,
  findSellerWithOwner,
  lockMember,
  type MemberRecord,
  savePermissions,
} from './team.repository.ts';
import { mayChange, NOT_YOURS, type TeamActor } from './team-rules.ts';

interface Change {
  accountId: string;
  /** What they may do from now on; nothing takes them out of the team. */
  permissions: readonly SellerPermission[];
}

/**
 * Gives a member of the team other rights, at once and in every browser of theirs, or takes them out of it.
 * @throws NOT_FOUND when nobody of that account works for the seller
 */
export async function changeMember(
  services: Services,
  actor: TeamActor,
  change: Change,
): Promise<ChangeMemberResult> {
  const { database, changes, mailWaker } = services;
  const result = await database.client.begin((tx) => carryOut(tx, services, actor, change));
  if (!result.ok) return result;
  changes.tell(`account:${change.accountId}`);
  mailWaker.wake();
  return result;
}

async function carryOut(
  tx: Query,
  services: Services,
  actor: TeamActor,
  { accountId, permissions }: Change,
): Promise<ChangeMemberResult> {
  const { sellerId } = actor;
  const seller = await findSellerWithOwner(tx, sellerId);
  if (seller?.owner.accountId === accountId)
    return { ok: false, code: 'is_owner', message: 'The owner of a shop may do everything, and stays.' };
  const member = await lockMember(tx, { sellerId, accountId });
  if (!member) throw notFound('member of the team');
  if (accountId === actor.accountId)
    return { ok: false, code: 'is_self', message: 'Somebody else has to change what you may do.' };
  if (!mayChange(actor.permissions, member.permissions, permissions)) return NOT_YOURS;
  if (permissions.length === 0) await deleteMember(tx, { sellerId, accountId });
  else await savePermissions(tx, { sellerId, accountId, permissions });
  // What they have asked others to do, they may not ask any more.
  if (!permissions.includes('team')) await deleteInvitationsOf(tx, { sellerId, invitedBy: accountId });
  await tell(tx, services, actor, member, permissions);
  return { ok: true };
}

/** The member by mail, and the log. */
async function tell(
  tx: Query,
  { sealing, clock }: Services,
  { accountId: actorId, sellerId, sellerName }: TeamActor,
  { accountId, email, permissions: before }: MemberRecord,
  permissions: readonly SellerPermission[],
): Promise<void> {
  const now = clock.now();
  const to = sealing.open(email, EMAIL_CONTEXT);
  const about = { sellerName, at: now.toISOString() };
  const dedupeKey = `${sellerId}:${accountId}:${now.toISOString()}`;
  if (permissions.length === 0) await queueMail(tx, memberRemovedMail, { to, data: about, dedupeKey, now });
  else {
    const data = { ...about, permissions: [...permissions] };
    await queueMail(tx, memberChangedMail, { to, data, dedupeKey, now });
  }
  await appendAudit(tx, {
    actor: { kind: 'account', accountId: actorId },
    action: permissions.length === 0 ? 'seller.member_removed' : 'seller.member_changed',
    subject: { kind: 'seller', id: sellerId },
    details: { memberId: accountId, before, after: permissions },
    at: now,
  });
}
