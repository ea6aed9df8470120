import type { SignInResult, signInInput } from '@plaza/contracts';
import type { z } from 'zod';
import type { LimitRule } from '../platform/rate-limits.ts';
import type { Services } from '../platform/services.ts';
import type { Context } from '../platform/trpc.ts';
import { findAccountByEmail } from './account.repository.ts';
import { requireCaptcha } from './captcha/require-captcha.ts';
import { finishFirstFactor } from './finish-first-factor.ts';
import { renewPasswordHash } from './passwords/renew-password-hash.ts';
import { hashToken } from './tokens.ts';

// Failures only: a success gives its use back. The middle rule keeps one address from locking an account for its
// owner elsewhere; guessing from many addresses is slowed by puzzles, and bounded by the last rule.
const FROM_ADDRESS: LimitRule = { name: 'sign-in-address', points: 60, durationS: 600 };
const ON_ACCOUNT_FROM_ADDRESS: LimitRule = { name: 'sign-in-account-address', points: 8, durationS: 600 };
const ON_ACCOUNT: LimitRule = { name: 'sign-in-account', points: 100, durationS: 3600 };
/** So many failures on an account or from an address, wherever and whoever, and the next attempt needs a puzzle solved. */
const BEFORE_PUZZLE: LimitRule = { name: 'sign-in-puzzle', points: 3, durationS: 3600 };

/**
 * Shows the first proof by password. The answer to an unknown address is the answer to a wrong password, in words and in
 * time. What follows is `finishFirstFactor`'s.
 */
export async function signIn(ctx: Context, input: z.output<typeof signInInput>): Promise<SignInResult> {
  const { services, visitor } = ctx;
  const accountKey = hashToken(input.email);
  const puzzleKeys = [`account:${accountKey}`, `address:${visitor.remoteAddress}`];
  if (await isPuzzleDue(services, puzzleKeys)) {
    const solved = await requireCaptcha(services, { payload: input.captcha, purpose: 'sign_in' });
    if (!solved.ok) return solved;
  }
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
  const { isRight, needsRehash } = await services.passwords.verify(
    found?.passwordHash ?? null,
    input.password,
  );
  if (!found || !isRight) {
    await Promise.all(puzzleKeys.map((key) => services.rateLimits.consume(BEFORE_PUZZLE, key)));
    services.log.info({ account: accountKey, from: visitor.remoteAddress }, 'sign-in refused');
    return { ok: false, code: 'wrong_credentials', message: WRONG };
  }
  await Promise.all(uses.map(([rule, key]) => services.rateLimits.giveBack(rule, key)));
  if (needsRehash) await renewPasswordHash(services, { accountId: found.id, password: input.password });
  return finishFirstFactor(ctx, found, 'password');
}

const WRONG = 'This e-mail address and password do not belong together.';

async function isPuzzleDue({ rateLimits }: Services, keys: readonly string[]): Promise<boolean> {
  const left = await Promise.all(keys.map((key) => rateLimits.remaining(BEFORE_PUZZLE, key)));
  return left.some((points) => points === 0);
}

function tooManyAttempts(retryAfterMs: number): SignInResult {
  const minutes = Math.max(1, Math.ceil(retryAfterMs / 60_000));
  const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`;
  return { ok: false, code: 'too_many_attempts', message: `Too many attempts. Try again in ${wait}.` };
}
