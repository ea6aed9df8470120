import type { Account, AuthMethod } from '@plaza/contracts';
import type { Context } from '../platform/trpc.ts';
import { findAccount } from './account.repository.ts';
import { toAccount } from './account-record.ts';
import { beginVisit } from './begin-visit.ts';
import { countAttempt, type SignInChallenge, takeChallenge } from './sign-in-challenge.repository.ts';
import { hashToken } from './tokens.ts';

/** Guesses of a six-digit code that one challenge bears. */
const MAX_ATTEMPTS = 5;

/**
 * The challenge of this browser, with one of its few attempts used up: to be called before a code is looked at.
 * Null when there is none, or it is over: the first proof has to be shown again.
 */
export async function attemptChallenge({ services, visitor }: Context): Promise<SignInChallenge | null> {
  const token = visitor.readCookie('challenge');
  if (token === null) return null;
  return countAttempt(services.database.client, {
    tokenHash: hashToken(token),
    maxAttempts: MAX_ATTEMPTS,
    now: services.clock.now(),
  });
}

/**
 * Signs in who has shown both proofs. Null when the challenge is over, or the account may not sign in any more.
 * @param proof.isStrongest whether the account has nothing stronger: else the session is not `fresh`
 */
export async function finishSecondFactor(
  ctx: Context,
  challenge: SignInChallenge,
  { method, isStrongest }: { method: AuthMethod; isStrongest: boolean },
): Promise<Account | null> {
  const { services, visitor } = ctx;
  const token = visitor.readCookie('challenge');
  if (token === null || !(await takeChallenge(services.database.client, hashToken(token)))) return null;
  visitor.writeCookie('challenge', null, new Date(0));
  const record = await findAccount(services.database.client, challenge.accountId);
  if (record?.status !== 'active') return null;
  const account = toAccount(record, services.sealing);
  await beginVisit(ctx, account, [challenge.method, method], isStrongest);
  return account;
}
