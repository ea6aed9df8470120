import type { SignInOutcome, SignInResult, signInInput } from '@plaza/contracts';
import type { z } from 'zod';
import type { Context } from '../platform/trpc.ts';
import { findAccountByEmail } from './account.repository.ts';
import { requireCaptcha } from './captcha/require-captcha.ts';
import { finishFirstFactor } from './finish-first-factor.ts';
import { renewPasswordHash } from './passwords/renew-password-hash.ts';
import { readSignInLimits } from './sign-in-limits.ts';
import { hashToken } from './tokens.ts';
import { noteSignIn } from './watch/note-sign-in.ts';

/**
 * Shows the first proof by password. The answer to an unknown address is the answer to a wrong password, in words and in
 * time. What follows is `finishFirstFactor`'s.
 */
export async function signIn(ctx: Context, input: z.output<typeof signInInput>): Promise<SignInResult> {
  const { services, visitor } = ctx;
  const { isKnownBrowser, isPuzzleDue, uses, puzzles } = await readSignInLimits(ctx, input.email);
  const note = (outcome: SignInOutcome, accountId: string | null = null) =>
    noteSignIn(ctx, { accountId, claim: input.email, method: 'password', outcome, isKnownBrowser });
  if (isPuzzleDue) {
    const solved = await requireCaptcha(services, { payload: input.captcha, purpose: 'sign_in' });
    if (!solved.ok) {
      note('puzzle_asked');
      return solved;
    }
  }
  for (const [rule, key] of uses) {
    const limit = await services.rateLimits.consume(rule, key);
    if (!limit.allowed) {
      note('too_many_attempts');
      return tooManyAttempts(limit.retryAfterMs);
    }
  }
  const found = await findAccountByEmail(services.database.client, services.sealing, input.email);
  const { isRight, needsRehash } = await services.passwords.verify(
    found?.passwordHash ?? null,
    input.password,
  );
  if (!found || !isRight) {
    await Promise.all(puzzles.map(([rule, key]) => services.rateLimits.consume(rule, key)));
    note('refused', found?.id ?? null);
    services.log.info({ account: hashToken(input.email), from: visitor.remoteAddress }, 'sign-in refused');
    return { ok: false, code: 'wrong_credentials', message: WRONG };
  }
  await Promise.all(uses.map(([rule, key]) => services.rateLimits.giveBack(rule, key)));
  if (needsRehash) await renewPasswordHash(services, { accountId: found.id, password: input.password });
  return finishFirstFactor(ctx, found, 'password');
}

const WRONG = 'This e-mail address and password do not belong together.';

function tooManyAttempts(retryAfterMs: number): SignInResult {
  const minutes = Math.max(1, Math.ceil(retryAfterMs / 60_000));
  const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`;
  return { ok: false, code: 'too_many_attempts', message: `Too many attempts. Try again in ${wait}.` };
}
