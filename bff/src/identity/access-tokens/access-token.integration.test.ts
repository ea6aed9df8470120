import { createHmac, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { type Account, newId } from '@plaza/contracts';
import { createTestDatabase, type TestDatabase } from '@plaza/testing';
import { createRemoteJWKSet, jwtVerify, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resealColumn } from '../../platform/reseal.ts';
import { sealedColumn } from '../../platform/sealed-column.ts';
import { addApiClient } from '../../testing/access-programs.ts';
import { startTestBff, type TestBff } from '../../testing/start-test-bff.ts';
import { openTestMarket, TestClock, type TestMarket } from '../../testing/test-market.ts';
import { signingKeyTable } from './access-token.table.ts';
import { issueAccessToken, verifyAccessToken } from './access-token.ts';
import { KEY_LIFE_MS, PUBLISHED_AHEAD_MS } from './plan-rotation.ts';
import { publicJwkSchema } from './signing-key.repository.ts';
import { PRIVATE_KEY_CONTEXT, readSigningKeys, rotateSigningKeys } from './signing-keys.ts';

let database: TestDatabase;
let clock: TestClock;
let market: TestMarket;
let bff: TestBff;
let account: Account;
let clientId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  clock = new TestClock();
  market = await openTestMarket({ databaseUrl: database.url, clock });
  bff = await startTestBff(market.services);
  account = await market.addAccount('Bea');
  clientId = await addApiClient(market, account);
});
afterAll(async () => {
  await bff.close();
  await database.drop();
});

const issue = async () =>
  (
    await issueAccessToken(market.services, {
      clientId,
      accountId: account.id,
      scopes: ['order:read'],
      roles: [],
    })
  ).token;
const statusOf = async (token: string) =>
  (await (await bff.browse()).query('order.list', {}, { authorization: `Bearer ${token}` })).status;

async function signingKey() {
  const [key] = (await readSigningKeys(market.services)).keys;
  if (!key) throw new Error('There is no key.');
  return key;
}

interface Forgery {
  key?: KeyObject;
  header?: Record<string, string>;
  claims?: Record<string, unknown>;
}
/** A token that is right but for what is given. */
async function forge({ key, header = {}, claims = {} }: Forgery): Promise<string> {
  const ours = await signingKey();
  const nowS = Math.floor(clock.now().getTime() / 1_000);
  return new SignJWT({
    iss: 'http://plaza.test',
    aud: 'http://plaza.test/api',
    sub: account.id,
    sid: clientId,
    scope: 'order:read',
    jti: newId(),
    iat: nowS,
    exp: nowS + 600,
    ...claims,
  })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: ours.id, ...header })
    .sign(key ?? ours.privateKey);
}

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a token that we have not signed, or not for this', () => {
  it('is one that differs from a good one in one thing', async () => {
    expect(await statusOf(await forge({}))).toBe(200);
  });

  it.each<[string, () => Forgery]>([
    ['an unknown key', () => ({ header: { kid: 'nobody' } })],
    ['the key of somebody else under our name', () => ({ key: generateKeyPairSync('ed25519').privateKey })],
    ['another issuer', () => ({ claims: { iss: 'http://evil.test' } })],
    ['another audience', () => ({ claims: { aud: 'http://plaza.test' } })],
    ['no audience', () => ({ claims: { aud: undefined } })],
    ['another kind of token', () => ({ header: { typ: 'JWT' } })],
    ['no end', () => ({ claims: { exp: undefined } })],
    ['an end that is past', () => ({ claims: { exp: Math.floor(clock.now().getTime() / 1_000) - 1 } })],
    ['an end that is far', () => ({ claims: { iat: Math.floor(clock.now().getTime() / 1_000) - 700 } })],
    [
      'a beginning that is to come',
      () => ({ claims: { nbf: Math.floor(clock.now().getTime() / 1_000) + 60 } }),
    ],
    ['another account', () => ({ claims: { sub: newId() } })],
    ['a client that is no more', () => ({ claims: { sid: newId() } })],
    ['a client that is no id', () => ({ claims: { sid: "' or true --" } })],
    ['an extension that has to be understood', () => ({ header: { crit: 'b64' } })],
  ])('%s: nobody is let in', async (_name, forgery) => {
    let token: string;
    try {
      token = await forge(forgery());
    } catch {
      // The library does not even sign such a thing; put together by hand instead.
      const header = base64url({ alg: 'EdDSA', typ: 'at+jwt', kid: (await signingKey()).id, crit: ['b64'] });
      token = `${header}.${(await issue()).split('.').slice(1).join('.')}`;
    }
    expect(await statusOf(token)).toBe(401);
  });

  it('signed by nothing: nobody is let in', async () => {
    const payload = { sub: account.id, sid: clientId, scope: 'order:read', jti: 'x' };
    const unsigned = new UnsecuredJWT(payload)
      .setIssuer('http://plaza.test')
      .setAudience('http://plaza.test/api')
      .setIssuedAt()
      .setExpirationTime('5m')
      .encode();
    expect(await statusOf(unsigned)).toBe(401);
    const [, claims] = (await issue()).split('.');
    for (const alg of ['none', 'None', 'NONE']) {
      const header = base64url({ alg, typ: 'at+jwt', kid: (await signingKey()).id });
      expect(await statusOf(`${header}.${claims}.`)).toBe(401);
    }
  });

  it('signed with our public key as if it were a secret: nobody is let in', async () => {
    const key = await signingKey();
    const [, claims] = (await issue()).split('.');
    const signed = `${base64url({ alg: 'HS256', typ: 'at+jwt', kid: key.id })}.${claims}`;
    const publicKey = createPublicKey({ key: { ...key.publicJwk }, format: 'jwk' });
    const secrets = [
      publicKey.export({ type: 'spki', format: 'pem' }),
      publicKey.export({ type: 'spki', format: 'der' }),
      Buffer.from(key.publicJwk.x, 'base64url'),
      Buffer.from(key.publicJwk.x),
      Buffer.from(JSON.stringify(key.publicJwk)),
    ];
    for (const secret of secrets) {
      const signature = createHmac('sha256', secret).update(signed).digest('base64url');
      expect(await statusOf(`${signed}.${signature}`)).toBe(401);
    }
  });

  it('changed in any of its parts: nobody is let in', async () => {
    const token = await issue();
    for (const index of [3, token.indexOf('.') + 8, token.lastIndexOf('.') + 5]) {
      const other = token[index] === 'A' ? 'B' : 'A';
      expect(await statusOf(token.slice(0, index) + other + token.slice(index + 1))).toBe(401);
    }
    for (const nonsense of ['x', 'a.b.c', '..', 'x'.repeat(10_000), `${token}.`, token.slice(0, -1)])
      expect(await statusOf(nonsense)).toBe(401);
  });
});

