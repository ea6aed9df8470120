import { neighbourhoodOf, networkOf } from '@plaza/edge/remote-address';
import type { LimitRule } from '../../platform/rate-limits.ts';
import type { Services } from '../../platform/services.ts';

/** Taken once when the watch has noticed something; it is there again when the time is over. */
const NOTICED: LimitRule = { name: 'watch-noticed', points: 1, durationS: 900 };
const MARKET = 'market';
const signInKey = (network: string) => `sign-in:${network}`;
const registrationKey = (network: string) => `registration:${network}`;

/** Whoever comes from there has stricter limits for a while, and to sign in a puzzle to solve; the market: everybody. */
export async function throttle(
  { rateLimits }: Services,
  whom: { signInFrom: string } | { registrationFrom: string } | 'market',
): Promise<void> {
  if (whom === 'market') await rateLimits.consume(NOTICED, MARKET);
  else if ('signInFrom' in whom) await rateLimits.consume(NOTICED, signInKey(whom.signInFrom));
  else await rateLimits.consume(NOTICED, registrationKey(whom.registrationFrom));
}

/** Whether the watch has noticed something about sign-ins from where a visitor is, or in the market as a whole. */
export async function isSignInThrottled({ rateLimits }: Services, remoteAddress: string): Promise<boolean> {
  const keys = [signInKey(neighbourhoodOf(remoteAddress)), MARKET];
  const left = await Promise.all(keys.map((key) => rateLimits.remaining(NOTICED, key)));
  return left.includes(0);
}

/** Whether many accounts were opened from a visitor's address of late. */
export const isRegistrationThrottled = async (
  { rateLimits }: Services,
  remoteAddress: string,
): Promise<boolean> => (await rateLimits.remaining(NOTICED, registrationKey(networkOf(remoteAddress)))) === 0;
