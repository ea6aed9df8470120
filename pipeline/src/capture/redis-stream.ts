import { createClient, type RedisClientType } from 'redis';
import { z } from 'zod';
import type { Letter } from '../steps/letter.ts';
import { letterKey, readLetters } from './letter-lines.ts';

// One hash tag, so that the script's keys live on one node of a cluster.
export const STREAM = '{capture}:letters';
const GROUP = 'pipeline';
const ID_PREFIX = '{capture}:id:';
/** Covers retries whose first attempt is not in ClickHouse yet; older ones are found there. */
const ID_TTL_SECONDS = 3_600;
/** Requests that may wait in the stream. */
const MAX_STREAM_LENGTH = 100_000;
/** What the batch of a consumer brings, by batch; written down before the first attempt. */
const PLANS = '{capture}:plans';

/**
 * Appends those letters whose ids are new, and remembers the ids, in one step: a retry finds either everything or
 * nothing, and the stream never holds an event twice.
 */
const APPEND = `
if redis.call('XLEN', KEYS[1]) >= tonumber(ARGV[3]) then return -1 end
local fresh = {}
for i = 4, #ARGV, 2 do
  if redis.call('SET', ARGV[1] .. ARGV[i], 1, 'NX', 'EX', ARGV[2]) then fresh[#fresh + 1] = ARGV[i] .. ARGV[i + 1] end
end
if #fresh > 0 then redis.call('XADD', KEYS[1], '*', 'letters', table.concat(fresh, '\\n')) end
return #fresh`;

// Allowed when memory is full too, as a transaction would not be: what is in the stream must get out of it for there to
// be room again.
const ACKNOWLEDGE = `#!lua flags=allow-oom
redis.call('XACK', KEYS[1], ARGV[1], unpack(ARGV, 3))
redis.call('XDEL', KEYS[1], unpack(ARGV, 3))
redis.call('HDEL', KEYS[2], ARGV[2])`;
const PLAN = `#!lua flags=allow-oom
redis.call('HSETNX', KEYS[1], ARGV[1], ARGV[2])
return redis.call('HGET', KEYS[1], ARGV[1])`;

const entriesSchema = z.array(
  z.object({ id: z.string(), message: z.object({ letters: z.string() }).nullish() }).nullable(),
);
const readSchema = z.array(z.object({ messages: entriesSchema })).nullable();

export interface StreamEntry {
  id: string;
  letters: Letter[];
}

export type Redis = RedisClientType;

/** A client that fails at once while Redis is away, and reconnects by itself. */
export function createRedis(url: string): Redis {
  const client: Redis = createClient({
    url,
    disableOfflineQueue: true,
    socket: { connectTimeout: 2_000, reconnectStrategy: (retries) => Math.min(50 * 2 ** retries, 2_000) },
  });
  // Without a listener the first broken connection would end the process; callers see the failure by themselves.
  client.on('error', () => {});
  return client;
}

/** Settings without which an answer of Redis does not outlive its process; what it answers, it has to have on disk. */
const DURABLE = { appendonly: 'yes', appendfsync: 'always', 'maxmemory-policy': 'noeviction' } as const;

/** @returns settings that are not as they have to be, `name value`; none either where Redis does not tell */
export async function findWeakSettings(redis: Redis): Promise<string[]> {
  const settings: Record<string, string> = await redis.configGet(Object.keys(DURABLE)).catch(() => ({}));
  return Object.entries(DURABLE)
    .filter(([name, value]) => (settings[name] ?? value) !== value)
    .map(([name]) => `${name} ${settings[name]}`);
}

/** @returns false when the stream is full. @throws when Redis does not answer */
export async function appendLetters(redis: Redis, letters: readonly Letter[]): Promise<boolean> {
  const pairs = letters.flatMap((letter) => [letterKey(letter), letter.row]);
  const result = await redis.eval(APPEND, {
    keys: [STREAM],
    arguments: [ID_PREFIX, String(ID_TTL_SECONDS), String(MAX_STREAM_LENGTH), ...pairs],
  });
  return result !== -1;
}

export async function createGroup(redis: Redis): Promise<void> {
  try {
    await redis.xGroupCreate(STREAM, GROUP, '0', { MKSTREAM: true });
  } catch (error) {
    // It is there already; or memory is full, which says nothing of the group: reading will tell.
    if (!/BUSYGROUP|OOM/.test(String(error))) throw error;
  }
}

/** Entries that this consumer has been given before and not acknowledged. */
export function readOwn(redis: Redis, consumer: string, count: number): Promise<StreamEntry[]> {
  return read(redis, consumer, '0', { COUNT: count });
}

/** New entries; waits up to `blockMs` for the first. */
export function readNew(
  redis: Redis,
  consumer: string,
  count: number,
  blockMs: number,
): Promise<StreamEntry[]> {
  return read(redis, consumer, '>', { COUNT: count, BLOCK: blockMs });
}

async function read(
  redis: Redis,
  consumer: string,
  id: '0' | '>',
  options: { COUNT: number; BLOCK?: number },
): Promise<StreamEntry[]> {
  const reply = await redis.xReadGroup(GROUP, consumer, { key: STREAM, id }, options);
  const streams = readSchema.parse(reply);
  return (streams ?? []).flatMap((stream) => parseEntries(stream.messages));
}

/** Consumers that were given entries, have not acknowledged them, and have not been heard of for so long. */
export async function findAbandoned(redis: Redis, idleMs: number): Promise<string[]> {
  const consumers = await redis.xInfoConsumers(STREAM, GROUP);
  return consumers.filter(({ pending, idle }) => pending > 0 && idle >= idleMs).map(({ name }) => name);
}

const plannedSchema = z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text)));

/** Which ids of a batch are not to be stored again, as it was written down; null when it was not yet. */
export async function readPlan(redis: Redis, batch: string): Promise<string[] | null> {
  const text = await redis.hGet(PLANS, batch);
  return text === null ? null : plannedSchema.parse(text);
}

/** Writes down which ids of a batch are not to be stored again. @returns what holds: the first plan, whoever wrote it */
export async function writePlan(
  redis: Redis,
  batch: string,
  storedIds: readonly string[],
): Promise<string[]> {
  const holds = await redis.eval(PLAN, { keys: [PLANS], arguments: [batch, JSON.stringify(storedIds)] });
  return plannedSchema.parse(holds);
}

/** Ends the life of stored entries and of their plan. */
export async function acknowledge(redis: Redis, batch: string, ids: readonly string[]): Promise<void> {
  await redis.eval(ACKNOWLEDGE, { keys: [STREAM, PLANS], arguments: [GROUP, batch, ...ids] });
}

export async function streamLength(redis: Redis): Promise<number> {
  return redis.xLen(STREAM);
}

function parseEntries(entries: z.infer<typeof entriesSchema>): StreamEntry[] {
  return entries.flatMap((entry) =>
    entry === null ? [] : [{ id: entry.id, letters: readLetters(entry.message?.letters ?? '') }],
  );
}
