import { readFileSync } from 'node:fs';
import postgres from 'postgres';
import { createClient } from 'redis';
import { STREAM } from '../../pipeline/src/capture/redis-stream.ts';
import { measureLag } from '../../pipeline/src/outbox/outbox-batch.ts';
import { type ChaosMarket, PIPELINES } from './start-market.ts';

const LOOK_EVERY_MS = 1_000;

/** What waits between the stores at one moment. */
export interface Backlog {
  /** Age of the oldest fact in the outbox, in milliseconds; 0 when none waits. */
  oldestFactMs: number;
  /** Age of the oldest entry of the stream. */
  oldestEntryMs: number;
  /** Entries of the stream, those that a consumer has begun with included. */
  streamEntries: number;
  /** Whether a batch of the outbox was begun and not finished. */
  isOutboxPending: boolean;
}

export interface Watch {
  /** Longest that a fact and a captured event were seen waiting. */
  longestMs(): { facts: number; events: number };
  /** Most memory that a pipeline process has had so far, in bytes; null where the system does not tell. */
  maxRssBytes(): number | null;
  readBacklog(): Promise<Backlog>;
  stop(): Promise<void>;
}

/** Looks at the market from beside it: directly at the stores, past the proxies. */
export function startWatch(market: ChaosMarket): Watch {
  const sql = postgres(market.databaseUrl, { max: 1, connect_timeout: 5, onnotice: () => {} });
  const redis = market.redisUrl === undefined ? null : createClient({ url: market.redisUrl });
  redis
    ?.on('error', () => {})
    .connect()
    .catch(() => {});
  const longestMs = { facts: 0, events: 0 };
  let maxRssBytes: number | null = null;

  const readBacklog = async (): Promise<Backlog> => {
    const [lagMs, [reader], streamEntries, first] = await Promise.all([
      measureLag(sql),
      sql`select pending is not null as pending from outbox_reader`,
      redis?.xLen(STREAM) ?? 0,
      redis?.xRange(STREAM, '-', '+', { COUNT: 1 }) ?? [],
    ]);
    const appendedAtMs = Number(first?.[0]?.id.split('-')[0] ?? Date.now());
    return {
      oldestFactMs: lagMs,
      oldestEntryMs: Date.now() - appendedAtMs,
      streamEntries,
      isOutboxPending: reader?.pending === true,
    };
  };
  let isOver = false;
  const looking = (async () => {
    while (!isOver) {
      for (const part of PIPELINES) {
        const rss = readPeakRss(market.pidOf(part));
        if (rss !== null) maxRssBytes = Math.max(maxRssBytes ?? 0, rss);
      }
      // A store that is down cannot be asked; what waits longest is seen afterwards.
      const backlog = await within(readBacklog(), LOOK_EVERY_MS).catch(() => null);
      if (backlog) {
        longestMs.facts = Math.max(longestMs.facts, backlog.oldestFactMs);
        longestMs.events = Math.max(longestMs.events, backlog.oldestEntryMs);
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  })();
  return {
    longestMs: () => ({ ...longestMs }),
    maxRssBytes: () => maxRssBytes,
    readBacklog,
    async stop() {
      isOver = true;
      await looking;
      redis?.destroy();
      await sql.end({ timeout: 1 });
    },
  };
}

function within<Value>(work: Promise<Value>, timeoutMs: number): Promise<Value> {
  return Promise.race([
    work,
    new Promise<never>((_, reject) =>
      setTimeout(() => reject(new Error('No answer in time.')), timeoutMs).unref(),
    ),
  ]);
}

function readPeakRss(pid: number | undefined): number | null {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}
