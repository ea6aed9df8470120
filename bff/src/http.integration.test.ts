import { Agent, request } from 'node:http';
import { type Account, newId, uploadPictureResult } from '@plaza/contracts';
import { createTestDatabase, type TestDatabase } from '@plaza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPicture } from './catalog/read-picture.ts';
import { startTestBff, type TestBff, type TestBrowser } from './testing/start-test-bff.ts';
import { fillCart, mustPlace, openTestMarket, TestClock, type TestMarket } from './testing/test-market.ts';

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
    const answer = await (await bff.browse(seller.account)).query('analytics.sellerDashboard', { days: 7 });
    expect(answer.status).toBeGreaterThanOrEqual(500);
    expect(answer.error?.message).not.toMatch(/127\.0\.0\.1|ECONN|fetch/);
  });
});

describe('an answer about the catalogue', () => {
  const read = async (slug: string) => browser.query('catalog.product', { slug });
  const priceAndStock = async (slug: string) => {
    const { data } = await read(slug);
    return JSON.parse(JSON.stringify(data)).variants[0];
  };

  it('may be kept by a CDN and is not sent twice to who has it', async () => {
    const { productId } = await market.addProduct({ sellerId: seller.id });
    const first = await read(`product-${productId}`);
    expect(first.headers.get('cache-control')).toMatch(/^public, .*s-maxage=\d/);
    const etag = first.headers.get('etag') ?? '';
    const path = `/api/trpc/catalog.product?input=${encodeURIComponent(JSON.stringify({ slug: `product-${productId}` }))}`;
    const again = await browser.send(path, { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('shows new stock, new prices and orders at once', async () => {
    const { productId, variantId } = await market.addProduct({ sellerId: seller.id, onHand: 4 });
    const slug = `product-${productId}`;
    expect(await priceAndStock(slug)).toMatchObject({ availableQuantity: 4 });
    const own = market.visit(seller.account);
    await own.inventory.setStock({ variantId, onHandQuantity: 9 });
    expect(await priceAndStock(slug)).toMatchObject({ availableQuantity: 9 });
    const buyer = market.visit();
    await fillCart(buyer, [{ variantId, quantity: 2 }]);
    await mustPlace(buyer);
    expect(await priceAndStock(slug)).toMatchObject({ availableQuantity: 7 });
    await own.catalog.setListingStatus({ productId, status: 'hidden' });
    expect((await read(slug)).data).toBeNull();
    await own.catalog.setListingStatus({ productId, status: 'published' });
    expect((await read(slug)).data).not.toBeNull();
  });

  it('is never an old one, however reads and writes meet', async () => {
    const { productId, variantId } = await market.addProduct({ sellerId: seller.id, onHand: 0 });
    const own = market.visit(seller.account);
    for (let onHandQuantity = 1; onHandQuantity <= 15; onHandQuantity += 1) {
      const reads = Array.from({ length: 4 }, () => read(`product-${productId}`));
      await own.inventory.setStock({ variantId, onHandQuantity });
      expect(await priceAndStock(`product-${productId}`)).toMatchObject({
        availableQuantity: onHandQuantity,
      });
      await Promise.all(reads);
    }
  });

  it('holds nothing of who asked', async () => {
    const signedIn = await bff.browse(seller.account);
    for (const path of ['catalog.home', 'catalog.categories', 'search.products?input=%7B%7D']) {
      const response = await signedIn.send(`/api/trpc/${path}`);
      expect([response.status, response.headers.getSetCookie()]).toEqual([200, []]);
      expect(await response.text()).not.toContain(seller.account.email);
    }
    const own = await signedIn.query('identity.me');
    expect(own.headers.get('cache-control')).toBe('private, no-store');
  });
});

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';

describe('uploading a picture', () => {
  const upload = async (
    body: NonNullable<RequestInit['body']>,
    headers: Record<string, string> = {},
    account = seller.account,
  ) => {
    const visitor = await bff.browse(account);
    const response = await visitor.send('/api/uploads/pictures', { method: 'POST', body, headers });
    return { status: response.status, body: uploadPictureResult.parse(await response.json()) };
  };

  it('takes a picture and serves it for ever, as nothing but a picture', async () => {
    const { status, body } = await upload(PNG, { 'content-type': 'text/html' });
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { ok: true, picture: { width: 1, height: 1 } },
    });
    const served = await browser.send(body.ok ? body.picture.url : '');
    expect(readPicture(new Uint8Array(await served.arrayBuffer()))).toMatchObject({
      extension: 'png',
      width: 1,
    });
    expect(served.headers.get('content-type')).toBe('image/png');
    expect(served.headers.get('cache-control')).toContain('immutable');
    expect(served.headers.get('x-content-type-options')).toBe('nosniff');
    expect(served.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('takes a picture out of a form', async () => {
    const form = new FormData();
    form.set('note', 'x');
    form.set('picture', new File([PNG], '../../etc/passwd.svg', { type: 'image/svg+xml' }));
    expect(await upload(form)).toMatchObject({
      status: 200,
      body: { picture: { url: expect.stringMatching(/^\/media\/[0-9a-f]{32}\.png$/) } },
    });
  });

  it.each([
    ['a drawing, which may hold script', SVG, 415, 'not_a_picture'],
    ['a page that says it is a picture', '<html><script>alert(1)</script>', 415, 'not_a_picture'],
    ['the beginning of a picture', PNG.subarray(0, 12), 415, 'not_a_picture'],
    ['nothing', '', 400, 'nothing_sent'],
    ['too much', new Uint8Array(5 * 1024 * 1024 + 1), 413, 'too_large'],
    ['far too much', new Uint8Array(6 * 1024 * 1024), 413, 'too_large'],
  ])('refuses %s', async (_what, body, status, code) => {
    expect(await upload(body, { 'content-type': 'image/png' })).toMatchObject({
      status,
      body: { ok: false, code },
    });
  });

  it('is for sellers, from their own pages', async () => {
    const buyer = await market.addAccount('B');
    const statusFor = async (account: Account, headers: Record<string, string> = {}) => {
      const visitor = await bff.browse(account);
      return (await visitor.send('/api/uploads/pictures', { method: 'POST', body: PNG, headers })).status;
    };
    expect(await statusFor(buyer)).toBe(403);
    expect(await statusFor(seller.account, { origin: 'https://evil.test' })).toBe(403);
  });
});

describe('a picture', () => {
  it('that is a drawing cannot run anything and travels small', async () => {
    const url = await market.services.storage.put(Buffer.from(SVG.repeat(20)), 'svg');
    const served = await browser.send(url, { headers: { 'accept-encoding': 'br' } });
    expect(served.headers.get('content-security-policy')).toMatch(/default-src 'none';.*sandbox/);
    expect(served.headers.get('content-encoding')).toBe('br');
    expect(await served.text()).toBe(SVG.repeat(20));
  });

  it.each(['..%2f..%2fpackage.json', 'x', '0'.repeat(32), `${'0'.repeat(32)}.svg`, `${'0'.repeat(32)}.html`])(
    'called %s is not there',
    async (key) => {
      expect((await browser.send(`/media/${key}`)).status).toBe(404);
    },
  );
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
      async () => browser.send(await market.services.storage.put(Buffer.from(SVG), 'svg')),
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