describe('the keys that are published', () => {
  it('are enough for anybody to verify a token, and hold nothing secret', async () => {
    const url = new URL('/.well-known/jwks.json', bff.url);
    const response = await fetch(url);
    expect(response.headers.get('cache-control')).toMatch(/^public, max-age=300/);
    const text = await response.text();
    expect(text).not.toContain('"d"');
    const { payload, protectedHeader } = await jwtVerify(await issue(), createRemoteJWKSet(url), {
      issuer: 'http://plaza.test',
      audience: 'http://plaza.test/api',
      algorithms: ['EdDSA'],
      typ: 'at+jwt',
      currentDate: clock.now(),
    });
    expect(payload).toMatchObject({ sub: account.id, sid: clientId, scope: 'order:read' });
    expect(protectedHeader).toMatchObject({ kid: (await signingKey()).id });
  });

  it('are where the description of the server says', async () => {
    const response = await fetch(new URL('/.well-known/oauth-authorization-server', bff.url));
    expect(await response.json()).toMatchObject({
      issuer: 'http://plaza.test',
      jwks_uri: 'http://plaza.test/.well-known/jwks.json',
      token_endpoint: 'http://plaza.test/api/oauth/token',
      response_types_supported: [],
    });
  });

  it('are sealed in the database, and sealed anew with the others', async () => {
    const { database: db, sealing } = market.services;
    const rows = await db.client`select private_key from signing_key`;
    for (const row of rows) expect(String(row.private_key)).toMatch(/^v1\./);
    const column = sealedColumn(signingKeyTable.privateKey, PRIVATE_KEY_CONTEXT);
    const report = await resealColumn({ database: db, sealing }, column);
    expect(report.unreadable).toBe(0);
  });
});

describe('keys that change', () => {
  it('are made once by several processes at once, published a day ahead, and kept while their tokens work', async () => {
    const first = await signingKey();
    clock.advance(KEY_LIFE_MS - PUBLISHED_AHEAD_MS);
    await Promise.all(Array.from({ length: 6 }, () => rotateSigningKeys(market.services)));
    const listed = async () => (await readSigningKeys(market.services)).keys.map(({ id }) => id);
    await expect.poll(listed).toHaveLength(2);
    const [, second] = await listed();
    const kidOf = (token: string) => Buffer.from(token.split('.')[0] ?? '', 'base64url').toString();
    expect(kidOf(await issue())).toContain(first.id);

    clock.advance(PUBLISHED_AHEAD_MS - 60_000);
    const last = await issue();
    clock.advance(60_000);
    expect(kidOf(await issue())).toContain(second);
    await rotateSigningKeys(market.services);
    expect(await verifyAccessToken(market.services, last)).not.toBeNull();

    clock.advance(2 * 3_600_000);
    await rotateSigningKeys(market.services);
    await expect.poll(listed).toEqual([second]);
    expect(await verifyAccessToken(market.services, last)).toBeNull();
  });

  it('that are taken away end their tokens at once, and another one takes their place', async () => {
    const token = await issue();
    await market.services.database.client`delete from signing_key`;
    await expect.poll(() => verifyAccessToken(market.services, token)).toBeNull();
    expect(await verifyAccessToken(market.services, await issue())).not.toBeNull();
    for (const { publicJwk } of (await readSigningKeys(market.services)).keys)
      publicJwkSchema.parse(publicJwk);
  });
});
