import {
  addEmailResult,
  addPasskeyInput,
  addPasskeyResult,
  beginAddPasskeyResult,
  beginPasskeyResult,
  beginPhoneInput,
  beginPhoneResult,
  beginProofInput,
  beginProofResult,
  beginTotpResult,
  confirmFactorInput,
  confirmFactorResult,
  deviceIdInput,
  factorIdInput,
  finishSecondInput,
  finishSecondResult,
  passkeySignInInput,
  passkeySignInResult,
  proveAgainInput,
  proveAgainResult,
  recoveryCodesResult,
  removeFactorResult,
  renameFactorInput,
  secondStepSchema,
  securityOverviewSchema,
  stepUpOffersSchema,
} from '@plaza/contracts';
import { z } from 'zod';
import { allOf, anyone, fresh, own, ownVisit, signedIn } from '../../platform/policy.ts';
import { accountProcedure, procedure, router } from '../../platform/trpc.ts';
import { addEmail } from './add-email.ts';
import { addPasskey, beginAddPasskey } from './add-passkey.ts';
import { beginPhone, confirmPhone } from './add-phone.ts';
import { beginTotp, confirmTotp } from './add-totp.ts';
import { removeFactor, renameFactor } from './change-factor.ts';
import { forgetDevice } from './forget-device.ts';
import { getSecurityOverview } from './get-security-overview.ts';
import { beginPasskeySignIn, finishPasskeySignIn } from './passkey-sign-in.ts';
import { renewRecoveryCodes } from './renew-recovery-codes.ts';
import { beginSecond, finishSecond, getSecondStep } from './second-step.ts';
import { beginStepUp, getStepUpOffers, proveAgain } from './step-up.ts';

const freshOwn = allOf(fresh, own('factor'));

export const factorRouter = router({
  // Signing in with a passkey alone.
  beginPasskey: procedure(anyone)
    .output(beginPasskeyResult)
    .mutation(({ ctx }) => beginPasskeySignIn(ctx)),
  finishPasskey: procedure(anyone)
    .input(passkeySignInInput)
    .output(passkeySignInResult)
    .mutation(({ ctx, input }) => finishPasskeySignIn(ctx, input)),

  // The second step of signing in.
  second: procedure(ownVisit)
    .output(secondStepSchema)
    .query(({ ctx }) => getSecondStep(ctx)),
  beginSecond: procedure(ownVisit)
    .input(beginProofInput)
    .output(beginProofResult)
    .mutation(({ ctx, input }) => beginSecond(ctx, input)),
  finishSecond: procedure(ownVisit)
    .input(finishSecondInput)
    .output(finishSecondResult)
    .mutation(({ ctx, input }) => finishSecond(ctx, input)),

  // Showing anew who one is.
  stepUp: accountProcedure(signedIn)
    .output(stepUpOffersSchema)
    .query(({ ctx }) => getStepUpOffers(ctx)),
  beginStepUp: accountProcedure(signedIn)
    .input(beginProofInput)
    .output(beginProofResult)
    .mutation(({ ctx, input }) => beginStepUp(ctx, input)),
  proveAgain: accountProcedure(signedIn)
    .input(proveAgainInput)
    .output(proveAgainResult)
    .mutation(({ ctx, input }) => proveAgain(ctx, input)),

  // What an account is confirmed by.
  overview: accountProcedure(signedIn)
    .output(securityOverviewSchema)
    .query(({ ctx }) => getSecurityOverview(ctx)),
  beginTotp: accountProcedure(fresh)
    .output(beginTotpResult)
    .mutation(({ ctx }) => beginTotp(ctx)),
  confirmTotp: accountProcedure(freshOwn)
    .input(confirmFactorInput)
    .output(confirmFactorResult)
    .mutation(({ ctx, input }) => confirmTotp(ctx, input)),
  beginAddPasskey: accountProcedure(fresh)
    .output(beginAddPasskeyResult)
    .mutation(({ ctx }) => beginAddPasskey(ctx)),
  addPasskey: accountProcedure(fresh)
    .input(addPasskeyInput)
    .output(addPasskeyResult)
    .mutation(({ ctx, input }) => addPasskey(ctx, input)),
  addEmail: accountProcedure(fresh)
    .output(addEmailResult)
    .mutation(({ ctx }) => addEmail(ctx)),
  beginPhone: accountProcedure(fresh)
    .input(beginPhoneInput)
    .output(beginPhoneResult)
    .mutation(({ ctx, input }) => beginPhone(ctx, input)),
  confirmPhone: accountProcedure(freshOwn)
    .input(confirmFactorInput)
    .output(confirmFactorResult)
    .mutation(({ ctx, input }) => confirmPhone(ctx, input)),
  rename: accountProcedure(freshOwn)
    .input(renameFactorInput)
    .output(z.null())
    .mutation(({ ctx, input }) => renameFactor(ctx, input)),
  remove: accountProcedure(freshOwn)
    .input(factorIdInput)
    .output(removeFactorResult)
    .mutation(({ ctx, input }) => removeFactor(ctx, input)),
  renewRecoveryCodes: accountProcedure(fresh)
    .output(recoveryCodesResult)
    .mutation(({ ctx }) => renewRecoveryCodes(ctx)),
  forgetDevice: accountProcedure(allOf(signedIn, own('device')))
    .input(deviceIdInput)
    .output(z.null())
    .mutation(({ ctx, input }) => forgetDevice(ctx, input)),
});
