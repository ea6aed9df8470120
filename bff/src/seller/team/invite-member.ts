import { type Account, type InviteMemberResult, type inviteMemberInput, newId } from '@plaza/contracts';
import type { z } from 'zod';
import { appendAudit } from '../../audit/public.ts';
import { EMAIL_CONTEXT, findAccountByEmail, hashToken, newToken } from '../../identity/public.ts';
import { queueMail } from '../../notification/public.ts';
import type { LimitRule } from '../../platform/rate-limits.ts';
import type { Services } from '../../platform/services.ts';
import { notFound } from '../../platform/trpc.ts';
import {
  countTeam,
  deleteExpiredInvitations,
  deleteInvitation,
  replaceInvitation,
} from './invitation.repository.ts';
import { INVITATION_CONTEXT, toInvitation } from './list-team.ts';
import { INVITATION_LIFE_MS, invitationMail } from './team.mails.ts';
import { mayChange, NOT_YOURS, type TeamActor } from './team-rules.ts';

const MAX_TEAM = 100;
/** Mails to addresses that somebody types in. */
const OF_SELLER: LimitRule = { name: 'team-invitation', points: 30, durationS: 86_400 };

/**
 * Asks somebody by mail to work for the seller. The answer does not tell whether the address has an account: only that it
 * is on the team already, which whoever asks can see.
 */
export async function inviteMember(
  services: Services,
  actor: TeamActor,
  inviter: Pick<Account, 'displayName' | 'email'>,
  { email, permissions }: z.output<typeof inviteMemberInput>,
): Promise<InviteMemberResult> {
  const { database, sealing, clock, rateLimits, mailWaker } = services;
  if (!mayChange(actor.permissions, [], permissions)) return NOT_YOURS;
  const known = await findAccountByEmail(database.client, sealing, email);
  if (email === inviter.email || known?.seller?.id === actor.sellerId)
    return { ok: false, code: 'is_member', message: 'They work for this shop already.' };
  const limit = await rateLimits.consume(OF_SELLER, actor.sellerId);
  if (!limit.allowed)
    return { ok: false, code: 'too_many', message: 'Too many invitations for today. Try again tomorrow.' };

  const now = clock.now();
  const token = newToken();
  const invitation = {
    id: newId(),
    sellerId: actor.sellerId,
    email: sealing.seal(email, INVITATION_CONTEXT),
    emailIndex: sealing.blindIndex(email, EMAIL_CONTEXT),
    permissions,
    tokenHash: hashToken(token),
    invitedBy: actor.accountId,
    now,
    expiresAt: new Date(now.getTime() + INVITATION_LIFE_MS),
  };
  const isAsked = await database.client.begin(async (tx) => {
    if ((await countTeam(tx, actor.sellerId)) >= MAX_TEAM) return false;
    await replaceInvitation(tx, invitation);
    const { displayName: inviterName } = inviter;
    await queueMail(tx, invitationMail, {
      to: email,
      data: { token, inviterName, sellerName: actor.sellerName, permissions },
      dedupeKey: invitation.id,
      now,
    });
    await appendAudit(tx, {
      actor: { kind: 'account', accountId: actor.accountId },
      action: 'seller.member_invited',
      subject: { kind: 'seller', id: actor.sellerId },
      details: { invitationId: invitation.id, permissions },
      at: now,
    });
    return true;
  });
  if (!isAsked) return { ok: false, code: 'too_many', message: `A team has at most ${MAX_TEAM} people.` };
  mailWaker.wake();
  return { ok: true, invitation: toInvitation(services, { ...invitation, createdAt: now }) };
}

/**
 * Withdraws an invitation: its link is void.
 * @throws NOT_FOUND when the seller has no such invitation
 */
export async function cancelInvitation(
  { database, clock }: Services,
  actor: TeamActor,
  { invitationId }: { invitationId: string },
): Promise<null> {
  await database.client.begin(async (tx) => {
    if (!(await deleteInvitation(tx, { id: invitationId, sellerId: actor.sellerId })))
      throw notFound('invitation');
    await appendAudit(tx, {
      actor: { kind: 'account', accountId: actor.accountId },
      action: 'seller.invitation_cancelled',
      subject: { kind: 'seller', id: actor.sellerId },
      details: { invitationId },
      at: clock.now(),
    });
  });
  return null;
}

/** Removes what nobody has answered in time. For a job. */
export const removeExpiredInvitations = ({ database, clock }: Services): Promise<void> =>
  deleteExpiredInvitations(database.client, clock.now());
