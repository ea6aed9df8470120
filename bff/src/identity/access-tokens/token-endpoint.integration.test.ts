import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INVALID_GRANT, openProgramMarket, type ProgramMarket } from '../../testing/program-market.ts';
import { TOKEN_LIFE_MS } from './plan-rotation.ts';

let programs: ProgramMarket;
beforeAll(async () => {
  programs = await openProgramMarket();
});
afterAll(() => programs.close());

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
    const { status, headers, answer } = await programs.post('/api/oauth/token', form);
    expect([status, answer]).toEqual([400, { error, error_description: expect.any(String) }]);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('takes forms and nothing else, and nothing large', async () => {
    const url = `${programs.bff.url}/api/oauth/token`;
    const json = await fetch(url, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect(await json.json()).toMatchObject({ error: 'invalid_request' });
    expect((await programs.post('/api/oauth/token', 'a='.padEnd(20_000, 'x'))).status).toBe(413);
    expect((await fetch(url)).status).toBe(404);
  });

  it('gives nothing for a token of another client', async () => {
    const [one, other] = [await programs.makeClient(), await programs.makeClient()];
    expect((await programs.refresh({ ...one.client, id: other.client.id })).answer).toEqual(INVALID_GRANT);
    expect((await programs.refresh(one.client)).status).toBe(200);
  });
});

describe('an access token', () => {
  it('works for ten minutes', async () => {
    const { client } = await programs.makeClient();
    const { access_token: token } = await programs.mustRefresh(client);
    programs.clock.advance(TOKEN_LIFE_MS - 2_000);
    expect((await programs.ask(token, 'order.list')).status).toBe(200);
    programs.clock.advance(3_000);
    const late = await programs.ask(token, 'order.list');
    expect(late.status).toBe(401);
    expect(late.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
  });
});
