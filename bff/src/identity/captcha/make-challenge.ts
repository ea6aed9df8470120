import { randomInt } from 'node:crypto';
import { type CaptchaChallenge, type CaptchaPurpose, captchaChallengeSchema } from '@plaza/contracts';
import { TRPCError } from '@trpc/server';
import { createChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { LimitRule } from '../../platform/rate-limits.ts';
import type { Services } from '../../platform/services.ts';
import type { Context } from '../../platform/trpc.ts';
import { captchaSecrets } from './captcha-secrets.ts';

/** Rounds of PBKDF2 for one guess: enough that starting a guess costs little beside it. */
const ROUNDS = 5_000;
/** How many guesses it takes, between these two. `docs/security.md` says how long that is. */
const GUESSES: Record<CaptchaPurpose, readonly [least: number, most: number]> = {
  sign_up: [80, 160],
  sign_in: [80, 160],
  recovery: [80, 160],
};
export const CHALLENGE_MS = 10 * 60_000;
/** A challenge costs the server one guess. Whole offices may share an address. */
const FROM_ADDRESS: LimitRule = { name: 'captcha-address', points: 300, durationS: 600 };

/**
 * A puzzle for the browser to solve while somebody types.
 * @throws TOO_MANY_REQUESTS when an address asks for them by the hundred
 */
export async function makeChallenge(
  { services, visitor }: Context,
  { purpose }: { purpose: CaptchaPurpose },
): Promise<CaptchaChallenge> {
  const limit = await services.rateLimits.consume(FROM_ADDRESS, visitor.remoteAddress);
  if (!limit.allowed)
    throw new TRPCError({ code: 'TOO_MANY_REQUESTS', message: 'Too many attempts. Try again later.' });
  return createFor(services, purpose);
}

/** The number of guesses is chosen beforehand, so that nobody waits much longer than others do. */
async function createFor({ env, clock }: Services, purpose: CaptchaPurpose): Promise<CaptchaChallenge> {
  const [least, most] = GUESSES[purpose].map((guesses) =>
    Math.max(1, Math.round(guesses * env.CAPTCHA_COST)),
  );
  const challenge = await createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: ROUNDS,
    counter: randomInt(least ?? 1, (most ?? 1) + 1),
    deriveKey,
    expiresAt: new Date(clock.now().getTime() + CHALLENGE_MS),
    data: { purpose },
    ...captchaSecrets(env.CAPTCHA_KEY),
  });
  return captchaChallengeSchema.parse(challenge);
}
