import type { ApiScope } from '@plaza/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  INVALID_GRANT,
  openProgramMarket,
  type ProgramMarket,
  readTokens,
} from '../../testing/program-market.ts';

let programs: ProgramMarket;
beforeAll(async () => {
  programs = await openProgramMarket();
});
afterAll(() => programs.close());

describe('an API client', () => {
  it('is made with rights that its owner has, and the owner hears of it', async () => {
    const { account, browser, client } = await programs.makeClient();
    const refused = await browser.mutate('apiClient.create', { name: 'x', scopes: ['fulfilment:read'] });
    expect(refused.data).toMatchObject({ ok: false, code: 'scope_not_yours' });
    const listed = await browser.query('apiClient.list');
    expect(listed.data).toMatchObject({ clients: [{ id: client.id, scopes: ['order:read', 'cart:write'] }] });
    const mails = await programs.sql`select template from mail where recipient = ${account.email}`;
    expect(mails).toMatchObject([{ template: 'api-client-created' }]);
    const stored = await programs.sql`select * from api_refresh_token where client_id = ${client.id}`;
    expect(JSON.stringify(stored)).not.toContain(client.refreshToken);
    const log = await programs.sql`select action from audit_entry where subject_id = ${client.id}`;
    expect(log).toMatchObject([{ action: 'api_client.created' }]);
  });

  it('is made by nobody who has not just shown who they are', async () => {
    const { browser } = await programs.makeClient();
    programs.clock.advance(11 * 60_000);
    const late = await browser.mutate('apiClient.create', { name: 'x', scopes: ['order:read'] });
    expect([late.status, late.error?.code]).toEqual([403, 'FORBIDDEN']);
  });

  it('asks for what its scopes name, in the name of its owner, and for nothing else', async () => {
    const { client } = await programs.makeClient(['cart:write', 'order:read']);
    const { access_token: token, scope } = await programs.mustRefresh(client);
    expect(scope.split(' ').sort()).toEqual(['cart:write', 'order:read']);
    expect((await programs.ask(token, 'order.list')).status).toBe(200);
    const unscoped = await programs.ask(token, 'cart.get');
    expect(unscoped.status).toBe(403);
    expect(unscoped.headers.get('www-authenticate')).toBe('Bearer error="insufficient_scope"');
    for (const path of ['identity.me', 'session.list', 'apiClient.list', 'factor.overview'])
      expect([403, 404]).toContain((await programs.ask(token, path)).status);
  });

  it('may ask for a token with less than it has, and gets none with more', async () => {
    const { client } = await programs.makeClient(['cart:write', 'order:read']);
    expect((await programs.refresh(client, { scope: 'order:read order:write' })).answer).toMatchObject({
      error: 'invalid_scope',
    });
    const { answer } = await programs.refresh(client, { scope: 'order:read' });
    expect(readTokens(answer).scope).toBe('order:read');
  });

  it('is ended by its owner at once, in every process', async () => {
    const { browser, client } = await programs.makeClient();
    const { access_token: token } = await programs.mustRefresh(client);
    expect((await programs.ask(token, 'order.list', programs.otherBff)).status).toBe(200);
    await browser.mutate('apiClient.end', { clientId: client.id });
    expect((await programs.ask(token, 'order.list')).status).toBe(401);
    await expect
      .poll(async () => (await programs.ask(token, 'order.list', programs.otherBff)).status)
      .toBe(401);
  });

  it('ends with its owner being suspended, and does not come back with them', async () => {
    const { account, client } = await programs.makeClient();
    const { access_token: token, refresh_token: refreshToken } = await programs.mustRefresh(client);
    await programs.sql`update account set status = 'suspended' where id = ${account.id}`;
    await expect.poll(async () => (await programs.ask(token, 'order.list')).status).toBe(401);
    await programs.sql`update account set status = 'active' where id = ${account.id}`;
    expect((await programs.ask(token, 'order.list')).status).toBe(401);
    expect((await programs.refresh({ ...client, refreshToken })).answer).toEqual(INVALID_GRANT);
  });

  it('ends when its owner changes the password', async () => {
    const { account, browser, client } = await programs.makeClient();
    const { access_token: token } = await programs.mustRefresh(client);
    const { passwords, database: db } = programs.market.services;
    const hash = await passwords.hash('a first long secret');
    await db.client`update account set password_hash = ${hash} where id = ${account.id}`;
    const changed = await browser.mutate('identity.changePassword', {
      currentPassword: 'a first long secret',
      newPassword: 'another long secret 7',
    });
    expect(changed.data).toMatchObject({ ok: true });
    expect((await programs.ask(token, 'order.list')).status).toBe(401);
    expect(await programs.countClients(client.id)).toBe(0);
  });
});

describe('a request with a token', () => {
  it('needs no origin, sets no cookie, and does not go with cookies', async () => {
    const { account, client } = await programs.makeClient();
    const product = await programs.market.addProduct({ sellerId: (await programs.market.addSeller()).id });
    const { access_token: token } = await programs.mustRefresh(client);
    const program = await programs.bff.browse();
    const line = { variantId: product.variantId, quantity: 1 };
    const headers = { authorization: `Bearer ${token}`, 'sec-fetch-site': 'cross-site' };
    const added = await program.mutate('cart.addItem', line, headers);
    expect(added.status).toBe(200);
    expect(program.cookies.size).toBe(0);
    const browser = await programs.bff.browse(account);
    expect((await browser.query('cart.get')).data).toMatchObject({ itemCount: 1 });
    expect((await browser.mutate('cart.addItem', line, headers)).status).toBe(400);
    expect((await browser.query('cart.get', undefined, headers)).status).toBe(400);
    const foreign = { 'sec-fetch-site': 'cross-site' };
    expect((await browser.mutate('cart.addItem', line, foreign)).status).toBe(403);
  });

  it('uploads pictures for a seller who may, with the scope for it', async () => {
    const seller = await programs.market.addSeller();
    const browser = await programs.bff.browse(seller.account);
    const upload = async (scopes: ApiScope[]) => {
      const tokens = await programs.mustRefresh(await programs.create(browser, scopes));
      const headers = { authorization: `Bearer ${tokens.access_token}` };
      return (await fetch(`${programs.bff.url}/api/uploads/pictures`, { method: 'POST', headers, body: 'x' }))
        .status;
    };
    expect(await upload(['catalog:read'])).toBe(403);
    // Let in, and told that this is no picture.
    expect(await upload(['catalog:write'])).toBe(415);
  });
});
