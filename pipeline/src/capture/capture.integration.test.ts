import { gzipSync } from 'node:zlib';
import { newId } from '@plaza/contracts';
import { createTestClickHouse, createTestDatabase } from '@plaza/testing';
import { PostHog } from 'posthog-node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Pipeline, startPipeline } from '../pipeline.ts';
import { createFlakyProxy, type FlakyProxy } from '../test-support/flaky-proxy.ts';
import {
  CAPTURE_KEY,
  openEventStore,
  openMarket,
  readNumber,
  silent,
  testEnv,
  until,
} from '../test-support/stores.ts';
import { MAX_BODY_BYTES, MAX_EVENTS } from './capture.routes.ts';

let market: Awaited<ReturnType<typeof openMarket>>;
let events: Awaited<ReturnType<typeof openEventStore>>;
let proxy: FlakyProxy;
let pipeline: Pipeline;
let origin: string;

beforeAll(async () => {
  [market, events] = await Promise.all([
    createTestDatabase().then(openMarket),
    createTestClickHouse().then(openEventStore),
  ]);
  proxy = await createFlakyProxy(events.url);
  const stores = { databaseUrl: market.url, clickhouseUrl: proxy.url, database: events.database };
  pipeline = await startPipeline(testEnv(stores), silent);
  origin = `http://127.0.0.1:${pipeline.port}`;
});
afterAll(async () => {
  proxy.setWeather('clear');
  await pipeline.close();
  await Promise.all([proxy.close(), market.close(), events.close()]);
});
beforeEach(async () => {
  proxy.setWeather('clear');
  for (const table of ['events', 'event_ids', 'product_views_hourly', 'dead_letters']) {
    await events.store.command(`TRUNCATE TABLE ${table}`);
  }
});

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const post = (path: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  fetch(`${origin}${path}`, { method: 'POST', body, headers: { 'user-agent': BROWSER, ...headers } });
const viewed = (properties: Record<string, unknown> = {}) => ({
  uuid: newId(),
  event: 'product_viewed',
  timestamp: new Date().toISOString(),
  properties: {
    token: CAPTURE_KEY,
    distinct_id: 'visitor',
    productId: newId(),
    sellerId: newId(),
    priceMinor: 100,
    currency: 'USD',
    ...properties,
  },
});
/** As posthog-js 1.434 writes its requests. */
const browserBatch = (batch: readonly unknown[]) =>
  JSON.stringify({ api_key: CAPTURE_KEY, batch, sent_at: new Date().toISOString() });
const count = (table: string, where = '1') =>
  readNumber(events.store, `SELECT count() AS value FROM ${table} WHERE ${where}`);
const views = () => readNumber(events.store, 'SELECT sum(views) AS value FROM product_views_hourly');
const deadLetters = () =>
  events.store.query(
    z.object({ reason: z.string(), payload: z.string() }),
    'SELECT reason, payload FROM dead_letters',
  );

describe('the server SDK', () => {
  it('delivers its events', async () => {
    const client = new PostHog(CAPTURE_KEY, { host: `${origin}/ingest`, flushAt: 20, fetchRetryCount: 0 });
    for (let index = 0; index < 50; index += 1) {
      client.capture({ distinctId: `account-${index}`, event: 'invoice_sent', properties: { index } });
    }
    await client.shutdown();
    expect(await count('events', "event = 'invoice_sent' AND NOT known AND device = 'server'")).toBe(50);
  });

  it('gets every event through while ClickHouse comes and goes', async () => {
    const options = { host: `${origin}/ingest`, flushAt: 10, fetchRetryCount: 20, fetchRetryDelay: 100 };
    const client = new PostHog(CAPTURE_KEY, options);
    for (const weather of ['away', 'answers lost'] as const) {
      const before = proxy.harmCount();
      proxy.setWeather(weather);
      for (let index = 0; index < 50; index += 1) client.capture({ distinctId: 'a', event: 'through' });
      await until(async () => proxy.harmCount() > before + 2);
      proxy.setWeather('clear');
    }
    await client.shutdown(20_000);
    expect(await count('events')).toBe(100);
    expect(await readNumber(events.store, 'SELECT uniqExact(uuid) AS value FROM events')).toBe(100);
  });
});

describe('the browser SDK', () => {
  const forms: [
    string,
    string,
    (json: string) => string | Uint8Array<ArrayBuffer>,
    Record<string, string>,
  ][] = [
    [
      'fetch with gzip',
      '/ingest/e/',
      (json) => new Uint8Array(gzipSync(json)),
      { 'content-type': 'text/plain' },
    ],
    [
      'fetch with gzip, as older ones announce it',
      '/ingest/i/v0/e/?compression=gzip-js&ver=1.200.0&_=1700000000000',
      (json) => new Uint8Array(gzipSync(json)),
      { 'content-type': 'text/plain' },
    ],
    ['plain JSON', '/ingest/e/', (json) => json, { 'content-type': 'application/json' }],
    [
      'a beacon',
      '/ingest/e/?compression=base64',
      (json) => `data=${encodeURIComponent(Buffer.from(json).toString('base64'))}`,
      { 'content-type': 'application/x-www-form-urlencoded' },
    ],
    ['capture', '/ingest/capture/', (json) => json, { 'content-type': 'application/json' }],
    ['batch', '/ingest/batch', (json) => json, { 'content-type': 'application/json' }],
  ];
  it.each(forms)('is understood: %s', async (_, path, pack, headers) => {
    const response = await post(path, pack(browserBatch([viewed(), viewed()])), headers);
    expect(response.status).toBe(200);
    expect(await count('events', 'known')).toBe(2);
  });

  it('passes its preflight from another origin', async () => {
    const response = await fetch(`${origin}/ingest/e/`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://shop.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-headers')).toContain('content-type');
  });

  it('is the only one that other origins may talk to', async () => {
    const headers = { origin: 'https://evil.test', 'access-control-request-method': 'POST' };
    for (const path of ['/internal/seller-dashboard', '/healthz', '/']) {
      const response = await fetch(`${origin}${path}`, { method: 'OPTIONS', headers });
      expect([path, response.headers.get('access-control-allow-origin')]).toEqual([path, null]);
    }
  });

  it.each(['/ingest/array/k/config', '/ingest/array/k/config.js', '/ingest/e/', '/healthz', '/nowhere'])(
    'finds the headers of every answer at %s',
    async (path) => {
      const { headers } = path === '/ingest/e/' ? await post(path, '{') : await fetch(`${origin}${path}`);
      expect(Object.fromEntries(headers)).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'cross-origin-resource-policy': 'cross-origin',
        'content-security-policy': expect.stringMatching(/^default-src 'none'/),
        'cache-control': expect.stringMatching(/no-store|max-age=3600/),
      });
      expect([headers.get('server'), headers.get('x-powered-by')]).toEqual([null, null]);
    },
  );

  it('is told that every other feature is off', async () => {
    const config = await fetch(`${origin}/ingest/array/${CAPTURE_KEY}/config`);
    expect(await config.json()).toMatchObject({
      hasFeatureFlags: false,
      sessionRecording: false,
      surveys: false,
    });
    const script = await fetch(`${origin}/ingest/array/${encodeURIComponent('</script>')}/config.js`);
    expect(script.headers.get('content-type')).toContain('javascript');
    expect(await script.text()).not.toContain('</script>');
    const flags = await post('/ingest/flags/?v=2', '{}');
    expect(await flags.json()).toMatchObject({ featureFlags: {}, errorsWhileComputingFlags: false });
  });

  it('tells robots apart: they are kept, and no figure counts them', async () => {
    const robot = {
      'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    };
    await post('/ingest/e/', browserBatch([viewed()]), robot);
    await post('/ingest/e/', browserBatch([viewed({ $browser_type: 'bot' }), viewed()]));
    expect([await count('events'), await count('events', 'is_bot'), await views()]).toEqual([3, 2, 1]);
  });

  it('has its clock corrected', async () => {
    const wrong = Date.now() - 3 * 86_400_000;
    const event = { ...viewed(), timestamp: new Date(wrong - 2_000).toISOString() };
    const body = { api_key: CAPTURE_KEY, batch: [event], sent_at: new Date(wrong).toISOString() };
    await post('/ingest/e/', JSON.stringify(body));
    expect(await count('events', "abs(dateDiff('millisecond', timestamp, now64(3)) - 2000) < 1900")).toBe(1);
  });
});

describe('a request sent again', () => {
  it('counts once, in the table and in the views, in whatever company', async () => {
    const [a, b, c] = [viewed(), viewed(), viewed()];
    await post('/ingest/e/', browserBatch([a, b]));
    await post('/ingest/e/', browserBatch([a, b]));
    await post('/ingest/e/', browserBatch([b, c, c]));
    await Promise.all([post('/ingest/e/', browserBatch([a])), post('/ingest/e/', browserBatch([a, c]))]);
    expect(await count('events')).toBe(3);
    expect(await views()).toBe(3);
  });

  it('counts once though the first answer was lost between us and ClickHouse', async () => {
    const batch = browserBatch([viewed(), viewed()]);
    const before = proxy.harmCount();
    proxy.setWeather('answers lost');
    const first = post('/ingest/e/', batch);
    await until(async () => proxy.harmCount() > before);
    const second = post('/ingest/e/', batch);
    proxy.setWeather('clear');
    expect([(await first).status, (await second).status]).toEqual([200, 200]);
    expect(await count('events')).toBe(2);
    expect(await views()).toBe(2);
  });

  it('counts once as a dead letter', async () => {
    const bad = { ...viewed(), event: '' };
    await post('/ingest/e/', browserBatch([bad]));
    await post('/ingest/e/', browserBatch([bad]));
    expect(await readNumber(events.store, 'SELECT count() AS value FROM dead_letters FINAL')).toBe(1);
  });
});

describe('what is malformed', () => {
  it.each([
    ['no JSON', '{"api_key":'],
    ['no event', '{"hello":1}'],
    ['gzip that is broken', new Uint8Array([0x1f, 0x8b, 1, 2, 3])],
    ['nothing', ''],
    ['too deep', '['.repeat(100_000)],
  ])('is answered with 400 and kept: %s', async (_, body) => {
    const response = await post('/ingest/e/', body);
    expect(response.status).toBe(400);
    expect(await deadLetters()).toMatchObject([{ reason: 'body_unreadable' }]);
  });

  it('does not cost its neighbours', async () => {
    const response = await post(
      '/ingest/e/',
      browserBatch([viewed(), { event: 7 }, viewed({ priceMinor: -1 }), viewed()]),
    );
    expect(response.status).toBe(200);
    expect(await count('events')).toBe(2);
    const reasons = (await deadLetters()).map((letter) => letter.reason).sort();
    expect(reasons).toEqual(['event_name_missing', 'properties_invalid']);
  });

  it('is refused without the project’s key', async () => {
    const body = JSON.stringify({ api_key: 'phc_other', batch: [viewed()] });
    expect((await post('/ingest/e/', body)).status).toBe(401);
    expect(await count('events')).toBe(0);
  });

  it('is refused when it is too large, in bytes, unpacked or in number', async () => {
    expect((await post('/ingest/e/', 'x'.repeat(MAX_BODY_BYTES + 1))).status).toBe(413);
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(20_000_000, 'x')));
    expect((await post('/ingest/e/', bomb)).status).toBe(413);
    const many = browserBatch(Array.from({ length: MAX_EVENTS + 1 }, () => ({})));
    expect((await post('/ingest/e/', many)).status).toBe(413);
  });
});

describe('what ClickHouse itself refuses', () => {
  it('becomes a dead letter and does not cost its neighbours', async () => {
    const absurd = viewed({ priceMinor: Number.MAX_SAFE_INTEGER, distinct_id: 'ok\u0000\ud800' });
    const response = await post('/ingest/e/', browserBatch([viewed(), absurd, viewed()]));
    expect(response.status).toBe(200);
    expect((await count('events')) + (await deadLetters()).length).toBe(3);
  });
});

describe('health', () => {
  it('names every part', async () => {
    const response = await fetch(`${origin}/healthz`);
    expect(response.status).toBe(200);
    const parts = { clickhouse: 'ok', postgres: 'ok', redis: 'not used', outbox: 'ok' };
    expect(await response.json()).toMatchObject({ status: 'ok', parts });
  });

  it('is 503 while ClickHouse is away', async () => {
    proxy.setWeather('away');
    const response = await fetch(`${origin}/healthz`);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ parts: { clickhouse: 'down' } });
  });
});
