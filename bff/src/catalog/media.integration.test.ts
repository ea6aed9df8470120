import { type Account, uploadPictureResult } from '@plaza/contracts';
import { createTestDatabase, type TestDatabase } from '@plaza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestBff, type TestBff, type TestBrowser } from '../testing/start-test-bff.ts';
import { openTestMarket, TestClock, type TestMarket } from '../testing/test-market.ts';
import { readPicture } from './read-picture.ts';

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
