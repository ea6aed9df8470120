import {
  changeMemberInput,
  changeMemberResult,
  invitationInput,
  inviteMemberInput,
  inviteMemberResult,
  joinTeamInput,
  joinTeamResult,
  memberInput,
  openInvitationResult,
  teamSchema,
} from '@plaza/contracts';
import { z } from 'zod';
import { allOf, fresh, own, type Policy, sellerMay, verified } from '../../platform/policy.ts';
import { accountProcedure, router, sellerProcedure } from '../../platform/trpc.ts';
import { changeMember } from './change-member.ts';
import { cancelInvitation, inviteMember } from './invite-member.ts';
import { joinTeam, openInvitation } from './join-team.ts';
import { listTeam } from './list-team.ts';

const mayTeam = sellerMay('team');

const teamProcedure = (policy: Policy) =>
  sellerProcedure(policy).use(({ ctx, next }) => {
    const { id: sellerId, name: sellerName, permissions } = ctx.seller;
    return next({ ctx: { ...ctx, actor: { accountId: ctx.account.id, sellerId, sellerName, permissions } } });
  });

/** Who works for a seller. */
export const teamRouter = router({
  list: teamProcedure(mayTeam)
    .output(teamSchema)
    .query(({ ctx }) => listTeam(ctx.services, ctx.actor)),
  invite: teamProcedure(allOf(mayTeam, fresh))
    .input(inviteMemberInput)
    .output(inviteMemberResult)
    .mutation(({ ctx, input }) => inviteMember(ctx.services, ctx.actor, ctx.account, input)),
  cancelInvitation: teamProcedure(allOf(mayTeam, own('invitation')))
    .input(invitationInput)
    .output(z.null())
    .mutation(({ ctx, input }) => cancelInvitation(ctx.services, ctx.actor, input)),
  changeMember: teamProcedure(allOf(mayTeam, fresh, own('member')))
    .input(changeMemberInput)
    .output(changeMemberResult)
    .mutation(({ ctx, input }) => changeMember(ctx.services, ctx.actor, input)),
  removeMember: teamProcedure(allOf(mayTeam, own('member')))
    .input(memberInput)
    .output(changeMemberResult)
    .mutation(({ ctx, input }) =>
      changeMember(ctx.services, ctx.actor, { accountId: input.accountId, permissions: [] }),
    ),
  // Tokens travel in bodies, so looking is a mutation too.
  openInvitation: accountProcedure(verified)
    .input(joinTeamInput)
    .output(openInvitationResult)
    .mutation(({ ctx, input }) => openInvitation(ctx.services, ctx.account, input)),
  join: accountProcedure(verified)
    .input(joinTeamInput)
    .output(joinTeamResult)
    .mutation(({ ctx, input }) => joinTeam(ctx.services, ctx.account, input)),
});
