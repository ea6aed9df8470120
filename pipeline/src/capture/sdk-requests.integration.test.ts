import { gzipSync } from 'node:zlib';
import { PostHog } from 'posthog-node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { browserBatch, type CaptureStage, openCaptureStage, viewed } from '../test-support/capture-stage.ts';
import { CAPTURE_KEY, until } from '../test-support/stores.ts';

let stage: CaptureStage;
beforeAll(async () => {
  stage = await openCaptureStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

describe('the server SDK', () => {
  it('delivers its events', async () => {
    const client = new PostHog(CAPTURE_KEY, {
      host: `${stage.origin}/ingest`,
      flushAt: 20,
      fetchRetryCount: 0,
    });
    for (let index = 0; index < 50; index += 1) {
      client.capture({ distinctId: `account-${index}`, event: 'invoice_sent', properties: { index } });
    }
    await client.shutdown();
    expect(await stage.count('events', "event = 'invoice_sent' AND NOT known AND device = 'server'")).toBe(
      50,
    );
  });

  it('gets every event through while ClickHouse comes and goes', async () => {
    const options = {
      host: `${stage.origin}/ingest`,
      flushAt: 10,
      fetchRetryCount: 20,
      fetchRetryDelay: 100,
    };
    const client = new PostHog(CAPTURE_KEY, options);
    for (const weather of ['away', 'answers lost'] as const) {
      const before = stage.proxy.harmCount();
      stage.proxy.setWeather(weather);
      for (let index = 0; index < 50; index += 1) client.capture({ distinctId: 'a', event: 'through' });
      await until(async () => stage.proxy.harmCount() > before + 2);
      stage.proxy.setWeather('clear');
    }
    await client.shutdown(20_000);
    expect(await stage.count('events')).toBe(100);
    expect(await stage.readNumber('SELECT uniqExact(uuid) AS value FROM events')).toBe(100);
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
    [
      'JSON in a form',
      '/ingest/track/',
      (json) => `data=${encodeURIComponent(json)}`,
      { 'content-type': 'application/x-www-form-urlencoded' },
    ],
    [
      'base64 of gzip, announced',
      '/ingest/i/v0/e?compression=gzip-js',
      (json) => gzipSync(json).toString('base64'),
      { 'content-type': 'text/plain' },
    ],
    [
      'gzip announced in a header',
      '/ingest/batch/',
      (json) => new Uint8Array(gzipSync(json)),
      { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    ],
    ['capture', '/ingest/capture/', (json) => json, { 'content-type': 'application/json' }],
    ['batch', '/ingest/batch', (json) => json, { 'content-type': 'application/json' }],
  ];
  it.each(forms)('is understood: %s', async (_, path, pack, headers) => {
    const response = await stage.post(path, pack(browserBatch([viewed(), viewed()])), headers);
    expect(response.status).toBe(200);
    expect(await stage.count('events', 'known')).toBe(2);
  });

  it('passes its preflight from another origin', async () => {
    const response = await fetch(`${stage.origin}/ingest/e/`, {
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
      const response = await fetch(`${stage.origin}${path}`, { method: 'OPTIONS', headers });
      expect([path, response.headers.get('access-control-allow-origin')]).toEqual([path, null]);
    }
  });

  it.each(['/ingest/array/k/config', '/ingest/array/k/config.js', '/ingest/e/', '/healthz', '/nowhere'])(
    'finds the headers of every answer at %s',
    async (path) => {
      const { headers } =
        path === '/ingest/e/' ? await stage.post(path, '{') : await fetch(`${stage.origin}${path}`);
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
    const config = await fetch(`${stage.origin}/ingest/array/${CAPTURE_KEY}/config`);
    expect(await config.json()).toMatchObject({
      hasFeatureFlags: false,
      sessionRecording: false,
      surveys: false,
    });
    const script = await fetch(`${stage.origin}/ingest/array/${encodeURIComponent('</script>')}/config.js`);
    expect(script.headers.get('content-type')).toContain('javascript');
    expect(await script.text()).not.toContain('</script>');
  });

  it('tells robots apart: they are kept, and no figure counts them', async () => {
    const robot = {
      'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    };
    await stage.post('/ingest/e/', browserBatch([viewed()]), robot);
    await stage.post('/ingest/e/', browserBatch([viewed({ $browser_type: 'bot' }), viewed()]));
    expect([await stage.count('events'), await stage.count('events', 'is_bot'), await stage.views()]).toEqual(
      [3, 2, 1],
    );
  });

  it('has its clock corrected', async () => {
    const wrong = Date.now() - 3 * 86_400_000;
    const event = { ...viewed(), timestamp: new Date(wrong - 2_000).toISOString() };
    const body = { api_key: CAPTURE_KEY, batch: [event], sent_at: new Date(wrong).toISOString() };
    await stage.post('/ingest/e/', JSON.stringify(body));
    expect(
      await stage.count('events', "abs(dateDiff('millisecond', timestamp, now64(3)) - 2000) < 1900"),
    ).toBe(1);
  });
});

it('what a visitor takes part in can be asked by its tag; events that claim very much of it are refused', async () => {
  const tags = ['checkout@0123456789abcdef:canary', 'catalog@fedcba9876543210:stable'];
  const tooMany = Array.from({ length: 21 }, (_, index) => `x@${index}:stable`);
  const batch = [
    viewed({ trials: tags }),
    viewed(),
    viewed({ trials: tooMany }),
    viewed({ trials: tags[0] }),
  ];
  expect((await stage.post('/ingest/batch/', browserBatch(batch))).status).toBe(200);
  expect(await stage.count('events', `has(trials, '${tags[1]}') AND length(trials) = 2`)).toBe(1);
  expect(await stage.count('events', 'empty(trials)')).toBe(1);
  expect(await stage.deadLetters()).toMatchObject([
    { reason: 'properties_invalid' },
    { reason: 'properties_invalid' },
  ]);
});
