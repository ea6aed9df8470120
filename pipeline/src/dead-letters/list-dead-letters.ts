import {
  type DeadLetterCounts,
  type DeadLetterPage,
  deadLetterCountsSchema,
  deadLetterPageSchema,
  type listDeadLettersInput,
} from '@plaza/contracts';
import { z } from 'zod';
import type { Store } from '../clickhouse/store.ts';

const PAGE_SIZE = 50;
/** Characters of a payload in a list: enough to see what it is. */
const MAX_SHOWN_PAYLOAD = 4_096;

const count = z.coerce.number().pipe(z.int());
const instant = count.transform((ms) => new Date(ms).toISOString());

/** Each letter once, with the moment at which it was replayed, or 1970. */
export const LETTERS = `
  SELECT dead_letters.*, replays.replayed_at AS replayed_at, toString(dead_letters.id) AS letter_id
  FROM dead_letters FINAL
  LEFT JOIN (SELECT id, replayed_at FROM dead_letter_replays FINAL) AS replays ON replays.id = dead_letters.id`;
export const IS_WAITING = 'toUnixTimestamp64Milli(replayed_at) = 0';

const countRow = z.object({
  source: z.string(),
  reason: z.string(),
  waitingCount: count,
  replayedCount: count,
  lastReceivedAt: instant,
});

/** How many letters there are of each reason, most waiting first. */
export async function countDeadLetters(store: Store): Promise<DeadLetterCounts> {
  const rows = await store.query(
    countRow,
    `SELECT source, reason, countIf(${IS_WAITING}) AS waitingCount, countIf(NOT ${IS_WAITING}) AS replayedCount,
       toUnixTimestamp64Milli(max(received_at)) AS lastReceivedAt
     FROM (${LETTERS})
     GROUP BY source, reason
     ORDER BY waitingCount DESC, source, reason`,
  );
  return deadLetterCountsSchema.parse(rows);
}

const letterRow = z.object({
  id: z.string(),
  source: z.string(),
  reason: z.string(),
  detail: z.string(),
  payload: z.string(),
  isReplayable: z.union([z.boolean(), count.transform((value) => value !== 0)]),
  receivedAt: instant,
  replayedAt: count.transform((ms) => (ms === 0 ? null : new Date(ms).toISOString())),
});

/** A page of letters, newest first. */
export async function listDeadLetters(
  store: Store,
  input: z.output<typeof listDeadLettersInput>,
): Promise<DeadLetterPage> {
  const [beforeMs = '', beforeId = ''] = input.cursor?.split(':') ?? [];
  const rows = await store.query(
    letterRow,
    `SELECT letter_id AS id, source, reason, detail, substringUTF8(payload, 1, ${MAX_SHOWN_PAYLOAD}) AS payload,
       reason != 'body_unreadable' AND isValidJSON(letters.payload) AS isReplayable,
       toUnixTimestamp64Milli(received_at) AS receivedAt, toUnixTimestamp64Milli(replayed_at) AS replayedAt
     FROM (${LETTERS}) AS letters
     WHERE ${input.state === 'waiting' ? IS_WAITING : `NOT ${IS_WAITING}`}
       AND ({reason:String} = '' OR reason = {reason:String})
       AND ({beforeMs:Int64} = 0 OR (toUnixTimestamp64Milli(received_at), letter_id) < ({beforeMs:Int64}, {beforeId:String}))
     ORDER BY received_at DESC, letter_id DESC
     LIMIT ${PAGE_SIZE + 1}`,
    { reason: input.reason ?? '', beforeMs: Number(beforeMs), beforeId },
  );
  const items = rows.slice(0, PAGE_SIZE);
  const last = rows.length > PAGE_SIZE ? items.at(-1) : undefined;
  const nextCursor = last === undefined ? null : `${Date.parse(last.receivedAt)}:${last.id}`;
  return deadLetterPageSchema.parse({ items, nextCursor });
}
