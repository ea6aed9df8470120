import type { Logger } from 'pino';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import type { RedisClient } from './redis.ts';

/** At most `points` uses of one key in `durationS` seconds. */
export interface LimitRule {
  name: string;
  points: number;
  durationS: number;
}

/** Counts uses in Redis, so that all processes share them; in memory without it, and while it is away. */
export interface RateLimits {
  /** Takes one use; answers how long to wait when there is none left. */
  consume(
    rule: LimitRule,
    key: string,
  ): Promise<{ allowed: true } | { allowed: false; retryAfterMs: number }>;
  /** How many uses are left, without taking one. */
  remaining(rule: LimitRule, key: string): Promise<number>;
  /** Gives one use back: what was done turned out to be harmless. */
  giveBack(rule: LimitRule, key: string): Promise<void>;
}

export function createRateLimits(redis: RedisClient | null, log: Logger): RateLimits {
  const limiters = new Map<string, RateLimiterAbstract>();
  const limiterOf = (rule: LimitRule): RateLimiterAbstract => {
    const known = limiters.get(rule.name);
    if (known) return known;
    const options = { keyPrefix: `plaza:limit:${rule.name}`, points: rule.points, duration: rule.durationS };
    const memory = new RateLimiterMemory(options);
    const made = redis
      ? new RateLimiterRedis({
          ...options,
          storeClient: redis,
          useRedisPackage: true,
          rejectIfRedisNotReady: true,
          insuranceLimiter: memory,
        })
      : memory;
    limiters.set(rule.name, made);
    return made;
  };
  return {
    consume: async (rule, key) => {
      try {
        await limiterOf(rule).consume(key);
        return { allowed: true };
      } catch (reason) {
        if (reason instanceof RateLimiterRes) return { allowed: false, retryAfterMs: reason.msBeforeNext };
        throw reason;
      }
    },
    remaining: async (rule, key) => {
      const state = await limiterOf(rule).get(key);
      return state ? Math.max(0, state.remainingPoints) : rule.points;
    },
    giveBack: async (rule, key) => {
      await limiterOf(rule)
        .reward(key)
        .catch((error: unknown) => log.warn({ err: error, rule: rule.name }, 'a limit was not given back'));
    },
  };
}
