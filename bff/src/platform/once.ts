import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { RedisClient } from './redis.ts';

/** Lets each key through a single time: solutions and codes that must not be used twice. */
export interface Once {
  /**
   * True for the first who asks within the time, on whichever process.
   * Without Redis each process knows what it has let through itself, and no more.
   */
  claim(key: string, ttlMs: number): Promise<boolean>;
}

/** Of so many keys at once this process keeps track by itself. */
const MAX_KEYS = 200_000;

export function createOnce(redis: RedisClient | null, log: Logger): Once {
  const here = new LRUCache<string, true>({ max: MAX_KEYS });
  return {
    claim: async (key, ttlMs) => {
      if (here.has(key)) return false;
      here.set(key, true, { ttl: ttlMs });
      if (!redis?.isReady) return true;
      try {
        const answer = await redis.set(`plaza:once:${key}`, '1', {
          condition: 'NX',
          expiration: { type: 'PX', value: ttlMs },
        });
        return answer !== null;
      } catch (error) {
        log.warn({ err: error }, 'Redis could not say whether a key was used; this process alone knows');
        return true;
      }
    },
  };
}
