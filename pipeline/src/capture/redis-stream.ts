import { createClient, type RedisClientType } from 'redis';
import { z } from 'zod';
import type { Letter } from '../steps/letter.ts';

// One hash tag, so that the script's keys live on one node of a cluster.
const STREAM = '{capture}:letters';
const GROUP = 'pipeline';
const ID_PREFIX = '{capture}:id:';
/** Covers retries whose first attempt is not in ClickHouse yet; older ones are found there. */
const ID_TTL_SECONDS = 3_600;
/** Requests that may wait in the stream. */
const MAX_STREAM_LENGTH = 100_000;
/** Work that its reader has not touched for so long is taken over; longer than any insert may take. */
const ABANDONED_AFTER_MS = 90_000;

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
    if (!String(error).includes('BUSYGROUP')) throw error;
  }
}

/** Entries that this consumer has been given before and not acknowledged; asking renews its claim on them. */
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

/** Takes over what other consumers were given and have left lying. @returns how many entries */
export async function claimAbandoned(
  redis: Redis,
  consumer: string,
  idleMs = ABANDONED_AFTER_MS,
): Promise<number> {
  const reply = await redis.xAutoClaimJustId(STREAM, GROUP, consumer, idleMs, '0-0', { COUNT: 1_000 });
  return reply.messages.length;
}

/** Ends the life of stored entries. */
export async function acknowledge(redis: Redis, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await redis
    .multi()
    .xAck(STREAM, GROUP, [...ids])
    .xDel(STREAM, [...ids])
    .exec();
}

export async function streamLength(redis: Redis): Promise<number> {
  return redis.xLen(STREAM);
}

function letterKey(letter: Letter): string {
  return (letter.table === 'events' ? 'e' : 'd') + letter.id;
}

function parseEntries(entries: z.infer<typeof entriesSchema>): StreamEntry[] {
  return entries.flatMap((entry) =>
    entry === null ? [] : [{ id: entry.id, letters: parseLetters(entry.message?.letters ?? '') }],
  );
}

/** Each line: `e` or `d`, the id (36 characters), the row. */
function parseLetters(text: string): Letter[] {
  if (text === '') return [];
  return text.split('\n').map((line) => ({
    table: line.startsWith('e') ? 'events' : 'dead_letters',
    id: line.slice(1, 37),
    row: line.slice(37),
  }));
}
