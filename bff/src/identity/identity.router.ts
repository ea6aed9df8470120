import {
  accountSchema,
  changePasswordInput,
  changePasswordResult,
  signInInput,
  signInResult,
  signUpInput,
  signUpResult,
} from '@plaza/contracts';
import { z } from 'zod';
import { anyone, fresh, ownVisit } from '../platform/policy.ts';
import { accountProcedure, procedure, router } from '../platform/trpc.ts';
import { changePassword } from './change-password.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { signUp } from './sign-up.ts';

export const identityRouter = router({
  /** Who is signed in, or null. */
  me: procedure(ownVisit)
    .output(accountSchema.nullable())
    .query(({ ctx }) => ctx.visitor.account()),
  signIn: procedure(anyone)
    .input(signInInput)
    .output(signInResult)
    .mutation(({ ctx, input }) => signIn(ctx, input)),
  signUp: procedure(anyone)
    .input(signUpInput)
    .output(signUpResult)
    .mutation(({ ctx, input }) => signUp(ctx, input)),
  changePassword: accountProcedure(fresh)
    .input(changePasswordInput)
    .output(changePasswordResult)
    .mutation(({ ctx, input }) => changePassword(ctx, input)),
  signOut: procedure(ownVisit)
    .output(z.null())
    .mutation(({ ctx }) => signOut(ctx)),
});
