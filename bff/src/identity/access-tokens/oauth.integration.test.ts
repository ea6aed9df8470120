import { type ApiScope, createApiClientResult } from '@plaza/contracts';
import { createTestDatabase, type TestDatabase } from '@plaza/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startTestBff, type TestBff } from '../../testing/start-test-bff.ts';
import { openTestMarket, TestClock, type TestMarket } from '../../testing/test-market.ts';
import { CLIENT_LIFE_MS, LOST_ANSWER_MS, REFRESH_IDLE_MS } from './judge-refresh.ts';
import { TOKEN_LIFE_MS } from './plan-rotation.ts';

let database: TestDatabase;
let clock: TestClock;
let market: TestMarket;
let bff: TestBff;
/** A second process on the same database. */
let otherBff: TestBff;

beforeAll(async () => {
  database = await createTestDatabase();
  clock = new TestClock();
  market = await openTestMarket({ databaseUrl: database.url, clock });
  bff = await startTestBff(market.services);
  const other = await openTestMarket({ databaseUrl: database.url, clock });
  // The keys of a market are in its environment, the same for every process.
  otherBff = await startTestBff({ ...other.services, sealing: market.services.sealing });
});
afterAll(async () => {
  await Promise.all([bff.close(), otherBff.close()]);
  await database.drop();
});

const tokensSchema = z.object({
  access_token: z.string(),
  token_type: z.literal('Bearer'),
  expires_in: z.literal(600),
  refresh_token: z.string(),
  scope: z.string(),
});

async function post(path: string, form: Record<string, string> | string, at = bff) {
  const body = typeof form === 'string' ? form : new URLSearchParams(form).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const response = await fetch(at.url + path, { method: 'POST', headers, body });
  const text = await response.text();
  const answer: unknown = text === '' ? null : JSON.parse(text);
  return { status: response.status, headers: response.headers, answer };
}

interface Client {
  id: string;
  refreshToken: string;
}
const refresh = ({ id, refreshToken }: Client, more: Record<string, string> = {}, at = bff) =>
  post(
    '/api/oauth/token',
    { grant_type: 'refresh_token', client_id: id, refresh_token: refreshToken, ...more },
    at,
  );
async function mustRefresh(client: Client) {
  const { status, answer } = await refresh(client);
  expect(status).toBe(200);
  return tokensSchema.parse(answer);
}
const ask = async (token: string, path: string, at = bff) =>
  (await at.browse()).query(path, {}, { authorization: `Bearer ${token}` });

async function makeClient(scopes: readonly ApiScope[] = ['order:read', 'cart:write']) {
  const account = await market.addAccount('Bea');
  const browser = await bff.browse(account);
  const { data } = await browser.mutate('apiClient.create', { name: 'Bookkeeping', scopes });
  const made = createApiClientResult.parse(data);
  if (!made.ok) throw new Error(made.message);
  return { account, browser, client: { id: made.client.id, refreshToken: made.refreshToken } };
}

const INVALID_GRANT = { error: 'invalid_grant', error_description: expect.any(String) };
const countClients = async (id: string) =>
  (await market.services.database.client`select from api_client where id = ${id}`).length;

