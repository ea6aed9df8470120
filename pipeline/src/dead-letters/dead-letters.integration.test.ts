import {
  type DeadLetterPage,
  deadLetterCountsSchema,
  deadLetterPageSchema,
  newId,
  type ReplayDeadLettersInput,
  replayDeadLettersResultSchema,
} from '@plaza/contracts';
import { createTestClickHouse } from '@plaza/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GroupCommit } from '../capture/group-commit.ts';
import { insertLetters, prepareLetters } from '../capture/letter-writer.ts';
import type { Store } from '../clickhouse/store.ts';
import { type Letter, toDeadLetter } from '../steps/letter.ts';
import { processEvent } from '../steps/process-event.ts';
import { readSender } from '../steps/read-sender.ts';
import { paidOrder } from '../test-support/facts.ts';
import { INTERNAL_TOKEN, openEventStore, readNumber, silent, until } from '../test-support/stores.ts';
import { deadLettersRoutes } from './dead-letters.routes.ts';

let events: Awaited<ReturnType<typeof openEventStore>>;
let store: Store;
let commit: GroupCommit;
let nowMs: number;

beforeAll(async () => {
  events = await createTestClickHouse().then(openEventStore);
  store = events.store;
  commit = new GroupCommit({ store, log: silent });
});
afterAll(async () => {
  await commit.close();
  await events.close();
});
beforeEach(async () => {
  nowMs = Date.now();
  for (const table of ['events', 'event_ids', 'facts', 'sales', 'dead_letters', 'dead_letter_replays']) {
    await store.command(`TRUNCATE TABLE ${table}`);
  }
});

const ask = (path: string, init: { body?: unknown; token?: string } = {}) =>
  deadLettersRoutes({ store, sink: commit, now: () => nowMs, internalToken: INTERNAL_TOKEN }).request(path, {
    headers: { authorization: `Bearer ${init.token ?? INTERNAL_TOKEN}` },
    ...(init.body === undefined ? {} : { method: 'POST', body: JSON.stringify(init.body) }),
  });
const counts = async () => deadLetterCountsSchema.parse(await (await ask('/dead-letters/counts')).json());
const page = async (query = ''): Promise<DeadLetterPage> =>
  deadLetterPageSchema.parse(await (await ask(`/dead-letters${query}`)).json());
const replay = async (input: ReplayDeadLettersInput) => {
  const answer = await ask('/dead-letters/replay', { body: input });
  const result = replayDeadLettersResultSchema.parse(await answer.json());
  await until(async () => commit.waitingCount() === 0);
  return result;
};
const keep = async (...letters: (Letter | null)[]) => {
  const kept = letters.filter((letter) => letter !== null);
  await insertLetters(store, await prepareLetters(store, kept));
  return kept.map(({ id }) => id);
};
const count = (table: string) => readNumber(store, `SELECT count() AS value FROM ${table}`);

const sender = readSender('Mozilla/5.0 (iPhone) Mobile', 'DE');
/** An event that an earlier version of the steps did not take, and that this one does. */
const onceRefused = (raw: object, receivedAtMs = nowMs) =>
  toDeadLetter({
    source: 'capture',
    reason: 'properties_invalid',
    detail: 'resultCount: expected a string',
    payload: JSON.stringify(raw),
    receivedAtMs,
    context: { sentAtMs: receivedAtMs - 3_600_000, sender },
  });
const search = (more: object = {}) => ({
  event: 'search_performed',
  uuid: newId(),
  distinct_id: 'visitor',
  properties: { query: 'usb', resultCount: 3 },
  ...more,
});
/** An event that no version takes. */
const refused = () => processEvent({ event: '' }, { receivedAtMs: nowMs, sentAtMs: null, sender });

describe('dead letters', () => {
  it('are counted by reason, and listed a page at a time, newest first', async () => {
    const letters = Array.from({ length: 120 }, (_, index) => onceRefused(search(), nowMs - index * 1_000));
    await keep(...letters, refused());
    expect(await counts()).toMatchObject([
      { source: 'capture', reason: 'properties_invalid', waitingCount: 120, replayedCount: 0 },
      { source: 'capture', reason: 'event_name_missing', waitingCount: 1, replayedCount: 0 },
    ]);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const query = cursor === '' ? '' : `&cursor=${cursor}`;
      const { items, nextCursor } = await page(`?reason=properties_invalid${query}`);
      seen.push(...items.map(({ id }) => id));
      cursor = nextCursor;
    }
    expect(seen).toEqual(letters.map(({ id }) => id));
  });

  it('say what was sent, what is wrong with it, and whether it can be taken after all', async () => {
    const unreadable = toDeadLetter({
      source: 'capture',
      reason: 'body_unreadable',
      detail: 'no JSON',
      payload: '{"half":',
      receivedAtMs: nowMs - 1,
    });
    await keep(onceRefused(search({ note: 'x' })), unreadable);
    expect((await page()).items).toMatchObject([
      { reason: 'properties_invalid', isReplayable: true, replayedAt: null },
      { reason: 'body_unreadable', detail: 'no JSON', payload: '{"half":', isReplayable: false },
    ]);
  });

  it('are shown to nobody without the token', async () => {
    for (const path of ['/dead-letters', '/dead-letters/counts']) {
      expect((await ask(path, { token: 'guess' })).status).toBe(401);
    }
    expect((await ask('/dead-letters/replay', { token: 'guess', body: {} })).status).toBe(401);
    expect((await ask('/dead-letters/replay', { body: { ids: [] } })).status).toBe(400);
    expect((await ask('/dead-letters?cursor=x')).status).toBe(400);
  });
});

