import {
  emailChangeResult,
  linkInput,
  linkRequestResult,
  requestEmailChangeInput,
  verifyEmailInput,
  verifyEmailResult,
} from '@plaza/contracts';
import { fresh, ownVisit, signedIn } from '../../platform/policy.ts';
import { accountProcedure, procedure, router } from '../../platform/trpc.ts';
import { confirmEmailChange } from './confirm-email-change.ts';
import { requestEmailChange } from './request-email-change.ts';
import { resendVerification } from './resend-verification.ts';
import { undoEmailChange } from './undo-email-change.ts';
import { verifyEmail } from './verify-email.ts';

/** Whose an e-mail address is. Tokens travel in bodies, so every one of these is a mutation. */
export const verificationRouter = router({
  resend: procedure(ownVisit)
    .output(linkRequestResult)
    .mutation(({ ctx }) => resendVerification(ctx)),
  verify: procedure(ownVisit)
    .input(verifyEmailInput)
    .output(verifyEmailResult)
    .mutation(({ ctx, input }) => verifyEmail(ctx, input)),
  requestChange: accountProcedure(fresh)
    .input(requestEmailChangeInput)
    .output(linkRequestResult)
    .mutation(({ ctx, input }) => requestEmailChange(ctx, input)),
  confirmChange: accountProcedure(signedIn)
    .input(linkInput)
    .output(emailChangeResult)
    .mutation(({ ctx, input }) => confirmEmailChange(ctx, input)),
  undoChange: procedure(ownVisit)
    .input(linkInput)
    .output(emailChangeResult)
    .mutation(({ ctx, input }) => undoEmailChange(ctx, input)),
});
