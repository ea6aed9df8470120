import type { Account } from '@plaza/contracts';
import { initTRPC, TRPCError } from '@trpc/server';
import { z } from 'zod';
import type { Policy } from './policy.ts';
import type { Services } from './services.ts';

/** The browser behind a request. */
export interface Visitor {
  /** Who is signed in; looked up once a request, on first use. */
  account(): Promise<Account | null>;
  /** SHA-256 of the cart cookie's token, or null for a browser that has none. */
  cartTokenHash: string | null;
  /** Gives the browser a cart cookie when it has none; answers the hash of its token. */
  ensureCartToken(): string;
  setSession(token: string, expiresAt: Date): void;
  clearSession(): void;
  /** Token of the session cookie, for signing out. */
  sessionToken: string | null;
  /** For limits only; never stored. */
  remoteAddress: string;
}

export interface Context {
  services: Services;
  visitor: Visitor;
}

interface Meta {
  policy: string;
}

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    errorFormatter: ({ shape, error }) => ({
      ...shape,
      message: error.cause instanceof z.ZodError ? firstIssue(error.cause) : shape.message,
      data: { code: shape.data.code, httpStatus: shape.data.httpStatus, path: shape.data.path },
    }),
  });

/** One line for a person: which input, and what is wrong with it. */
function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  if (!issue) return 'The input is not valid.';
  const path = issue.path.join('.');
  return path === '' ? issue.message : `${path}: ${issue.message}`;
}

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/**
 * The only way to make a procedure: it states who may call it. A visitor without the right gets 401 or 403 before the
 * input is looked at.
 */
export const procedure = (policy: Policy) =>
  t.procedure.meta({ policy: policy.name }).use(async ({ ctx, next }) => {
    const account =
      policy.name === 'anyone' || policy.name === 'ownVisit' ? null : await ctx.visitor.account();
    const verdict = policy.decide({ account });
    if (verdict === 'sign_in_required')
      throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Sign in to continue.' });
    if (verdict === 'forbidden')
      throw new TRPCError({ code: 'FORBIDDEN', message: 'Your account may not do this.' });
    return next();
  });

/** As `procedure`, for somebody who is signed in; hands the account to the use case. */
export const accountProcedure = (policy: Policy) =>
  procedure(policy).use(async ({ ctx, next }) => {
    const account = await ctx.visitor.account();
    if (!account) throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Sign in to continue.' });
    return next({ ctx: { ...ctx, account } });
  });

/** As `procedure`, for an account that owns a seller; hands the seller to the use case. */
export const sellerProcedure = (policy: Policy) =>
  accountProcedure(policy).use(async ({ ctx, next }) => {
    if (!ctx.account.seller)
      throw new TRPCError({ code: 'FORBIDDEN', message: 'Your account does not sell.' });
    return next({ ctx: { ...ctx, seller: ctx.account.seller } });
  });

/** For a thing that is not there, or not theirs: the answer is the same, so that ids cannot be probed. */
export const notFound = (what: string) =>
  new TRPCError({ code: 'NOT_FOUND', message: `This ${what} does not exist.` });
