import { newId } from '@plaza/contracts';
import { createTestClickHouse, createTestRedis } from '@plaza/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createStore, type Store } from '../clickhouse/store.ts';
import type { Letter } from '../steps/letter.ts';
import { processEvent } from '../steps/process-event.ts';
import { UNKNOWN_SENDER } from '../steps/read-sender.ts';
import { createFlakyProxy, type FlakyProxy } from '../test-support/flaky-proxy.ts';
import { openEventStore, readNumber, silent, until } from '../test-support/stores.ts';
import { GroupCommit } from './group-commit.ts';
import { RedisSink } from './redis-sink.ts';
import {
  appendLetters,
  claimAbandoned,
  createGroup,
  createRedis,
  type Redis,
  readNew,
  streamLength,
} from './redis-stream.ts';

let events: Awaited<ReturnType<typeof openEventStore>>;
let proxy: FlakyProxy;
let store: Store;
let server: Awaited<ReturnType<typeof createTestRedis>>;
let redis: Redis;
const sinks: RedisSink[] = [];

beforeAll(async () => {
  events = await createTestClickHouse().then(openEventStore);
  proxy = await createFlakyProxy(events.url);
  store = createStore(proxy.url, events.database);
});
afterAll(async () => {
  await store.close();
  await Promise.all([proxy.close(), events.close()]);
});
beforeEach(async () => {
  proxy.setWeather('clear');
  for (const table of ['events', 'event_ids', 'product_views_hourly']) {
    await events.store.command(`TRUNCATE TABLE ${table}`);
  }
  server = await createTestRedis();
  redis = createRedis(server.url);
  await redis.connect();
  await createGroup(redis);
});
afterEach(async () => {
  proxy.setWeather('clear');
  for (const sink of sinks.splice(0)) await sink.close();
  redis.destroy();
  await server.drop();
});

const startSink = (consumer = 'one') => {
  const commit = new GroupCommit({
    store,
    log: silent,
    maxDelayMs: 5,
    retryMs: () => 50,
  });
  const sink = new RedisSink({ url: server.url, consumer, commit, log: silent });
  sink.start();
  sinks.push(sink);
  return sink;
};
const letters = (count: number): Letter[] =>
  Array.from({ length: count }, () => {
    const raw = { uuid: newId(), event: 'x', distinct_id: 'd', timestamp: new Date().toISOString() };
    const letter = processEvent(raw, { receivedAtMs: Date.now(), sentAtMs: null, sender: UNKNOWN_SENDER });
    if (letter === null) throw new Error('Not kept.');
    return letter;
  });
const count = () => readNumber(events.store, 'SELECT count() AS value FROM events');
const isIdle = async () => (await streamLength(redis)) === 0;

describe('with Redis', () => {
  it('events are answered at once and reach ClickHouse, each once', async () => {
    const sink = startSink();
    await until(async () => sink.isUp());
    const batch = letters(40);
    expect(await sink.store(batch)).toBe('stored');
    expect(await sink.store(batch.slice(10))).toBe('stored');
    await until(async () => (await count()) === 40 && (await isIdle()));
  });

  it('events are accepted while ClickHouse is away and arrive when it is back', async () => {
    const sink = startSink();
    await until(async () => sink.isUp());
    proxy.setWeather('away');
    for (let index = 0; index < 20; index += 1) expect(await sink.store(letters(5))).toBe('stored');
    proxy.setWeather('answers lost');
    const before = proxy.harmCount();
    await until(async () => proxy.harmCount() > before);
    proxy.setWeather('clear');
    await until(async () => (await isIdle()) && (await count()) === 100);
    expect(await readNumber(events.store, 'SELECT uniqExact(uuid) AS value FROM events')).toBe(100);
  });

  it('a consumer that was killed finishes its work after its restart', async () => {
    await appendLetters(redis, letters(30));
    expect(await readNew(redis, 'one', 10, 100)).toHaveLength(1);
    startSink('one');
    await until(async () => (await count()) === 30 && (await isIdle()));
  });

  it('work of a consumer that never comes back is taken over', async () => {
    await appendLetters(redis, letters(30));
    expect(await readNew(redis, 'dead', 10, 100)).toHaveLength(1);
    await claimAbandoned(redis, 'two', 0);
    startSink('two');
    await until(async () => (await count()) === 30 && (await isIdle()));
  });

  it('two consumers carry everything once', async () => {
    for (const name of ['one', 'two']) startSink(name);
    const batches = Array.from({ length: 40 }, () => letters(10));
    await Promise.all([...batches, ...batches].map((batch) => appendLetters(redis, batch)));
    await until(async () => (await isIdle()) && (await count()) === 400);
    expect(await readNumber(events.store, 'SELECT uniqExact(uuid) AS value FROM events')).toBe(400);
  });
});

describe('without Redis, though it is configured', () => {
  it('events go to ClickHouse directly, and retries of earlier ones are still known', async () => {
    const sink = startSink();
    await until(async () => sink.isUp());
    const batch = letters(10);
    await sink.store(batch);
    await until(async () => (await count()) === 10);
    await server.drop();
    expect(await sink.store([...batch, ...letters(5)])).toBe('stored');
    expect(await count()).toBe(15);
  });
});
