import type { Sql } from 'postgres';
import type { Store } from './clickhouse/store.ts';
import type { OutboxReader } from './outbox/outbox-reader.ts';

/** Facts that wait longer than this mean that nobody carries them. */
const MAX_LAG_MS = 30_000;
const CHECK_TIMEOUT_MS = 2_000;

export interface Health {
  status: 'ok' | 'unavailable';
  parts: {
    clickhouse: 'ok' | 'down';
    postgres: 'ok' | 'down';
    /** Where it is used, events come in through it alone. */
    redis: 'ok' | 'down' | 'not used';
    outbox: 'ok' | 'behind' | 'unknown';
    /** Tables are brought up to date, and what an earlier process had written down is inserted. */
    preparation: 'done' | 'under way';
  };
  outboxLagMs: number | null;
  waitingEvents: number;
}

export interface HealthSources {
  store: Store;
  sql: Sql;
  outbox: OutboxReader;
  redisIsUp: (() => boolean) | null;
  isPrepared: () => boolean;
  waitingCount: () => number;
}

/** Looks at every part, within a bound of time. */
export async function readHealth(sources: HealthSources): Promise<Health> {
  const [clickhouse, outboxLagMs] = await Promise.all([
    within(sources.store.isUp()),
    within(sources.outbox.lagMs()),
  ]);
  const redis = sources.redisIsUp === null ? 'not used' : sources.redisIsUp() ? 'ok' : 'down';
  const preparation = sources.isPrepared() ? 'done' : 'under way';
  const isUp = clickhouse === true && outboxLagMs !== null && redis !== 'down' && preparation === 'done';
  return {
    status: isUp ? 'ok' : 'unavailable',
    parts: {
      clickhouse: clickhouse === true ? 'ok' : 'down',
      postgres: outboxLagMs === null ? 'down' : 'ok',
      redis,
      outbox: outboxLagMs === null ? 'unknown' : outboxLagMs > MAX_LAG_MS ? 'behind' : 'ok',
      preparation,
    },
    outboxLagMs: outboxLagMs === null ? null : Math.round(outboxLagMs),
    waitingEvents: sources.waitingCount(),
  };
}

/** @returns null when it fails or takes too long */
async function within<Value>(work: Promise<Value>): Promise<Value | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), CHECK_TIMEOUT_MS);
  });
  return Promise.race([work.catch(() => null), late]).finally(() => clearTimeout(timer));
}
