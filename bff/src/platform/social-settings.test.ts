import { describe, expect, it } from 'vitest';
import { socialProvidersSchema } from './social-settings.ts';

const client = { clientId: 'id', clientSecret: 'secret' };
const parse = (value: unknown) => socialProvidersSchema.safeParse(JSON.stringify(value));

describe('SOCIAL_PROVIDERS', () => {
  it('knows where Google, GitHub and Facebook are', () => {
    const kinds = ['google', 'github', 'facebook'].map((kind) => ({ id: kind, kind, ...client }));
    expect(parse(kinds).data).toMatchObject([
      { name: 'Google', issuer: 'https://accounts.google.com' },
      { name: 'GitHub', issuer: 'https://github.com/login/oauth', apiUrl: 'https://api.github.com' },
      { name: 'Facebook', apiUrl: 'https://graph.facebook.com' },
    ]);
  });

  it('takes any OpenID provider with a name and an issuer', () => {
    const acme = { id: 'acme', kind: 'oidc', name: 'Acme', issuer: 'https://login.acme.example', ...client };
    expect(parse([acme]).success).toBe(true);
    expect(parse([{ ...acme, issuer: undefined }]).success).toBe(false);
  });

  it.each([
    ['plain http', [{ id: 'a', kind: 'oidc', name: 'A', issuer: 'http://a.example', ...client }]],
    ['two of one id', ['google', 'google'].map((id) => ({ id, kind: 'google', ...client }))],
    ['an id that is no part of an address', [{ id: '../x', kind: 'google', ...client }]],
    ['no secret', [{ id: 'google', kind: 'google', clientId: 'id' }]],
    ['an unknown kind', [{ id: 'x', kind: 'myspace', ...client }]],
    ['something else', { google: true }],
  ])('refuses %s', (_what, value) => {
    expect(parse(value).success).toBe(false);
  });

  it('refuses what is no JSON', () => {
    expect(socialProvidersSchema.safeParse('google').success).toBe(false);
  });
});
