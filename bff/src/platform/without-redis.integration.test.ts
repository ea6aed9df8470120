import { createTestDatabase, createTestRedis, type TestDatabase, type TestRedis } from '@plaza/testing';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { solveCaptcha } from '../testing/solve-captcha.ts';
import { startTestBff } from '../testing/start-test-bff.ts';
import { openTestMarket, TestClock, type TestMarket } from '../testing/test-market.ts';
import { createPubSub } from './pubsub.ts';
import { createRateLimits, type RateLimits } from './rate-limits.ts';
import { connectRedis, type RedisClient } from './redis.ts';
import { createResponseCache, type ResponseCache } from './response-cache.ts';

const log = pino({ level: 'silent' });
let database: TestDatabase;
let redis: TestRedis;
let market: TestMarket;

beforeAll(async () => {
  database = await createTestDatabase();
  redis = await createTestRedis();
  market = await openTestMarket({ databaseUrl: database.url, clock: new TestClock() });
});
afterAll(async () => {
  await market.services.close();
  await redis.drop();
  await database.drop();
});

interface Process {
  client: RedisClient;
  limits: RateLimits;
  cache: ResponseCache;
  pubsub: ReturnType<typeof createPubSub>;
}
/** What one process has of Redis. */
async function openProcess(): Promise<Process> {
  const client = connectRedis(redis.url, log);
  const pubsub = createPubSub(client, log);
  const cache = await createResponseCache(pubsub);
  await vi.waitFor(() => expect(client.isReady).toBe(true));
  return { client, pubsub, cache, limits: createRateLimits(client, log) };
}
const closeProcess = async ({ client, pubsub }: Process) => {
  await pubsub.close();
  client.destroy();
};

const RULE = { name: 'test', points: 3, durationS: 60 };
const keep = (process: Process, key: string) =>
  process.cache.set(key, '1', { ttlMs: 60_000, tags: ['x'], mark: process.cache.mark() });

describe('two processes', () => {
  it('share limits and messages, and forget together; when Redis dies each goes on by itself', async () => {
    const [one, two] = [await openProcess(), await openProcess()];
    const heard: unknown[] = [];
    await two.pubsub.subscribe('topic', (message) => heard.push(message));
    await vi.waitFor(async () => {
      await one.pubsub.publish('topic', { n: 1 });
      expect(heard).toContainEqual({ n: 1 });
    });

    keep(two, '/a');
    one.cache.forget(['x']);
    await vi.waitFor(() => expect(two.cache.get('/a')).toBeUndefined());

    for (const process of [one, two, one])
      expect(await process.limits.consume(RULE, 'k')).toEqual({ allowed: true });
    expect(await two.limits.consume(RULE, 'k')).toMatchObject({ allowed: false });

    await redis.drop();
    await vi.waitFor(() => expect(one.client.isReady).toBe(false));
    const startedAt = performance.now();
    expect(await one.limits.consume(RULE, 'other')).toEqual({ allowed: true });
    await two.pubsub.publish('topic', { n: 2 });
    expect(heard).toContainEqual({ n: 2 });
    keep(one, '/b');
    one.cache.forget(['x']);
    expect(one.cache.get('/b')).toBeUndefined();
    const unsubscribe = await two.pubsub.subscribe('another', () => undefined);
    await unsubscribe();
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    await Promise.all([closeProcess(one), closeProcess(two)]);
  });
});

describe('the shop', () => {
  it('opens, sells and signs in with a Redis that is not there', async () => {
    const nowhere = connectRedis('redis://127.0.0.1:1', log);
    const pubsub = createPubSub(nowhere, log);
    const bff = await startTestBff({
      ...market.services,
      redis: nowhere,
      pubsub,
      responseCache: await createResponseCache(pubsub),
      rateLimits: createRateLimits(nowhere, log),
      close: async () => undefined,
    });
    const seller = await market.addSeller();
    const { variantId } = await market.addProduct({ sellerId: seller.id });
    const browser = await bff.browse();
    expect((await browser.query('catalog.home')).status).toBe(200);
    expect((await browser.mutate('cart.addItem', { variantId, quantity: 1 })).data).toMatchObject({
      ok: true,
    });
    const captcha = await solveCaptcha(browser, 'sign_up');
    const signUp = {
      email: 'ada@plaza.test',
      password: 'correct horse battery',
      displayName: 'Ada',
      captcha,
    };
    expect((await browser.mutate('identity.signUp', signUp)).data).toMatchObject({ ok: true });
    const health = await (await browser.send('/healthz')).json();
    expect(health).toMatchObject({ status: 'ok', parts: { redis: 'away, working in memory' } });
    await bff.close();
    await pubsub.close();
    nowhere.destroy();
  });
});
