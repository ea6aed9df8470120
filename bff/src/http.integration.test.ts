import { Agent, request } from 'node:http';
import { newId } from '@plaza/contracts';
import { createTestDatabase, type TestDatabase } from '@plaza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestBff, type TestBff, type TestBrowser } from './testing/start-test-bff.ts';
import { openTestMarket, TestClock, type TestMarket } from './testing/test-market.ts';

let database: TestDatabase;
let market: TestMarket;
let bff: TestBff;
let seller: Awaited<ReturnType<TestMarket['addSeller']>>;
let browser: TestBrowser;

beforeAll(async () => {
  database = await createTestDatabase();
  market = await openTestMarket({ databaseUrl: database.url, clock: new TestClock() });
  bff = await startTestBff(market.services);
  seller = await market.addSeller();
  browser = await bff.browse();
});
afterAll(async () => {
  await bff.close();
  await database.drop();
});

const post = (path: string, body: NonNullable<RequestInit['body']>, headers: Record<string, string> = {}) =>
  browser.send(path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });

describe('a request that is wrong', () => {
  const signIn = '/api/trpc/identity.signIn';
  it.each([
    ['with malformed JSON', 400, () => post(signIn, '{"email":')],
    ['with input that does not fit', 400, () => post(signIn, '{"email":"x","password":""}')],
    ['for a procedure that is not there', 404, () => browser.send('/api/trpc/order.steal')],
    ['for a path that is not there', 404, () => browser.send('/admin.php')],
    ['with a read by POST', 405, () => post('/api/trpc/catalog.home', '{}')],
    ['with a change by GET', 405, () => browser.send(`${signIn}?input=%7B%7D`)],
    [
      'with a subscription over HTTP',
      405,
      () =>
        browser.send(`/api/trpc/inventory.watch?input=${encodeURIComponent(`{"productId":"${newId()}"}`)}`),
    ],
    ['without a content type', 415, () => post(signIn, 'x', { 'content-type': 'text/plain' })],
    ['of more than a megabyte', 413, () => post(signIn, `"${'x'.repeat(1_100_000)}"`)],
    [
      'of thirty calls at once',
      400,
      () => browser.send(`/api/trpc/${Array(30).fill('identity.me').join(',')}?batch=1`),
    ],
    ['from a page of another site', 403, () => post(signIn, '{}', { 'sec-fetch-site': 'cross-site' })],
    ['from another origin', 403, () => post(signIn, '{}', { origin: 'https://evil.test' })],
    ['for an upload without a session', 401, () => post('/api/uploads/pictures', 'x')],
  ])('%s gets %i and one line', async (_what, status, send) => {
    const response = await send();
    const text = await response.text();
    expect(response.status).toBe(status);
    expect(text).toMatch(/"message":"[^"\\]{8,}/);
    expect(text).not.toMatch(/stack|node_modules|\.ts:/);
  });

  it('of unknown length and more than a megabyte gets 413', async () => {
    const body = new ReadableStream({
      start: (controller) => {
        for (let part = 0; part < 20; part += 1)
          controller.enqueue(new TextEncoder().encode('x'.repeat(100_000)));
        controller.close();
      },
    });
    const init: RequestInit = {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { 'content-type': 'application/json' },
    };
    const response = await fetch(`${bff.url}/api/trpc/identity.signIn`, init);
    expect(response.status).toBe(413);
  });

  it('of more than a megabyte leaves the connection to the next request', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const statusOf = (body: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        const headers = { 'content-type': 'application/json', 'content-length': body.length };
        const sent = request(`${bff.url}${signIn}`, { method: 'POST', agent, headers }, (response) =>
          response.resume().on('end', () => resolve(response.statusCode)),
        );
        sent.on('error', reject).end(body);
      });
    const statuses = [await statusOf(`"${'x'.repeat(1_100_000)}"`), await statusOf('{"email":')];
    agent.destroy();
    expect(statuses).toEqual([413, 400]);
  });

  it('gets no hint of what failed on our side', async () => {
    const answer = await (await bff.browse(seller.account)).query('analytics.seller.live');
    expect(answer.status).toBeGreaterThanOrEqual(500);
    expect(answer.error?.message).not.toMatch(/127\.0\.0\.1|ECONN|fetch/);
  });
});

describe('the health of the process', () => {
  it('names its parts', async () => {
    const response = await browser.send('/healthz');
    expect([response.status, await response.json()]).toEqual([
      200,
      { status: 'ok', parts: { database: 'ok', redis: 'not used' } },
    ]);
  });
});

describe('headers of every kind of answer', () => {
  const common = {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'strict-origin-when-cross-origin',
  };
  it.each([
    ['a public answer', () => browser.send('/api/trpc/catalog.home'), 'same-origin', /^public/],
    ['a personal answer', () => browser.send('/api/trpc/identity.me'), 'same-origin', /^private, no-store$/],
    ['an error', () => browser.send('/api/trpc/order.steal'), 'same-origin', /no-store/],
    [
      'a refusal',
      () => post('/api/trpc/cart.get', '{}', { origin: 'https://evil.test' }),
      'same-origin',
      /no-store/,
    ],
    ['nothing there', () => browser.send('/admin.php'), 'same-origin', /no-store/],
    ['an upload', () => post('/api/uploads/pictures', 'x'), 'same-origin', /no-store/],
    ['a webhook', () => post('/api/webhooks/stripe', '{}'), 'same-origin', /no-store/],
    [
      'a receipt that is not theirs',
      () => browser.send(`/api/receipts/${newId()}.pdf`),
      'same-origin',
      /no-store/,
    ],
    ['the sitemap', () => browser.send('/sitemap.xml'), 'same-origin', /^public/],
    ['health', () => browser.send('/healthz'), 'same-origin', /no-store/],
    [
      'a picture',
      async () => browser.send(await market.services.storage.put(Buffer.from('<svg/>'), 'svg')),
      'cross-origin',
      /^public.*immutable$/,
    ],
  ])('are there for %s', async (_what, send, resourcePolicy, kept) => {
    const { headers } = await send();
    for (const [name, value] of Object.entries(common))
      expect([name, headers.get(name)]).toEqual([name, value]);
    expect(headers.get('cross-origin-resource-policy')).toBe(resourcePolicy);
    expect(headers.get('cache-control')).toMatch(kept);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'.*frame-ancestors 'none'/);
    expect(headers.get('permissions-policy')).toContain('camera=()');
    for (const absent of ['server', 'x-powered-by', 'access-control-allow-origin'])
      expect([absent, headers.get(absent)]).toEqual([absent, null]);
  });

  it('answer no preflight of another origin', async () => {
    const headers = { origin: 'https://evil.test', 'access-control-request-method': 'POST' };
    const response = await browser.send('/api/trpc/identity.signIn', { method: 'OPTIONS', headers });
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([403, null]);
  });
});

describe('changes from one address', () => {
  it('are limited, and reading goes on', async () => {
    const { env } = market.services;
    const strict = await startTestBff({
      ...market.services,
      env: { ...env, CHANGES_PER_MINUTE: 2 },
      close: async () => undefined,
    });
    const [one, other] = [
      await strict.browse(undefined, '10.9.9.1'),
      await strict.browse(undefined, '10.9.9.2'),
    ];
    const answers = [];
    for (let sent = 0; sent < 3; sent += 1) answers.push(await one.mutate('identity.signOut'));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(Number(answers[2]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await one.query('catalog.home')).status).toBe(200);
    expect((await other.mutate('identity.signOut')).status).toBe(200);
    await strict.close();
  });
});
