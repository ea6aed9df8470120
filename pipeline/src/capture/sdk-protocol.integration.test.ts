import { newId } from '@plaza/contracts';
import { PostHog } from 'posthog-node';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { browserBatch, type CaptureStage, openCaptureStage, viewed } from '../test-support/capture-stage.ts';
import { CAPTURE_KEY } from '../test-support/stores.ts';

let stage: CaptureStage;
beforeAll(async () => {
  stage = await openCaptureStage();
});
beforeEach(() => stage.clear());
afterAll(() => stage.close());

const json = { 'content-type': 'application/json' };
const get = (path: string) => fetch(`${stage.origin}${path}`);

describe('SDKs in their own shapes', () => {
  it('of Python: the time of sending has another name', async () => {
    const wrong = Date.now() - 86_400_000;
    const event = {
      event: 'report_sent',
      distinct_id: 'server',
      uuid: newId(),
      timestamp: new Date(wrong - 5_000).toISOString(),
      properties: { $lib: 'posthog-python' },
    };
    const body = { api_key: CAPTURE_KEY, batch: [event], sentAt: new Date(wrong).toISOString() };
    await stage.post('/ingest/batch/', JSON.stringify(body), {
      ...json,
      'user-agent': 'posthog-python/3.8.3',
    });
    const isRight = "abs(dateDiff('millisecond', timestamp, now64(3)) - 5000) < 4000";
    expect(await stage.count('events', `${isRight} AND device = 'server' AND NOT is_bot`)).toBe(1);
  });

  it('of Ruby: the id of an event has another name, and still is one', async () => {
    const event = {
      type: 'capture',
      event: 'report_sent',
      distinct_id: 'server',
      messageId: newId(),
      timestamp: new Date().toISOString(),
      properties: { $lib: 'posthog-ruby', attempt: 1 },
    };
    const again = { ...event, properties: { ...event.properties, attempt: 2 } };
    for (const sent of [event, again]) {
      await stage.post('/ingest/batch/', JSON.stringify({ api_key: CAPTURE_KEY, batch: [sent] }), json);
    }
    expect(await stage.count('events', `uuid = '${event.messageId}'`)).toBe(1);
  });

  it('that say what they know of a person', async () => {
    const about = {
      $token: CAPTURE_KEY,
      $distinct_id: 'visitor',
      $set: { plan: 'pro', email: 'a@b.example' },
    };
    const data = Buffer.from(JSON.stringify(about)).toString('base64');
    expect((await stage.post('/ingest/engage/', `data=${encodeURIComponent(data)}`)).status).toBe(200);
    const isKept = `event = '$identify' AND JSONExtractString(properties, '$set', 'plan') = 'pro'`;
    expect(await stage.count('events', `${isKept} AND position(properties, 'b.example') = 0`)).toBe(1);
  });

  it('that load a picture', async () => {
    const data = Buffer.from(JSON.stringify(viewed())).toString('base64url');
    expect((await get(`/ingest/e/?data=${data}&_=${Date.now()}`)).status).toBe(200);
    expect(await stage.count('events', 'known')).toBe(1);
  });

  it('that go away without waiting for an answer', async () => {
    const response = await stage.post('/ingest/e/?beacon=1', browserBatch([viewed()]));
    expect([response.status, await response.text()]).toEqual([204, '']);
    expect(await stage.count('events')).toBe(1);
  });

  it('that know their clock to be right', async () => {
    const timestamp = new Date(Date.now() - 86_400_000).toISOString();
    const event = { ...viewed({ $ignore_sent_at: true }), timestamp };
    const body = { api_key: CAPTURE_KEY, batch: [event], sent_at: '2020-01-01T00:00:00Z' };
    await stage.post('/ingest/batch/', JSON.stringify(body), json);
    expect(await stage.count('events', `timestamp = parseDateTime64BestEffort('${timestamp}')`)).toBe(1);
  });
});

describe('the second protocol', () => {
  const send = (batch: readonly unknown[], headers: Record<string, string> = {}) =>
    stage.post(
      '/ingest/i/v1/analytics/events',
      JSON.stringify({ created_at: new Date().toISOString(), batch }),
      {
        ...json,
        authorization: `Bearer ${CAPTURE_KEY}`,
        'posthog-sdk-info': 'posthog-node/5.70.0',
        'posthog-request-timestamp': new Date().toISOString(),
        ...headers,
      },
    );
  const sent = (event: string) => ({
    event,
    uuid: newId(),
    distinct_id: 'server',
    timestamp: new Date().toISOString(),
    session_id: 'session-of-client',
    options: {},
    properties: {},
  });

  it('is told what became of each event', async () => {
    const [good, bad] = [sent('invoice_sent'), sent('search_performed')];
    const response = await send([good, bad]);
    expect(await response.json()).toEqual({
      results: {
        [good.uuid]: { result: 'ok' },
        [bad.uuid]: { result: 'drop', details: expect.any(String) },
      },
    });
    expect(await stage.count('events', "session_id = 'session-of-client' AND device = 'server'")).toBe(1);
    expect(await stage.deadLetters()).toMatchObject([{ reason: 'properties_invalid' }]);
  });

  it('needs the key in its header', async () => {
    expect((await send([sent('x')], { authorization: 'Bearer phc_other' })).status).toBe(401);
  });

  it('is spoken by the server SDK, whose every event arrives', async () => {
    vi.stubEnv('POSTHOG_CAPTURE_MODE', 'v1');
    const paths: string[] = [];
    const client = new PostHog(CAPTURE_KEY, {
      host: `${stage.origin}/ingest`,
      flushAt: 20,
      fetch: (url, options) => {
        paths.push(new URL(url).pathname);
        return fetch(url, options);
      },
    });
    vi.unstubAllEnvs();
    for (let index = 0; index < 50; index += 1) client.capture({ distinctId: `a-${index}`, event: 'by_v1' });
    await client.shutdown();
    expect(new Set(paths)).toEqual(new Set(['/ingest/i/v1/analytics/events']));
    expect(await stage.count('events', "event = 'by_v1' AND device = 'server' AND NOT is_bot")).toBe(50);
  });
});

