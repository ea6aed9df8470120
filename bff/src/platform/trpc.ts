import type { Account, ApiScope, AuthMethod, RefusalReason } from '@plaza/contracts';
import { initTRPC, TRPCError } from '@trpc/server';
import { z } from 'zod';
import { isUnstorableText } from './pg-errors.ts';
import { type Asker, type OwnResource, type Policy, showsTwoProofs } from './policy.ts';
import { scopeFor } from './scopes.ts';
import type { Services } from './services.ts';

/** A browser that is signed in, or a program that acts for somebody. */
export interface Session {
  /** Names the session without opening it; not the token. */
  id: string;
  account: Account;
  startedAt: Date;
  /** When somebody here last proved who they are, by all that the account asks for. */
  provedAt: Date;
  methods: AuthMethod[];
  /** What a program was given; absent for a browser, which may do all that its account may. */
  scopes?: readonly ApiScope[];
}

/** What a browser says of itself and where it comes from. For limits, notices and the list of devices. */
export interface VisitorOrigin {
  remoteAddress: string;
  userAgent: string;
}

/** The browser behind a request, or the program. */
export interface Visitor extends VisitorOrigin {
  /** Whether it is a program that shows an access token, and has no cookies. */
  isProgram: boolean;
  /** Who is signed in, and since when; looked up once a request, on first use. */
  session(): Promise<Session | null>;
  /** Short for the account of `session`. */
  account(): Promise<Account | null>;
  /** SHA-256 of the cart cookie's token, or null for a browser that has none. */
  cartTokenHash: string | null;
  /** Gives the browser a cart cookie when it has none; answers the hash of its token. */
  ensureCartToken(): string;
  setSession(token: string, expiresAt: Date): void;
  clearSession(): void;
  /** Token of the session cookie, for signing out. */
  sessionToken: string | null;
  /** A token of ours in another cookie, or null: `challenge` while a second proof is asked for, `device` of one that is remembered. */
  readCookie(name: VisitorCookie): string | null;
  /** Sets such a cookie until then; null ends it. */
  writeCookie(name: VisitorCookie, token: string | null, expiresAt: Date): void;
}
/**
 * `registration` names the browser that registered to the link that it is mailed; `browser` one in which somebody has
 * signed in, to the watch; `internal` is a pass of the staff's.
 */
export type VisitorCookie = 'challenge' | 'device' | 'social' | 'registration' | 'browser' | 'internal';

export interface Context {
  services: Services;
  visitor: Visitor;
  /** Collects what a public answer depends on; see `tagged`. Absent where answers are not kept. */
  cacheTags?: Set<string> | undefined;
  /** Present on a web socket, which carries subscriptions only. */
  socket?: { activeSubscriptions: number } | undefined;
}

const MAX_SUBSCRIPTIONS_PER_SOCKET = 200;

interface Meta {
  policy: string;
  own: OwnResource | null;
}

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    errorFormatter: ({ shape, error }) => ({
      ...shape,
      message: messageFor(error, shape.message),
      data: {
        code: shape.data.code,
        httpStatus: shape.data.httpStatus,
        path: shape.data.path,
        reason: error.cause instanceof Refusal ? error.cause.reason : undefined,
      },
    }),
  });

/** Why a policy refused, so that a page knows what to offer. */
class Refusal extends Error {
  readonly reason: RefusalReason;
  constructor(reason: RefusalReason) {
    super(reason);
    this.reason = reason;
  }
}

const REFUSALS = {
  sign_in_required: { code: 'UNAUTHORIZED', message: 'Sign in to continue.' },
  verify_email_required: { code: 'FORBIDDEN', message: 'Verify your e-mail address to continue.' },
  step_up_required: { code: 'FORBIDDEN', message: 'Confirm that it is you to continue.' },
  second_step_required: {
    code: 'FORBIDDEN',
    message: 'Sign in with a passkey or a second step to continue.',
  },
  forbidden: { code: 'FORBIDDEN', message: 'Your account may not do this.' },
} as const;

/** What a visitor may read of an error: nothing about our own failures. */
function messageFor(error: TRPCError, message: string): string {
  if (error.code === 'INTERNAL_SERVER_ERROR') return 'Something went wrong on our side. Please try again.';
  return error.cause instanceof z.ZodError ? firstIssue(error.cause) : message;
}