describe('an API client', () => {
  it('is made with rights that its owner has, and the owner hears of it', async () => {
    const { account, browser, client } = await makeClient();
    const refused = await browser.mutate('apiClient.create', { name: 'x', scopes: ['fulfilment:read'] });
    expect(refused.data).toMatchObject({ ok: false, code: 'scope_not_yours' });
    const listed = await browser.query('apiClient.list');
    expect(listed.data).toMatchObject({ clients: [{ id: client.id, scopes: ['order:read', 'cart:write'] }] });
    const { client: sql } = market.services.database;
    const mails = await sql`select template from mail where recipient = ${account.email}`;
    expect(mails).toMatchObject([{ template: 'api-client-created' }]);
    const stored = await sql`select * from api_refresh_token where client_id = ${client.id}`;
    expect(JSON.stringify(stored)).not.toContain(client.refreshToken);
    const log = await sql`select action from audit_entry where subject_id = ${client.id}`;
    expect(log).toMatchObject([{ action: 'api_client.created' }]);
  });

  it('is made by nobody who has not just shown who they are', async () => {
    const { browser } = await makeClient();
    clock.advance(11 * 60_000);
    const late = await browser.mutate('apiClient.create', { name: 'x', scopes: ['order:read'] });
    expect([late.status, late.error?.code]).toEqual([403, 'FORBIDDEN']);
  });

  it('asks for what its scopes name, in the name of its owner, and for nothing else', async () => {
    const { client } = await makeClient(['cart:write', 'order:read']);
    const { access_token: token, scope } = await mustRefresh(client);
    expect(scope.split(' ').sort()).toEqual(['cart:write', 'order:read']);
    expect((await ask(token, 'order.list')).status).toBe(200);
    const unscoped = await ask(token, 'cart.get');
    expect(unscoped.status).toBe(403);
    expect(unscoped.headers.get('www-authenticate')).toBe('Bearer error="insufficient_scope"');
    for (const path of ['identity.me', 'session.list', 'apiClient.list', 'factor.overview'])
      expect([403, 404]).toContain((await ask(token, path)).status);
  });

  it('may ask for a token with less than it has, and gets none with more', async () => {
    const { client } = await makeClient(['cart:write', 'order:read']);
    expect((await refresh(client, { scope: 'order:read order:write' })).answer).toMatchObject({
      error: 'invalid_scope',
    });
    const { answer } = await refresh(client, { scope: 'order:read' });
    expect(tokensSchema.parse(answer).scope).toBe('order:read');
  });

  it('is ended by its owner at once, in every process', async () => {
    const { browser, client } = await makeClient();
    const { access_token: token } = await mustRefresh(client);
    expect((await ask(token, 'order.list', otherBff)).status).toBe(200);
    await browser.mutate('apiClient.end', { clientId: client.id });
    expect((await ask(token, 'order.list')).status).toBe(401);
    await expect.poll(async () => (await ask(token, 'order.list', otherBff)).status).toBe(401);
  });

  it('ends with its owner being suspended, and does not come back with them', async () => {
    const { account, client } = await makeClient();
    const { access_token: token, refresh_token: refreshToken } = await mustRefresh(client);
    const { client: sql } = market.services.database;
    await sql`update account set status = 'suspended' where id = ${account.id}`;
    await expect.poll(async () => (await ask(token, 'order.list')).status).toBe(401);
    await sql`update account set status = 'active' where id = ${account.id}`;
    expect((await ask(token, 'order.list')).status).toBe(401);
    expect((await refresh({ ...client, refreshToken })).answer).toEqual(INVALID_GRANT);
  });

  it('ends when its owner changes the password', async () => {
    const { account, browser, client } = await makeClient();
    const { access_token: token } = await mustRefresh(client);
    const { passwords, database: db } = market.services;
    const hash = await passwords.hash('a first long secret');
    await db.client`update account set password_hash = ${hash} where id = ${account.id}`;
    const changed = await browser.mutate('identity.changePassword', {
      currentPassword: 'a first long secret',
      newPassword: 'another long secret 7',
    });
    expect(changed.data).toMatchObject({ ok: true });
    expect((await ask(token, 'order.list')).status).toBe(401);
    expect(await countClients(client.id)).toBe(0);
  });
});

