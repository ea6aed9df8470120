import {
  beginLinkResult,
  confirmSocialInput,
  confirmSocialResult,
  connectionsSchema,
  pendingSocialSchema,
  socialProviderInput,
  socialProviderSchema,
  unlinkResult,
} from '@plaza/contracts';
import { z } from 'zod';
import { allOf, anyone, fresh, ownVisit, signedIn } from '../../platform/policy.ts';
import { accountProcedure, procedure, router } from '../../platform/trpc.ts';
import { beginAttempt } from './begin-attempt.ts';
import { confirmEmail, getPending } from './confirm-email.ts';
import { listConnections } from './list-connections.ts';
import { listProviders } from './providers.ts';
import { unlinkIdentity } from './unlink-identity.ts';

export const socialLoginRouter = router({
  /** With whom people may sign in. */
  providers: procedure(anyone)
    .output(z.array(socialProviderSchema))
    .query(({ ctx }) => listProviders(ctx.services)),
  pending: procedure(ownVisit)
    .output(pendingSocialSchema.nullable())
    .query(({ ctx }) => getPending(ctx)),
  confirmEmail: procedure(ownVisit)
    .input(confirmSocialInput)
    .output(confirmSocialResult)
    .mutation(({ ctx, input }) => confirmEmail(ctx, input)),
  connections: accountProcedure(signedIn)
    .output(connectionsSchema)
    .query(({ ctx }) => listConnections(ctx)),
  beginLink: accountProcedure(allOf(signedIn, fresh))
    .input(socialProviderInput)
    .output(beginLinkResult)
    .mutation(({ ctx, input }) =>
      beginAttempt(ctx, { providerId: input.provider, accountId: ctx.account.id, returnTo: '/' }),
    ),
  unlink: accountProcedure(allOf(signedIn, fresh))
    .input(socialProviderInput)
    .output(unlinkResult)
    .mutation(({ ctx, input }) => unlinkIdentity(ctx, input)),
});