/** One line for a person: which input, and what is wrong with it. */
export function firstIssue(error: z.ZodError): string {
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
  t.procedure
    .meta({ policy: policy.name, own: policy.own })
    .use(async ({ ctx, next, type, path, signal }) => {
      if (ctx.socket) countSubscription(ctx.socket, type, signal);
      if (ctx.visitor.isProgram) await admitProgram(ctx.visitor, scopeFor(path, type, policy));
      const session = policy.needsAccount ? await ctx.visitor.session() : null;
      const verdict = policy.decide(askerOf(ctx.services, session));
      if (verdict !== 'allowed') throw refusal(verdict);
      const result = await next();
      if (!result.ok && isUnstorableText(result.error.cause))
        throw new TRPCError({ code: 'BAD_REQUEST', message: 'Remove the characters that nobody can see.' });
      return result;
    });

/** Whoever is signed in, or nobody, as policies see them. */
export const askerOf = ({ env, clock }: Pick<Services, 'env' | 'clock'>, session: Session | null): Asker => ({
  account: session?.account ?? null,
  provedAt: session?.provedAt ?? null,
  isStaffProved: env.STAFF_SECOND_STEP === 'optional' || showsTwoProofs(session?.methods ?? []),
  now: clock.now(),
});

/**
 * A program needs a token that works and the scope; what it may do with that is then the policy's to say, as for its owner.
 * @throws UNAUTHORIZED or FORBIDDEN, and why
 */
async function admitProgram(visitor: Visitor, scope: ApiScope | 'none' | 'closed'): Promise<void> {
  const session = await visitor.session();
  if (!session)
    throw refusal('sign_in_required', 'The access token does not work, or not any more. Get another one.');
  if (scope === 'none') return;
  if (scope === 'closed') throw refusal('forbidden', 'This is for people in a browser, not for programs.');
  if (!session.scopes?.includes(scope)) throw refusal('forbidden', `The token needs the scope ${scope}.`);
}

const refusal = (reason: RefusalReason, message: string = REFUSALS[reason].message) =>
  new TRPCError({ code: REFUSALS[reason].code, message, cause: new Refusal(reason) });

function countSubscription(
  socket: NonNullable<Context['socket']>,
  type: 'query' | 'mutation' | 'subscription',
  signal: AbortSignal | undefined,
): void {
  if (type !== 'subscription')
    throw new TRPCError({ code: 'METHOD_NOT_SUPPORTED', message: 'Queries and mutations go over HTTP.' });
  if (socket.activeSubscriptions >= MAX_SUBSCRIPTIONS_PER_SOCKET)
    throw new TRPCError({ code: 'TOO_MANY_REQUESTS', message: 'Too many subscriptions on one connection.' });
  socket.activeSubscriptions += 1;
  signal?.addEventListener('abort', () => (socket.activeSubscriptions -= 1), { once: true });
}

/**
 * Marks a public answer as one to keep until one of its tags is forgotten. Only for procedures whose policy is
 * `anyone`: their answers are the same for everybody.
 */
export async function tagged<Answer>(
  ctx: Context,
  answer: Promise<Answer>,
  tagsOf: (answer: Answer) => readonly string[],
): Promise<Answer> {
  const value = await answer;
  for (const tag of tagsOf(value)) ctx.cacheTags?.add(tag);
  return value;
}

/** As `procedure`, for somebody who is signed in; hands the session and its account to the use case. */
export const accountProcedure = (policy: Policy) =>
  procedure(policy).use(async ({ ctx, next }) => {
    const session = await ctx.visitor.session();
    if (!session) throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Sign in to continue.' });
    return next({ ctx: { ...ctx, session, account: session.account } });
  });

/** As `procedure`, for an account that sells; hands the seller to the use case. */
export const sellerProcedure = (policy: Policy) =>
  accountProcedure(policy).use(async ({ ctx, next }) => {
    if (!ctx.account.seller)
      throw new TRPCError({ code: 'FORBIDDEN', message: 'Your account does not sell.' });
    return next({ ctx: { ...ctx, seller: ctx.account.seller } });
  });

/** For a thing that is not there, or not theirs: the answer is the same, so that ids cannot be probed. */
export const notFound = (what: string) =>
  new TRPCError({ code: 'NOT_FOUND', message: `This ${what} does not exist.` });
