import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFreePort } from '../processes/free-port.ts';
import { type ProviderId, type RunningOAuthStandIn, startOAuthStandIn } from './start-oauth.ts';

const SHOP = 'http://shop.test';
let origin: string;
let standIn: RunningOAuthStandIn;

beforeAll(async () => {
  const port = await findFreePort();
  origin = `http://127.0.0.1:${port}`;
  standIn = await startOAuthStandIn({ port, host: '127.0.0.1', publicOrigin: origin, shopOrigin: SHOP });
});
afterAll(() => standIn.stop());

const VERIFIER = 'a-verifier-of-at-least-forty-three-characters';
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');
const PATHS: Record<ProviderId, { authorize: string; token: string }> = {
  google: { authorize: '/o/oauth2/v2/auth', token: '/token' },
  github: { authorize: '/login/oauth/authorize', token: '/login/oauth/access_token' },
  facebook: { authorize: '/v25.0/dialog/oauth', token: '/v25.0/oauth/access_token' },
};
const IDS: ProviderId[] = ['google', 'github', 'facebook'];

const redirectUriOf = (id: ProviderId) => `${SHOP}/api/social/${id}/callback`;
function authorizeUrl(id: ProviderId, changes: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    client_id: `plaza-${id}`,
    redirect_uri: redirectUriOf(id),
    response_type: 'code',
    scope: 'openid email profile user:email',
    state: 'the-state',
    code_challenge: CHALLENGE,
    code_challenge_method: 'S256',
    ...changes,
  });
  return `${origin}/providers/${id}${PATHS[id].authorize}?${query}`;
}
async function choose(id: ProviderId, choice: Record<string, string>): Promise<URL> {
  const page = await (await fetch(authorizeUrl(id))).text();
  const request = /name="request" value="([\w-]+)"/.exec(page)?.[1] ?? '';
  const answer = await fetch(`${origin}/providers/${id}/consent`, {
    method: 'POST',
    body: new URLSearchParams({ request, ...choice }),
    redirect: 'manual',
  });
  return new URL(answer.headers.get('location') ?? '');
}
async function redeem(id: ProviderId, code: string, changes: Record<string, string> = {}) {
  const form = {
    grant_type: 'authorization_code',
    client_id: `plaza-${id}`,
    client_secret: `local-secret-of-${id}`,
    redirect_uri: redirectUriOf(id),
    code,
    code_verifier: VERIFIER,
    ...changes,
  };
  const answer = await fetch(`${origin}/providers/${id}${PATHS[id].token}`, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams(form),
  });
  return JSON.stringify(await answer.json());
}
const newCode = async (id: ProviderId) =>
  (await choose(id, { name: 'Ada', email: 'ada@mail.test', verified: '1' })).searchParams.get('code') ?? '';

describe.each(IDS)('%s, locally', (id) => {
  it('gives a token for a code, once', async () => {
    const code = await newCode(id);
    expect(await redeem(id, code)).toContain('access_token');
    expect(await redeem(id, code)).not.toContain('access_token');
  });

  it.each([
    ['another verifier', { code_verifier: `${VERIFIER}x` }],
    ['no verifier', { code_verifier: '' }],
    ['another redirect URI', { redirect_uri: `${SHOP}/elsewhere` }],
    ['another secret', { client_secret: 'guessed' }],
    ['another client', { client_id: 'somebody-else' }],
  ])('gives no token for %s', async (_what, changes) => {
    expect(await redeem(id, await newCode(id), changes)).not.toContain('access_token');
  });

  it.each([
    ['a redirect URI that is merely alike', { redirect_uri: `${redirectUriOf(id)}/` }],
    ['a redirect URI with a query', { redirect_uri: `${redirectUriOf(id)}?x=1` }],
    ['an unknown client', { client_id: 'unknown' }],
  ])('shows a page of its own for %s', async (_what, changes) => {
    const answer = await fetch(authorizeUrl(id, changes), { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
  });

  it('takes PKCE with S256 only', async () => {
    const answer = await fetch(authorizeUrl(id, { code_challenge_method: 'plain' }), { redirect: 'manual' });
    expect(answer.headers.get('location')).toContain('error=invalid_request');
  });

  it('tells the shop when somebody says no, with the state', async () => {
    const { searchParams } = await choose(id, { deny: '1' });
    expect([searchParams.get('error'), searchParams.get('state')]).toEqual(['access_denied', 'the-state']);
  });

  it('offers people of each kind', async () => {
    const page = await (await fetch(authorizeUrl(id))).text();
    expect(page).toContain('verified address');
    expect(page).toContain('address not verified');
    expect(page).toContain('no e-mail address');
  });
});

describe('what the shop is told of a person', () => {
  const tokenOf = async (id: ProviderId, choice: Record<string, string>) => {
    const code = (await choose(id, choice)).searchParams.get('code') ?? '';
    return /"access_token":"([\w-]+)"/.exec(await redeem(id, code))?.[1] ?? '';
  };
  const read = async (path: string, token: string) =>
    (await fetch(`${origin}/providers${path}`, { headers: { authorization: `Bearer ${token}` } })).json();

  it('has at GitHub the addresses in a list of their own, with what is verified', async () => {
    const token = await tokenOf('github', { name: 'Ada', email: 'ada@mail.test' });
    expect(await read('/github/api/user', token)).toMatchObject({ login: 'ada', name: 'Ada', email: null });
    expect(await read('/github/api/user/emails', token)).toContainEqual(
      expect.objectContaining({ email: 'ada@mail.test', primary: true, verified: false }),
    );
  });

  it('is at Facebook only told to the holder of the secret', async () => {
    const token = await tokenOf('facebook', { name: 'Ada', email: 'ada@mail.test' });
    expect(await read('/facebook/v25.0/me?fields=id,email', token)).toHaveProperty('error');
  });
});
