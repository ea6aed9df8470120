import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Outbox } from './outbox.ts';
import { type OutboxEvent, openOutboxStore } from './outbox-store.ts';

const HOUR_MS = 3_600_000;
const startedAtMs = Date.parse('2026-11-20T10:00:00Z');
let isOnline: boolean;
/** What the pipeline has taken, by the ids of the events, and how it answers the next requests. */
let taken: string[][];
let keptAlive: (boolean | undefined)[];
let answers: (() => Response | Promise<never>)[];

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  vi.useFakeTimers({ now: startedAtMs, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  isOnline = true;
  taken = [];
  answers = [];
  keptAlive = [];
});
afterEach(() => vi.useRealTimers());

let made = 0;
const event = (properties: OutboxEvent['properties'] = {}): OutboxEvent => {
  made += 1;
  const uuid = `01a1fd5d-0000-7000-8000-${String(made).padStart(12, '0')}`;
  return { uuid, event: 'product_viewed', timestamp: new Date().toISOString(), properties };
};
const refuse =
  (status: number, headers = {}) =>
  () =>
    new Response(null, { status, headers });
const ok = () => new Response('{"status":"Ok"}');
const cut = () => Promise.reject(new TypeError('the network went away'));

/** A page: its outbox, over the store that pages of this device share. */
async function openPage() {
  const store = await openOutboxStore();
  const outbox = new Outbox({
    url: '/ingest/batch/',
    apiKey: 'phc_test',
    store,
    now: Date.now,
    isOnline: () => isOnline,
    async fetch(_, init) {
      const { batch, api_key, sent_at } = JSON.parse(String(init?.body));
      expect([api_key, sent_at]).toEqual(['phc_test', new Date().toISOString()]);
      keptAlive.push(init?.keepalive);
      const response = await (answers.shift() ?? ok)();
      if (response.ok) taken.push(batch.map(({ uuid }: OutboxEvent) => uuid));
      return response;
    },
  });
  return { outbox, store };
}
const ids = (events: readonly OutboxEvent[]) => events.map(({ uuid }) => uuid);
const stored = async () => ids(await (await openOutboxStore()).list());
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('an event', () => {
  it('is sent with its company, and forgotten when it is acknowledged', async () => {
    const { outbox } = await openPage();
    const events = [event(), event()];
    for (const one of events) outbox.add(one);
    expect(await stored()).toEqual(ids(events));
    await pass(1_000);
    expect(taken).toEqual([ids(events)]);
    expect(await stored()).toEqual([]);
  });

  it('waits while there is no network, in the store of the device', async () => {
    isOnline = false;
    const { outbox } = await openPage();
    const one = event();
    outbox.add(one);
    await pass(60_000);
    expect([taken, await stored()]).toEqual([[], [one.uuid]]);
    isOnline = true;
    outbox.flush();
    await pass(0);
    expect([taken, await stored()]).toEqual([[[one.uuid]], []]);
  });

  it('outlives its page, and is the same in the next one', async () => {
    isOnline = false;
    const one = event({ productId: 'p' });
    (await openPage()).outbox.add(one);
    isOnline = true;
    const { outbox, store } = await openPage();
    expect(await store.list()).toEqual([one]);
    await outbox.resume();
    await pass(0);
    expect([taken, await stored()]).toEqual([[[one.uuid]], []]);
  });

  it.each([
    ['the answer is lost', cut],
    ['nothing can be stored', refuse(503)],
    ['there is too much of it', refuse(429)],
  ])('is sent again under the same id when %s, after pauses that grow', async (_, bad) => {
    const { outbox } = await openPage();
    const one = event();
    answers = [bad, bad, bad];
    outbox.add(one);
    await pass(1_000 + 2_000 + 4_000);
    expect(taken).toEqual([]);
    expect(await stored()).toEqual([one.uuid]);
    await pass(8_000);
    expect([taken, await stored()]).toEqual([[[one.uuid]], []]);
  });

  it('that happened while another was under way is not left behind when that one fails', async () => {
    const { outbox } = await openPage();
    const [first, second] = [event(), event()];
    answers = [() => new Promise((_, reject) => setTimeout(() => reject(new TypeError('cut')), 5_000))];
    outbox.add(first);
    await pass(1_500);
    outbox.add(second);
    await pass(1_000 + 3_500 + 2_000);
    expect(taken).toEqual([[first.uuid, second.uuid]]);
  });

  it('is sent again no earlier than it is told to', async () => {
    const { outbox } = await openPage();
    answers = [refuse(503, { 'retry-after': '20' })];
    outbox.add(event());
    await pass(1_000 + 19_000);
    expect(taken).toEqual([]);
    await pass(1_000);
    expect(taken).toHaveLength(1);
  });

  it('is given up when no attempt could succeed', async () => {
    const { outbox } = await openPage();
    answers = [refuse(400)];
    outbox.add(event());
    await pass(60_000);
    expect([taken, await stored()]).toEqual([[], []]);
  });

  it('is given up when it is older than what the pipeline knows again', async () => {
    isOnline = false;
    const { outbox } = await openPage();
    const [old, young] = [event(), { ...event(), timestamp: new Date(startedAtMs + HOUR_MS).toISOString() }];
    outbox.add(old);
    outbox.add(young);
    vi.setSystemTime(startedAtMs + 36.5 * HOUR_MS);
    isOnline = true;
    await (await openPage()).outbox.resume();
    await pass(0);
    expect([taken, await stored()]).toEqual([[[young.uuid]], []]);
  });
});

describe('a page that is left', () => {
  it('sends at once what has not been acknowledged, in a way that outlives it', async () => {
    const { outbox } = await openPage();
    const [first, second] = [event(), event()];
    answers = [() => new Promise(() => {})];
    outbox.add(first);
    await pass(1_000);
    outbox.add(second);
    outbox.leave();
    await pass(0);
    expect([taken, keptAlive]).toEqual([[[first.uuid, second.uuid]], [false, true]]);
    expect(await stored()).toEqual([]);
  });
});

describe('many events', () => {
  it('go in several requests, none larger than a closing page may send', async () => {
    const { outbox } = await openPage();
    const events = Array.from({ length: 60 }, () => event({ text: 'x'.repeat(2_000) }));
    for (const one of events) outbox.add(one);
    await pass(1_000);
    expect(taken.length).toBeGreaterThan(1);
    expect(taken.every((batch) => batch.length < 25)).toBe(true);
    expect(taken.flat()).toEqual(ids(events));
  });

  it('are bounded: the oldest give way', async () => {
    isOnline = false;
    const { outbox } = await openPage();
    const events = Array.from({ length: 1_100 }, () => event());
    for (const one of events) outbox.add(one);
    expect(await stored()).toEqual(ids(events.slice(100)));
  });
});

describe('somebody who does not want to be counted any more', () => {
  it('leaves nothing behind, and nothing is sent', async () => {
    const { outbox } = await openPage();
    outbox.add(event());
    outbox.clear();
    await pass(60_000);
    expect([taken, await stored()]).toEqual([[], []]);
  });
});

describe('a device without a database', () => {
  it('delivers all the same', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const { outbox } = await openPage();
    outbox.add(event());
    await pass(1_000);
    expect(taken).toHaveLength(1);
    vi.unstubAllGlobals();
  });
});
