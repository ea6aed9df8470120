import type { SignInResult, signInInput } from '@plaza/contracts';
import type { z } from 'zod';
import type { LimitRule } from '../platform/rate-limits.ts';
import type { Context } from '../platform/trpc.ts';
import { findAccountByEmail } from './account.repository.ts';
import { finishFirstFactor } from './finish-first-factor.ts';
import { verifyPassword } from './password.ts';
import { hashToken } from './tokens.ts';

// Failures only: a success gives its use back. The middle rule keeps one address from locking an account for its
// owner elsewhere; the last one bounds guessing from many addresses.
const FROM_ADDRESS: LimitRule = { name: 'sign-in-address', points: 60, durationS: 600 };
const ON_ACCOUNT_FROM_ADDRESS: LimitRule = { name: 'sign-in-account-address', points: 8, durationS: 600 };
const ON_ACCOUNT: LimitRule = { name: 'sign-in-account', points: 100, durationS: 3600 };

/**
 * Signs in by password. The answer to an unknown address is the answer to a wrong password, in words and in time.
 * Ends the session that the browser had, starts a new one, and takes the guest's cart along.
 */
export async function signIn(ctx: Context, input: z.output<typeof signInInput>): Promise<SignInResult> {
  const { services, visitor } = ctx;
  const accountKey = hashToken(input.email);
  const uses: [LimitRule, string][] = [
    [FROM_ADDRESS, visitor.remoteAddress],
    [ON_ACCOUNT_FROM_ADDRESS, `${accountKey}:${visitor.remoteAddress}`],
    [ON_ACCOUNT, accountKey],
  ];
  for (const [rule, key] of uses) {
    const limit = await services.rateLimits.consume(rule, key);
    if (!limit.allowed) return tooManyAttempts(limit.retryAfterMs);
  }
  const found = await findAccountByEmail(services.database.client, services.sealing, input.email);
  const isRight = await verifyPassword(found?.passwordHash ?? null, input.password);
  if (!found || !isRight) {
    services.log.info({ account: accountKey, from: visitor.remoteAddress }, 'sign-in refused');
    return {
      ok: false,
      code: 'wrong_credentials',
      message: 'This e-mail address and password do not belong together.',
    };
  }
  await Promise.all(uses.map(([rule, key]) => services.rateLimits.giveBack(rule, key)));
  return finishFirstFactor(ctx, found, 'password');
}

function tooManyAttempts(retryAfterMs: number): SignInResult {
  const minutes = Math.max(1, Math.ceil(retryAfterMs / 60_000));
  const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`;
  return { ok: false, code: 'too_many_attempts', message: `Too many attempts. Try again in ${wait}.` };
}
