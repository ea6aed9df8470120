import { captchaChallengeInput, captchaChallengeSchema } from '@plaza/contracts';
import { anyone } from '../../platform/policy.ts';
import { procedure, router } from '../../platform/trpc.ts';
import { makeChallenge } from './make-challenge.ts';

export const captchaRouter = router({
  /** A mutation, because every call answers another puzzle. */
  challenge: procedure(anyone)
    .input(captchaChallengeInput)
    .output(captchaChallengeSchema)
    .mutation(({ ctx, input }) => makeChallenge(ctx, input)),
});
