import {
  linkInput,
  linkRequestResult,
  openResetResult,
  requestResetInput,
  resetPasswordInput,
  resetPasswordResult,
  securityQuestionsResult,
  setSecurityQuestionsInput,
} from '@plaza/contracts';
import { anyone, fresh, ownVisit, signedIn } from '../../platform/policy.ts';
import { accountProcedure, procedure, router } from '../../platform/trpc.ts';
import { openReset } from './open-reset.ts';
import { requestReset } from './request-reset.ts';
import { resetPassword } from './reset-password.ts';
import { getSecurityQuestions, setSecurityQuestions } from './security-questions.ts';

/** Back into an account without its password. Tokens travel in bodies, so whatever takes one is a mutation. */
export const recoveryRouter = router({
  request: procedure(anyone)
    .input(requestResetInput)
    .output(linkRequestResult)
    .mutation(({ ctx, input }) => requestReset(ctx, input)),
  open: procedure(anyone)
    .input(linkInput)
    .output(openResetResult)
    .mutation(({ ctx, input }) => openReset(ctx, input)),
  reset: procedure(ownVisit)
    .input(resetPasswordInput)
    .output(resetPasswordResult)
    .mutation(({ ctx, input }) => resetPassword(ctx, input)),
  questions: accountProcedure(signedIn)
    .output(securityQuestionsResult)
    .query(({ ctx }) => getSecurityQuestions(ctx)),
  setQuestions: accountProcedure(fresh)
    .input(setSecurityQuestionsInput)
    .output(securityQuestionsResult)
    .mutation(({ ctx, input }) => setSecurityQuestions(ctx, input)),
});