describe('a request with a token', () => {
  it('needs no origin, sets no cookie, and does not go with cookies', async () => {
    const { account, client } = await makeClient();
    const product = await market.addProduct({ sellerId: (await market.addSeller()).id });
    const { access_token: token } = await mustRefresh(client);
    const program = await bff.browse();
    const line = { variantId: product.variantId, quantity: 1 };
    const headers = { authorization: `Bearer ${token}`, 'sec-fetch-site': 'cross-site' };
    const added = await program.mutate('cart.addItem', line, headers);
    expect(added.status).toBe(200);
    expect(program.cookies.size).toBe(0);
    const browser = await bff.browse(account);
    expect((await browser.query('cart.get')).data).toMatchObject({ itemCount: 1 });
    expect((await browser.mutate('cart.addItem', line, headers)).status).toBe(400);
    expect((await browser.query('cart.get', undefined, headers)).status).toBe(400);
    const foreign = { 'sec-fetch-site': 'cross-site' };
    expect((await browser.mutate('cart.addItem', line, foreign)).status).toBe(403);
  });

  it('uploads pictures for a seller who may, with the scope for it', async () => {
    const seller = await market.addSeller();
    const browser = await bff.browse(seller.account);
    const upload = async (scopes: ApiScope[]) => {
      const { data } = await browser.mutate('apiClient.create', { name: 'Pictures', scopes });
      const made = createApiClientResult.parse(data);
      if (!made.ok) throw new Error(made.message);
      const tokens = await mustRefresh({ id: made.client.id, refreshToken: made.refreshToken });
      const headers = { authorization: `Bearer ${tokens.access_token}` };
      return (await fetch(`${bff.url}/api/uploads/pictures`, { method: 'POST', headers, body: 'x' })).status;
    };
    expect(await upload(['catalog:read'])).toBe(403);
    // Let in, and told that this is no picture.
    expect(await upload(['catalog:write'])).toBe(415);
  });
});