describe('what is switched off', () => {
  it('is answered in the shape of the version that was asked for', async () => {
    const flags = async (path: string): Promise<unknown> =>
      (await stage.post(`/ingest${path}`, '{}', json)).json();
    const none = { errorsWhileComputingFlags: false, quotaLimited: [] };
    expect(await flags('/flags/?v=2')).toEqual({ ...none, requestId: expect.any(String), flags: {} });
    expect(await flags('/flags?v=2&config=true')).toMatchObject({ flags: {}, sessionRecording: false });
    expect(await flags('/flags')).toMatchObject({ ...none, featureFlags: {}, featureFlagPayloads: {} });
    expect(await flags('/decide/?v=1')).toMatchObject({ ...none, featureFlags: [], surveys: false });
    expect(await flags('/decide/?v=3')).toMatchObject({ featureFlags: {}, featureFlagPayloads: {} });
    expect(await flags('/decide/?v=4')).toMatchObject({ flags: {} });
  });

  it.each([
    ['/api/surveys/?token=k', { surveys: [] }],
    ['/api/early_access_features/?token=k', { earlyAccessFeatures: [] }],
    ['/api/web_experiments/?token=k', { experiments: [] }],
    ['/api/product_tours/?token=k', { product_tours: [] }],
    ['/api/feature_flag/local_evaluation?token=k&send_cohorts', { flags: [], cohorts: {} }],
    ['/flags/definitions?token=k&send_cohorts', { flags: [], group_type_mapping: {} }],
  ])('has nothing to offer: %s', async (path, expected) => {
    const response = await get(`/ingest${path}`);
    expect([response.status, await response.json()]).toEqual([200, expect.objectContaining(expected)]);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('is not there: parts that the browser SDK would load, recordings', async () => {
    expect((await get('/ingest/static/1.434.18/recorder.js')).status).toBe(404);
    const surveys = await get('/ingest/static/1.434.18/surveys.js');
    expect([surveys.status, surveys.headers.get('content-type')]).toEqual([
      200,
      'text/javascript; charset=utf-8',
    ]);
    const recordings = await stage.post('/ingest/s/', JSON.stringify([{ event: '$snapshot' }]));
    expect(await recordings.json()).toEqual({ status: 'Ok', quota_limited: ['recordings'] });
    expect(await stage.count('events')).toBe(0);
  });

  it('costs the server SDK nothing: flags worked out by itself are none', async () => {
    const errors: unknown[] = [];
    const client = new PostHog(CAPTURE_KEY, {
      host: `${stage.origin}/ingest`,
      personalApiKey: 'phx_any',
    });
    client.on('error', (error) => errors.push(error));
    expect(await client.getAllFlags('visitor')).toEqual({});
    expect((await client.evaluateFlags('visitor')).isEnabled('new-checkout')).toBeFalsy();
    await client.shutdown();
    expect(errors).toEqual([]);
  });
});

describe('where visitors come from', () => {
  it('is a country; the address itself is nowhere', async () => {
    const address = '81.2.69.142';
    const headers = { 'x-forwarded-for': `10.0.0.1, ${address}` };
    await stage.post('/ingest/e/', browserBatch([viewed({ $ip: address })]), headers);
    await stage.post('/ingest/e/', browserBatch([{ ...viewed(), event: '' }]), headers);
    expect(await stage.count('events', "country = 'GB'")).toBe(1);
    for (const table of ['events', 'dead_letters']) {
      expect(await stage.count(table, `position(toString(tuple(*)), '${address}') > 0`)).toBe(0);
    }
  });

  it('is unknown for what the visitor claims, and for machines at home', async () => {
    await stage.post('/ingest/e/', browserBatch([viewed()]), { 'x-forwarded-for': '8.8.8.8, 192.168.0.4' });
    await stage.post('/ingest/e/', browserBatch([viewed()]));
    expect(await stage.count('events', "country = ''")).toBe(2);
  });
});

describe('quotas', () => {
  const from = (address: string) => ({ 'x-forwarded-for': address });
  const many = (count: number) => browserBatch(Array.from({ length: count }, () => viewed()));

  it('hold an address back for the minute, in the way that each SDK understands, and nobody else', async () => {
    const [flood, other] = ['198.51.100.7', '198.51.100.8'];
    expect((await stage.post('/ingest/e/', many(100), from(flood))).status).toBe(200);
    const browser = await stage.post('/ingest/e/', many(60), from(flood));
    expect([browser.status, await browser.json()]).toEqual([
      200,
      { status: 'Ok', quota_limited: ['events'] },
    ]);
    for (const path of ['/ingest/batch/', '/ingest/i/v1/analytics/events']) {
      const server = await stage.post(path, many(60), from(flood));
      expect(server.status).toBe(429);
      expect(Number(server.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    }
    expect((await stage.post('/ingest/e/', many(60), from(other))).status).toBe(200);
    expect(await stage.count('events')).toBe(160);
  });

  it('count a household as one, and let its one large request through', async () => {
    expect((await stage.post('/ingest/batch/', many(150), from('2001:470::1'))).status).toBe(200);
    expect((await stage.post('/ingest/batch/', many(1), from('2001:470::2'))).status).toBe(429);
  });
});