describe('a dead letter that is replayed', () => {
  it('becomes the row that it would have been, at the moment at which it happened', async () => {
    const timestamp = new Date(nowMs - 3_600_000 - 5_000).toISOString();
    const [id = ''] = await keep(onceRefused(search({ timestamp }), nowMs - 1_000));
    expect(await replay({ ids: [id] })).toEqual({
      replayedCount: 1,
      refusedCount: 0,
      refused: [],
      nextAfter: null,
    });
    const row = `event = 'search_performed' AND known AND device = 'mobile' AND country = 'DE'
      AND search_query = 'usb' AND toUnixTimestamp64Milli(timestamp) = ${nowMs - 5_000}`;
    expect(await readNumber(store, `SELECT countIf(${row}) AS value FROM events`)).toBe(1);
    expect((await page()).items).toEqual([]);
    expect((await page('?state=replayed')).items).toMatchObject([
      { id, replayedAt: new Date(nowMs).toISOString() },
    ]);
    expect(await counts()).toMatchObject([{ waitingCount: 0, replayedCount: 1 }]);
  });

  it('is one row however often, also when nobody remembers its id and its mark was lost', async () => {
    const { uuid: _, ...withoutId } = search();
    const ids = await keep(onceRefused(search()), onceRefused(withoutId));
    await Promise.all([replay({ ids }), replay({ ids })]);
    await replay({ ids });
    await store.command('TRUNCATE TABLE dead_letter_replays');
    await store.command('TRUNCATE TABLE event_ids');
    nowMs += 30 * 86_400_000;
    expect(await replay({ ids })).toMatchObject({ replayedCount: 2 });
    expect(await count('events')).toBe(2);
  });

  it('is not counted again when the client had sent it in a form that could be taken', async () => {
    const raw = search();
    const context = { receivedAtMs: nowMs, sentAtMs: null, sender };
    const ids = await keep(onceRefused(raw));
    await keep(processEvent(raw, context));
    expect(await replay({ ids })).toMatchObject({ replayedCount: 1 });
    expect(await count('events')).toBe(1);
  });

  it('stays when it is still refused, and says why', async () => {
    const ids = await keep(refused());
    expect(await replay({ ids })).toMatchObject({
      replayedCount: 0,
      refused: [{ id: ids[0], detail: expect.stringContaining('event_name_missing') }],
    });
    expect((await page()).items).toHaveLength(1);
  });

  it('is taken with all others of its reason, in calls of bounded size', async () => {
    await keep(...Array.from({ length: 700 }, () => onceRefused(search())), refused());
    const first = await replay({ reason: 'properties_invalid' });
    expect(first.replayedCount).toBe(500);
    const second = await replay({ reason: 'properties_invalid', after: first.nextAfter ?? newId() });
    expect(second).toMatchObject({ replayedCount: 200, nextAfter: null });
    expect(await count('events')).toBe(700);
    expect((await page()).items).toHaveLength(1);
  });

  it('may be a row that ClickHouse itself had refused', async () => {
    const context = { receivedAtMs: nowMs, sentAtMs: null, sender };
    const taken = processEvent(search(), context);
    if (taken === null) throw new Error('Not kept.');
    const spoilt = { ...taken, row: taken.row.replaceAll(String(nowMs), '"soon"') };
    await keep(spoilt);
    expect((await page()).items).toMatchObject([{ reason: 'refused_by_store', isReplayable: true }]);
    await store.command(
      `INSERT INTO dead_letters SELECT id, source, reason, detail, replaceAll(payload, '"soon"', '${nowMs}'), context, received_at FROM dead_letters`,
    );
    await store.command('OPTIMIZE TABLE dead_letters FINAL');
    expect(await replay({ reason: 'refused_by_store' })).toMatchObject({ replayedCount: 1 });
    expect(await readNumber(store, "SELECT countIf(search_query = 'usb') AS value FROM events")).toBe(1);
  });

  it('may be a fact of the market: its money is there once', async () => {
    const fact = paidOrder({ sellerIds: [newId()] });
    const ids = await keep(
      toDeadLetter({
        source: 'outbox',
        reason: 'fact_invalid',
        detail: 'order.paid version 1',
        payload: JSON.stringify(fact),
        receivedAtMs: nowMs,
      }),
    );
    await replay({ ids });
    await store.command('TRUNCATE TABLE dead_letter_replays');
    expect(await replay({ ids })).toMatchObject({ replayedCount: 1 });
    expect(await readNumber(store, 'SELECT sum(amount_minor) AS value FROM sales')).toBe(2_250);
    expect(await count('facts')).toBe(1);
  });

  it('is left as it is while nothing can be stored', async () => {
    const ids = await keep(onceRefused(search()));
    const sink = { store: async () => 'unavailable' as const, waitingCount: () => 0, close: async () => {} };
    const app = deadLettersRoutes({ store, sink, now: () => nowMs, internalToken: INTERNAL_TOKEN });
    const answer = await app.request('/dead-letters/replay', {
      method: 'POST',
      headers: { authorization: `Bearer ${INTERNAL_TOKEN}` },
      body: JSON.stringify({ ids }),
    });
    expect(answer.status).toBe(503);
    expect((await page()).items).toHaveLength(1);
  });
});