describe('the token endpoint', () => {
  const grant = { grant_type: 'refresh_token', client_id: '0198a000-0000-7000-8000-000000000000' };
  it.each([
    [{}, 'invalid_request'],
    [{ grant_type: 'password', username: 'a', password: 'b' }, 'unsupported_grant_type'],
    [{ grant_type: 'client_credentials' }, 'unsupported_grant_type'],
    [{ grant_type: 'refresh_token' }, 'invalid_request'],
    [{ ...grant, refresh_token: 'x'.repeat(43) }, 'invalid_grant'],
    [{ ...grant, client_id: 'me', refresh_token: 'x'.repeat(43) }, 'invalid_request'],
    ['grant_type=refresh_token&grant_type=refresh_token', 'invalid_request'],
  ])('answers %j with %s', async (form, error) => {
    const { status, headers, answer } = await post('/api/oauth/token', form);
    expect([status, answer]).toEqual([400, { error, error_description: expect.any(String) }]);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('takes forms and nothing else, and nothing large', async () => {
    const url = `${bff.url}/api/oauth/token`;
    const json = await fetch(url, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect(await json.json()).toMatchObject({ error: 'invalid_request' });
    expect((await post('/api/oauth/token', 'a='.padEnd(20_000, 'x'))).status).toBe(413);
    expect((await fetch(url)).status).toBe(404);
  });

  it('gives nothing for a token of another client', async () => {
    const [one, other] = [await makeClient(), await makeClient()];
    expect((await refresh({ ...one.client, id: other.client.id })).answer).toEqual(INVALID_GRANT);
    expect((await refresh(one.client)).status).toBe(200);
  });
});

describe('a refresh token', () => {
  it('works for thirty days from its last use, and not beyond a year', async () => {
    const { client } = await makeClient();
    let { refreshToken } = client;
    const startedMs = clock.now().getTime();
    for (;;) {
      clock.advance(REFRESH_IDLE_MS - 1_000);
      if (clock.now().getTime() - startedMs > CLIENT_LIFE_MS) break;
      ({ refresh_token: refreshToken } = await mustRefresh({ ...client, refreshToken }));
    }
    expect((await refresh({ ...client, refreshToken })).answer).toEqual(INVALID_GRANT);
    const idle = await makeClient();
    clock.advance(REFRESH_IDLE_MS);
    expect((await refresh(idle.client)).answer).toEqual(INVALID_GRANT);
  });

  it('used twice ends its client at once, with a mail and an entry in the log', async () => {
    const { account, client } = await makeClient();
    const { access_token: token, refresh_token: next } = await mustRefresh(client);
    clock.advance(LOST_ANSWER_MS + 1);
    expect((await refresh(client)).answer).toEqual(INVALID_GRANT);
    expect((await refresh({ ...client, refreshToken: next })).answer).toEqual(INVALID_GRANT);
    expect((await ask(token, 'order.list')).status).toBe(401);
    const { client: sql } = market.services.database;
    expect(
      await sql`select from mail where recipient = ${account.email} and template = 'api-client-reused'`,
    ).toHaveLength(1);
    expect(
      await sql`select from audit_entry where subject_id = ${client.id} and action = 'api_client.reuse_detected'`,
    ).toHaveLength(1);
  });

  it('may be sent once more by who got no answer; what was given for it is void then', async () => {
    const { client } = await makeClient();
    const lost = await mustRefresh(client);
    const again = await mustRefresh(client);
    const third = await mustRefresh({ ...client, refreshToken: again.refresh_token });
    expect((await refresh({ ...client, refreshToken: lost.refresh_token })).answer).toEqual(INVALID_GRANT);
    expect((await refresh({ ...client, refreshToken: third.refresh_token })).answer).toEqual(INVALID_GRANT);
  });

  it('sent by many at once, to two processes, leaves one that works or none', async () => {
    const { client } = await makeClient();
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) => refresh(client, {}, index % 2 === 0 ? bff : otherBff)),
    );
    const given = answers.flatMap(({ status, answer }) =>
      status === 200 ? [tokensSchema.parse(answer)] : [],
    );
    const { client: sql } = market.services.database;
    const valid = await sql`
      select from api_refresh_token where client_id = ${client.id} and used_at is null`;
    expect(valid.length).toBe(await countClients(client.id));
    expect(new Set(given.map(({ refresh_token: one }) => one)).size).toBe(given.length);
  });

  it('in whatever order old and new ones are used: exactly one works, or the client has ended', async () => {
    const step = fc.record({ pick: fc.nat(), waitMs: fc.constantFrom(0, 1_000, LOST_ANSWER_MS + 1) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const { client } = await makeClient();
        const known = [client.refreshToken];
        let isEnded = false;
        for (const { pick, waitMs } of steps) {
          clock.advance(waitMs);
          const refreshToken = known[pick % known.length] ?? '';
          const { status, answer } = await refresh({ ...client, refreshToken });
          if (isEnded) expect(status).toBe(400);
          if (status === 200) known.push(tokensSchema.parse(answer).refresh_token);
          else isEnded = true;
          const rows = await market.services.database.client`
            select from api_refresh_token where client_id = ${client.id} and used_at is null`;
          expect([rows.length, await countClients(client.id)]).toEqual(isEnded ? [0, 0] : [1, 1]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('is revoked by whoever holds it, used or not; others are told the same', async () => {
    const { client } = await makeClient();
    const { access_token: token, refresh_token: next } = await mustRefresh(client);
    expect((await post('/api/oauth/revoke', { token: 'x'.repeat(43) })).status).toBe(200);
    expect((await post('/api/oauth/revoke', { token })).answer).toMatchObject({
      error: 'unsupported_token_type',
    });
    expect((await ask(token, 'order.list')).status).toBe(200);
    expect((await post('/api/oauth/revoke', { token: next, client_id: client.id })).status).toBe(200);
    expect((await ask(token, 'order.list')).status).toBe(401);
    expect(await countClients(client.id)).toBe(0);
  });
});

describe('an access token', () => {
  it('works for ten minutes', async () => {
    const { client } = await makeClient();
    const { access_token: token } = await mustRefresh(client);
    clock.advance(TOKEN_LIFE_MS - 2_000);
    expect((await ask(token, 'order.list')).status).toBe(200);
    clock.advance(3_000);
    const late = await ask(token, 'order.list');
    expect(late.status).toBe(401);
    expect(late.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
  });
});
