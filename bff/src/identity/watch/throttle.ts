import type { LimitRule } from '../../platform/rate-limits.ts';
import { neighbourhoodOf } from '../../platform/remote-address.ts';
import type { Services } from '../../platform/services.ts';

/** Taken once when the watch has noticed something; it is there again when the time is over. */
const NOTICED: LimitRule = { name: 'watch-noticed', points: 1, durationS: 900 };
const MARKET = 'market';

/** For a while whoever comes from there is let in by a puzzle only, and may fail a few times only. */
export async function throttle(
  { rateLimits }: Services,
  where: { network: string } | 'market',
): Promise<void> {
  await rateLimits.consume(NOTICED, where === 'market' ? MARKET : where.network);
}

/** Whether the watch has noticed something about where a visitor comes from, or about the market as a whole. */
export async function isThrottled({ rateLimits }: Services, remoteAddress: string): Promise<boolean> {
  const keys = [neighbourhoodOf(remoteAddress), MARKET];
  const left = await Promise.all(keys.map((key) => rateLimits.remaining(NOTICED, key)));
  return left.includes(0);
}
