import { createTestClickHouse, createTestRedis } from '@plaza/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createStore, type Store } from '../clickhouse/store.ts';
import { createFlakyProxy, type FlakyProxy } from '../test-support/flaky-proxy.ts';
import { letters } from '../test-support/letters.ts';
import { openEventStore, readNumber, silent, until } from '../test-support/stores.ts';
import { insertLetters, sortOut } from './letter-writer.ts';
import { RedisSink } from './redis-sink.ts';
import {
  appendLetters,
  createGroup,
  createRedis,
  findWeakSettings,
  type Redis,
  readNew,
  streamLength,
  writePlan,
} from './redis-stream.ts';
import { StreamCarrier } from './stream-carrier.ts';

let events: Awaited<ReturnType<typeof openEventStore>>;
let proxy: FlakyProxy;
let store: Store;
let server: Awaited<ReturnType<typeof createTestRedis>>;
let redis: Redis;
let redisProxy: FlakyProxy;
const running: { close(): Promise<void> }[] = [];

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
  redisProxy = await createFlakyProxy(server.url);
  redis = createRedis(server.url);
  await redis.connect();
  await createGroup(redis);
});
afterEach(async () => {
  proxy.setWeather('clear');
  redisProxy.setWeather('clear');
  await Promise.all(running.splice(0).map((part) => part.close()));
  redis.destroy();
  await redisProxy.close();
  await server.drop();
});

const startSink = () => {
  const sink = new RedisSink({ url: redisProxy.url, log: silent, answerWithinMs: 1_000 });
  running.push(sink);
  return sink;
};
const startCarrier = (consumer = 'one', abandonedAfterMs = 90_000) => {
  const carrier = new StreamCarrier({ url: redisProxy.url, consumer, store, log: silent, abandonedAfterMs });
  carrier.start();
  running.push(carrier);
};
const count = () => readNumber(events.store, 'SELECT count() AS value FROM events');
const isIdle = async () => (await streamLength(redis)) === 0;

const countDifferent = () => readNumber(events.store, 'SELECT uniqExact(uuid) AS value FROM events');

describe('with Redis', () => {
  it('events are answered at once and reach ClickHouse, each once', async () => {
    const sink = startSink();
    startCarrier();
    const batch = letters(40);
    expect(await sink.store(batch)).toBe('stored');
    expect(await sink.store(batch.slice(10))).toBe('stored');
    await until(async () => (await count()) === 40 && (await isIdle()));
  });

  it('retries of what ClickHouse had before are still known', async () => {
    const batch = letters(10);
    await insertLetters(store, sortOut(batch, []));
    const sink = startSink();
    startCarrier();
    expect(await sink.store([...batch, ...letters(5)])).toBe('stored');
    await until(async () => (await isIdle()) && (await count()) === 15);
  });

  it('events are accepted while ClickHouse is away and arrive when it is back', async () => {
    const sink = startSink();
    startCarrier();
    proxy.setWeather('away');
    for (let index = 0; index < 20; index += 1) expect(await sink.store(letters(5))).toBe('stored');
    proxy.setWeather('answers lost');
    const before = proxy.harmCount();
    await until(async () => proxy.harmCount() > before);
    proxy.setWeather('clear');
    await until(async () => (await isIdle()) && (await count()) === 100);
    expect(await countDifferent()).toBe(100);
  });

  it('a consumer that was killed finishes its work after its restart', async () => {
    await appendLetters(redis, letters(30));
    expect(await readNew(redis, 'one', 10, 100)).toHaveLength(1);
    startCarrier('one');
    await until(async () => (await count()) === 30 && (await isIdle()));
  });

  it('work of a consumer that never comes back is taken over', async () => {
    await appendLetters(redis, letters(30));
    expect(await readNew(redis, 'dead', 10, 100)).toHaveLength(1);
    startCarrier('two', 0);
    await until(async () => (await count()) === 30 && (await isIdle()));
  });

  it('a batch that died on its way to the views is completed, and not stored again', async () => {
    const batch = letters(30);
    await appendLetters(redis, batch);
    const entries = await readNew(redis, 'one', 100, 100);
    await writePlan(redis, `${entries[0]?.id}+1`, []);
    await events.store.command('DETACH TABLE event_ids_view');
    await insertLetters(store, sortOut(batch, []));
    await events.store.command('ATTACH TABLE event_ids_view');
    startCarrier('one');
    await until(isIdle);
    expect(await count()).toBe(30);
    expect(await readNumber(events.store, 'SELECT count() AS value FROM event_ids')).toBe(30);
  });

  it('what is in the stream gets out of it though memory is full', async () => {
    const sink = startSink();
    expect(await sink.store(letters(30))).toBe('stored');
    await redis.configSet('maxmemory', '1');
    expect(await sink.store(letters(1))).toBe('unavailable');
    startCarrier();
    await until(async () => (await count()) === 30 && (await isIdle()));
  });

  it('settings that may lose what was answered are told', async () => {
    expect(await findWeakSettings(redis)).toEqual(['appendonly no', 'appendfsync everysec']);
    for (const [name, value] of [
      ['appendonly', 'yes'],
      ['appendfsync', 'always'],
    ] as const)
      await redis.configSet(name, value);
    expect(await findWeakSettings(redis)).toEqual([]);
  });

  it('two consumers that take each other for dead carry everything once', async () => {
    for (const name of ['one', 'two']) startCarrier(name, 0);
    const batches = Array.from({ length: 40 }, () => letters(10));
    await Promise.all([...batches, ...batches].map((batch) => appendLetters(redis, batch)));
    await until(async () => (await isIdle()) && (await count()) === 400);
    expect(await countDifferent()).toBe(400);
  });
});

describe('while Redis is away', () => {
  it('clients wait for it, and are told to try again when it takes too long', async () => {
    const sink = startSink();
    startCarrier();
    redisProxy.setWeather('away');
    expect(await sink.store(letters(5))).toBe('unavailable');
    const waiting = sink.store(letters(5));
    redisProxy.setWeather('clear');
    expect(await waiting).toBe('stored');
    await until(async () => (await isIdle()) && (await count()) === 5);
  });

  it('a connection on which nothing moves is given up', async () => {
    const sink = startSink();
    expect(await sink.store(letters(5))).toBe('stored');
    redisProxy.setWeather('frozen');
    const batch = letters(5);
    expect(await sink.store(batch)).toBe('unavailable');
    redisProxy.setWeather('clear');
    expect(await sink.store(batch)).toBe('stored');
    startCarrier();
    await until(async () => (await isIdle()) && (await count()) === 10);
  });

  it('an event whose answer got lost is stored once, though another process is asked too', async () => {
    const [first, second] = [startSink(), new RedisSink({ url: server.url, log: silent })];
    running.push(second);
    for (const name of ['one', 'two']) startCarrier(name);
    await until(async () => first.isUp());
    redisProxy.setWeather('answers lost');
    const batch = letters(20);
    const lost = first.store(batch);
    await until(async () => redisProxy.harmCount() > 0);
    expect(await second.store(batch)).toBe('stored');
    redisProxy.setWeather('clear');
    await lost;
    await until(async () => (await isIdle()) && (await count()) >= 20);
    expect(await count()).toBe(20);
  });
});
