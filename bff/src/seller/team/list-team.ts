import { SELLER_PERMISSIONS, type Team, type TeamInvitation } from '@plaza/contracts';
import { EMAIL_CONTEXT } from '../../identity/public.ts';
import type { Services } from '../../platform/services.ts';
import { notFound } from '../../platform/trpc.ts';
import { type InvitationRecord, listInvitations } from './invitation.repository.ts';
import { findSellerWithOwner, listMembers } from './team.repository.ts';
import { mayChange, type TeamActor } from './team-rules.ts';

export const INVITATION_CONTEXT = 'seller_invitation.email';

/** Who works for the seller, its owner first, and who was asked to. */
export async function listTeam(services: Services, actor: TeamActor): Promise<Team> {
  const { database, sealing, clock } = services;
  const seller = await findSellerWithOwner(database.client, actor.sellerId);
  if (!seller) throw notFound('seller');
  const members = await listMembers(database.client, actor.sellerId);
  const invitations = await listInvitations(database.client, actor.sellerId, clock.now());
  const openEmail = (sealed: string) => sealing.open(sealed, EMAIL_CONTEXT);
  return {
    sellerName: seller.name,
    members: [
      {
        accountId: seller.owner.accountId,
        displayName: seller.owner.displayName,
        email: openEmail(seller.owner.email),
        isOwner: true,
        isSelf: seller.owner.accountId === actor.accountId,
        permissions: [...SELLER_PERMISSIONS],
        addedAt: seller.createdAt.toISOString(),
        canChange: false,
      },
      ...members.map(({ accountId, displayName, email, permissions, addedAt }) => ({
        accountId,
        displayName,
        email: openEmail(email),
        isOwner: false,
        isSelf: accountId === actor.accountId,
        permissions,
        addedAt: addedAt.toISOString(),
        canChange: accountId !== actor.accountId && mayChange(actor.permissions, permissions, []),
      })),
    ],
    invitations: invitations.map((invitation) => toInvitation(services, invitation)),
    grantable: [...actor.permissions],
  };
}

/** An invitation as the team sees it. */
export const toInvitation = (
  { sealing }: Services,
  {
    id,
    email,
    permissions,
    createdAt,
    expiresAt,
  }: Pick<InvitationRecord, 'id' | 'email' | 'permissions' | 'createdAt' | 'expiresAt'>,
): TeamInvitation => ({
  id,
  email: sealing.open(email, INVITATION_CONTEXT),
  permissions,
  invitedAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
});
