import {
  activateReleaseInput,
  addFrontendMemberInput,
  addFrontendMemberResult,
  canaryChangeInput,
  changeAudienceInput,
  createReleaseTokenInput,
  createReleaseTokenResult,
  diffReleasesInput,
  endReleaseTokenInput,
  frontendDetailSchema,
  frontendInput,
  frontendMemberInput,
  internalVisitSchema,
  releaseDiffSchema,
  rolloutChangeInput,
  rolloutChangeResult,
  rolloutHistoryInput,
  rolloutHistorySchema,
  rolloutListSchema,
  startCanaryInput,
} from '@plaza/contracts';
import { z } from 'zod';
import { admin, allOf, developer, fresh, own, type Policy } from '../platform/policy.ts';
import { accountProcedure, router } from '../platform/trpc.ts';
import { addMember, removeMember } from './change-members.ts';
import { changeOwnRollout } from './change-own-rollout.ts';
import { diffReleases } from './diff-releases.ts';
import { getFrontend } from './get-frontend.ts';
import { joinInternal, leaveInternal, readInternalVisit } from './internal-visit.ts';
import { listRollouts } from './list-rollouts.ts';
import { readHistory } from './read-history.ts';
import { createToken, endToken } from './release-tokens.ts';

/** What makes visitors get something that they did not get before. */
const mayRelease = allOf(developer, fresh, own('frontend'));
/** What takes it back: at once, also for somebody who signed in this morning. */
const mayStop = allOf(developer, own('frontend'));

const change = (policy: Policy) => accountProcedure(policy).output(rolloutChangeResult);

/** What visitors get of the frontends, and who may change it. */
export const releaseRouter = router({
  list: accountProcedure(developer)
    .output(rolloutListSchema)
    .query(({ ctx }) => listRollouts(ctx.services, ctx.account)),
  get: accountProcedure(developer)
    .input(frontendInput)
    .output(frontendDetailSchema)
    .query(({ ctx, input }) => getFrontend(ctx.services, ctx.account, input)),
  history: accountProcedure(developer)
    .input(rolloutHistoryInput)
    .output(rolloutHistorySchema)
    .query(({ ctx, input }) => readHistory(ctx.services, input)),
  diff: accountProcedure(developer)
    .input(diffReleasesInput)
    .output(releaseDiffSchema)
    .query(({ ctx, input }) => diffReleases(ctx.services, input)),
  activate: change(mayRelease)
    .input(activateReleaseInput)
    .mutation(({ ctx, input: { version, ...about } }) =>
      changeOwnRollout(ctx.services, ctx.account, { ...about, step: { kind: 'activate', version } }),
    ),
  startCanary: change(mayRelease)
    .input(startCanaryInput)
    .mutation(({ ctx, input: { version, audience, ...about } }) =>
      changeOwnRollout(ctx.services, ctx.account, {
        ...about,
        step: { kind: 'startCanary', version, audience },
      }),
    ),
  changeAudience: change(mayRelease)
    .input(changeAudienceInput)
    .mutation(({ ctx, input: { version, audience, ...about } }) =>
      changeOwnRollout(ctx.services, ctx.account, {
        ...about,
        step: { kind: 'changeAudience', version, audience },
      }),
    ),
  resume: change(mayRelease)
    .input(canaryChangeInput)
    .mutation(({ ctx, input: { version, ...about } }) =>
      changeOwnRollout(ctx.services, ctx.account, { ...about, step: { kind: 'resume', version } }),
    ),
  promote: change(mayRelease)
    .input(canaryChangeInput)
    .mutation(({ ctx, input: { version, ...about } }) =>
      changeOwnRollout(ctx.services, ctx.account, { ...about, step: { kind: 'promote', version } }),
    ),
  switchOn: change(mayRelease)
    .input(rolloutChangeInput)
    .mutation(({ ctx, input }) =>
      changeOwnRollout(ctx.services, ctx.account, { ...input, step: { kind: 'switchOn' } }),
    ),
  hold: change(mayStop)
    .input(canaryChangeInput)
    .mutation(({ ctx, input: { version, ...about } }) =>
      changeOwnRollout(ctx.services, ctx.account, { ...about, step: { kind: 'hold', version } }),
    ),
  rollBack: change(mayStop)
    .input(canaryChangeInput)
    .mutation(({ ctx, input: { version, ...about } }) =>
      changeOwnRollout(ctx.services, ctx.account, { ...about, step: { kind: 'rollBack', version } }),
    ),
  switchOff: change(mayStop)
    .input(rolloutChangeInput)
    .mutation(({ ctx, input }) =>
      changeOwnRollout(ctx.services, ctx.account, { ...input, step: { kind: 'switchOff' } }),
    ),
  addMember: accountProcedure(allOf(admin, fresh, own('frontend')))
    .input(addFrontendMemberInput)
    .output(addFrontendMemberResult)
    .mutation(({ ctx, input }) => addMember(ctx.services, ctx.account, input)),
  removeMember: accountProcedure(allOf(admin, fresh, own('frontend')))
    .input(frontendMemberInput)
    .output(z.null())
    .mutation(({ ctx, input }) => removeMember(ctx.services, ctx.account, input)),
  createToken: accountProcedure(mayRelease)
    .input(createReleaseTokenInput)
    .output(createReleaseTokenResult)
    .mutation(({ ctx, input }) => createToken(ctx.services, ctx.account, input)),
  endToken: accountProcedure(mayStop)
    .input(endReleaseTokenInput)
    .output(z.null())
    .mutation(({ ctx, input }) => endToken(ctx.services, ctx.account, input)),
  internalVisit: accountProcedure(developer)
    .output(internalVisitSchema)
    .query(({ ctx }) => readInternalVisit(ctx.services, ctx.visitor)),
  joinInternal: accountProcedure(developer)
    .output(internalVisitSchema)
    .mutation(({ ctx }) => joinInternal(ctx.services, ctx.visitor)),
  leaveInternal: accountProcedure(developer)
    .output(internalVisitSchema)
    .mutation(({ ctx }) => leaveInternal(ctx.visitor)),
});
