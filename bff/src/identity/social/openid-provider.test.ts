import { createTestOAuth, type TestOAuth } from '@plaza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { socialProvidersSchema } from '../../platform/social-settings.ts';
import { openProvider } from './openid-provider.ts';
import { deriveProofs } from './proofs.ts';

const SHOP = 'http://shop.test';
const REDIRECT_URI = `${SHOP}/api/social/google/callback`;
let oauth: TestOAuth;
beforeAll(async () => {
  oauth = await createTestOAuth(SHOP);
});
afterAll(() => oauth.drop());

/** The local Google as any OpenID provider: all that is known of it is its issuer. */
function openAny(changes: object = {}) {
  const [google] = socialProvidersSchema.parse(oauth.settings);
  const settings = JSON.stringify([{ ...google, kind: 'oidc', name: 'Acme', apiUrl: undefined, ...changes }]);
  const [setting] = socialProvidersSchema.parse(settings);
  if (!setting) throw new Error('No setting.');
  return openProvider(setting, 500);
}
const proofs = deriveProofs('a token of a browser');
const person = { name: 'Ada', email: 'Ada@Mail.test', isEmailVerified: true };

describe('any OpenID provider', () => {
  it('is a matter of configuration', async () => {
    const provider = openAny();
    const back = await oauth.consent(await provider.authorizationUrl(REDIRECT_URI, proofs), person);
    expect(await provider.readProfile(back, proofs)).toMatchObject({
      name: 'Ada',
      email: 'ada@mail.test',
      isEmailVerified: true,
    });
  });

  it('is away, not wrong, when its document cannot be read', async () => {
    const provider = openAny({ issuer: 'http://127.0.0.1:1' });
    await expect(provider.authorizationUrl(REDIRECT_URI, proofs)).rejects.toMatchObject({
      code: 'provider_unavailable',
    });
  });

  it('is nobody when its document names another issuer', async () => {
    const [google] = socialProvidersSchema.parse(oauth.settings);
    const issuer = google?.issuer.replace('127.0.0.1', 'localhost');
    expect(issuer).not.toBe(google?.issuer);
    await expect(openAny({ issuer }).authorizationUrl(REDIRECT_URI, proofs)).rejects.toMatchObject({
      code: 'provider_refused',
    });
  });

  it('is asked again after it was away', async () => {
    const away = await createTestOAuth(SHOP);
    const [google] = socialProvidersSchema.parse(away.settings);
    await away.drop();
    const provider = openAny({ issuer: google?.issuer });
    for (let attempt = 0; attempt < 2; attempt += 1)
      await expect(provider.authorizationUrl(REDIRECT_URI, proofs)).rejects.toMatchObject({
        code: 'provider_unavailable',
      });
  });

  it('is believed by no other verifier, and by no other client', async () => {
    const provider = openAny();
    const url = await provider.authorizationUrl(REDIRECT_URI, proofs);
    const other = { ...proofs, codeVerifier: deriveProofs('another').codeVerifier };
    await expect(provider.readProfile(await oauth.consent(url, person), other)).rejects.toMatchObject({
      code: 'provider_refused',
    });
    const wrong = openAny({ clientSecret: 'guessed' });
    await expect(wrong.readProfile(await oauth.consent(url, person), proofs)).rejects.toMatchObject({
      code: 'provider_refused',
    });
  });
});
