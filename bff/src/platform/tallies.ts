import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { RedisClient } from './redis.ts';

/** Counts under one name for so long from the first of them; then anew. */
export interface TallyRule {
  name: string;
  windowS: number;
}
export interface Tally {
  /** How often. */
  count: number;
  /** Of how many different members; within a percent when there are very many. */
  distinct: number;
}

/** Counts what happens within a while and to how many, over all processes in Redis; in memory without it, and while it is away. */
export interface Tallies {
  /** Counts once more, and answers the counts with it. */
  add(rule: TallyRule, key: string, member: string): Promise<Tally>;
  read(rule: TallyRule, key: string): Promise<Tally>;
}

const NOTHING: Tally = { count: 0, distinct: 0 };
const MAX_KEYS = 50_000;
/** Beyond so many members this process counts no further by itself: any rule has spoken by then. */
const MAX_MEMBERS = 1_000;

export function createTallies(redis: RedisClient | null, log: Logger): Tallies {
  const here = createMemoryTallies();
  const shared = async (work: (client: RedisClient) => Promise<Tally>): Promise<Tally | null> => {
    if (!redis?.isReady) return null;
    try {
      return await work(redis);
    } catch (error) {
      log.warn({ err: error }, 'Redis could not count; this process counts by itself');
      return null;
    }
  };
  const keysOf = ({ name }: TallyRule, key: string) => ({
    count: `plaza:tally:${name}:${key}`,
    members: `plaza:tally-members:${name}:${key}`,
  });
  return {
    // Counted here too, so that what was seen is still known when Redis goes.
    add: async (rule, key, member) => {
      const own = here.add(rule, key, member);
      const keys = keysOf(rule, key);
      const all = await shared(async (client) => {
        const [, , , , count, distinct] = await client
          .multi()
          .incr(keys.count)
          .expire(keys.count, rule.windowS, 'NX')
          .pfAdd(keys.members, member)
          .expire(keys.members, rule.windowS, 'NX')
          .get(keys.count)
          .pfCount(keys.members)
          .exec();
        return { count: Number(count), distinct: Number(distinct) };
      });
      return all ?? own;
    },
    read: async (rule, key) => {
      const keys = keysOf(rule, key);
      const all = await shared(async (client) => {
        const [count, distinct] = await client.multi().get(keys.count).pfCount(keys.members).exec();
        return { count: Number(count ?? 0), distinct: Number(distinct) };
      });
      return all ?? here.read(rule, key);
    },
  };
}

function createMemoryTallies() {
  const entries = new LRUCache<string, { count: number; members: Set<string> }>({ max: MAX_KEYS });
  const idOf = (rule: TallyRule, key: string) => `${rule.name}:${key}`;
  return {
    add: (rule: TallyRule, key: string, member: string): Tally => {
      const id = idOf(rule, key);
      const entry = entries.get(id) ?? { count: 0, members: new Set<string>() };
      if (entry.count === 0) entries.set(id, entry, { ttl: rule.windowS * 1_000 });
      entry.count += 1;
      if (entry.members.size < MAX_MEMBERS) entry.members.add(member);
      return { count: entry.count, distinct: entry.members.size };
    },
    read: (rule: TallyRule, key: string): Tally => {
      const entry = entries.get(idOf(rule, key));
      return entry ? { count: entry.count, distinct: entry.members.size } : NOTHING;
    },
  };
}
