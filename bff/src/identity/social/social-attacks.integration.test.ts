import type { Fault } from '@plaza/local/oauth';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openSocialMarket, PROVIDERS, type SocialMarket } from '../../testing/social-market.ts';

let social: SocialMarket;
beforeAll(async () => {
  social = await openSocialMarket();
});
afterAll(() => social.close());

afterEach(() => {
  for (const provider of PROVIDERS) social.oauth.faultsOf(provider).clear();
});

let count = 0;
const newPerson = () => {
  count += 1;
  return { name: 'Mallory', email: `mallory${count}@mail.test`, isEmailVerified: true };
};
/** A browser that has been at the provider, and the address that it would come back to. */
async function comeBack(provider: string) {
  const browser = await social.bff.browse();
  const back = await social.oauth.consent(await social.begin(browser, provider), newPerson());
  return { browser, back };
}
const changed = (url: URL, changes: Record<string, string>) => {
  const copy = new URL(url);
  for (const [name, value] of Object.entries(changes)) copy.searchParams.set(name, value);
  return copy;
};

describe.each(PROVIDERS)('the way back from %s', (provider) => {
  it('is refused with another state, and is still good with the right one', async () => {
    const { browser, back } = await comeBack(provider);
    for (const state of ['', 'guessed', 'x'.repeat(43)])
      expect(await social.follow(browser, changed(back, { state }))).toContain('error=state_mismatch');
    expect(await social.follow(browser, back)).not.toContain('error=');
  });

  it('is refused in a browser that did not begin it: nobody is signed in as somebody else', async () => {
    const { back } = await comeBack(provider);
    const victim = await social.bff.browse();
    expect(await social.follow(victim, back)).toContain('error=state_mismatch');
    await social.begin(victim, provider);
    expect(await social.follow(victim, back)).toContain('error=state_mismatch');
    expect(await social.me(victim)).toBeNull();
  });

  it('is good once', async () => {
    const { browser, back } = await comeBack(provider);
    const cookie = browser.cookies.get('plaza_social') ?? '';
    await social.follow(browser, back);
    browser.cookies.set('plaza_social', cookie);
    expect(await social.follow(browser, back)).toContain('error=state_mismatch');
  });

  it('is good once, also at the same time', async () => {
    const { browser, back } = await comeBack(provider);
    const ends = await Promise.all([social.follow(browser, back), social.follow(browser, back)]);
    expect(ends.filter((end) => end.includes('error=state_mismatch'))).toHaveLength(1);
  });

  it('is too late after ten minutes', async () => {
    const { browser, back } = await comeBack(provider);
    social.clock.advance(10 * 60_000);
    expect(await social.follow(browser, back)).toContain('error=state_mismatch');
  });

  it('with the code of another attempt is refused by PKCE', async () => {
    const stolen = await comeBack(provider);
    const own = await comeBack(provider);
    const code = stolen.back.searchParams.get('code') ?? '';
    expect(await social.follow(own.browser, changed(own.back, { code }))).toContain('error=provider_refused');
    expect(await social.me(own.browser)).toBeNull();
  });

  it('says so when somebody has said no', async () => {
    const browser = await social.bff.browse();
    expect(await social.visit(browser, provider, 'deny')).toBe(
      `/sign-in?returnTo=%2Forders&error=denied&provider=${provider}`,
    );
  });

  it('does not lead out of the shop', async () => {
    for (const returnTo of ['//evil.test', 'https://evil.test', '/\\evil.test', '/api/x', '/sign-in']) {
      const browser = await social.bff.browse();
      const end = await social.visit(browser, provider, newPerson(), returnTo);
      expect(['/', '/sign-in/confirm']).toContain(end);
    }
  });

  it('says so when the provider fails', async () => {
    social.oauth.faultsOf(provider).add('token_fails');
    const { browser, back } = await comeBack(provider);
    expect(await social.follow(browser, back)).toContain('error=provider_unavailable');
  });
});

const KEEPS_PROFILES_APART = ['github', 'facebook'] as const;
describe('providers that say nothing', () => {
  // Side by side, because each is waited for a while.
  it.each([
    ['token_hangs', PROVIDERS],
    ['profile_hangs', KEEPS_PROFILES_APART],
  ] as const)('are not waited for: %s', async (fault, providers) => {
    const comeBackFrom = async (provider: (typeof PROVIDERS)[number]) => {
      social.oauth.faultsOf(provider).add(fault);
      const { browser, back } = await comeBack(provider);
      return social.follow(browser, back);
    };
    for (const end of await Promise.all(providers.map(comeBackFrom)))
      expect(end).toContain('error=provider_unavailable');
  });
});

describe('providers that are mixed up', () => {
  it('are told apart by the address of the way back', async () => {
    const { browser, back } = await comeBack('google');
    const mixed = new URL(back.href.replace('/google/', '/github/'));
    expect(await social.follow(browser, mixed)).toContain('error=state_mismatch');
  });

  it.each(['google', 'github'] as const)('are told apart by the issuer that %s names', async (provider) => {
    const { browser, back } = await comeBack(provider);
    const end = await social.follow(browser, changed(back, { iss: 'https://evil.test' }));
    expect(end).toContain('error=provider_refused');
  });

  it('of which one is not configured are nobody', async () => {
    const browser = await social.bff.browse();
    expect(await social.begin(browser, 'myspace')).toContain('error=unknown_provider');
    expect(await social.follow(browser, '/api/social/myspace/callback?code=x&state=y')).toContain(
      'error=unknown_provider',
    );
  });
});

describe('an id token', () => {
  it.each<Fault>(['wrong_nonce', 'wrong_audience', 'wrong_issuer', 'foreign_key', 'no_id_token'])(
    'is not believed with a %s',
    async (fault) => {
      social.oauth.faultsOf('google').add(fault);
      const { browser, back } = await comeBack('google');
      expect(await social.follow(browser, back)).toContain('error=provider_refused');
      expect(await social.me(browser)).toBeNull();
    },
  );
});

describe('a profile that cannot be read', () => {
  it.each(KEEPS_PROFILES_APART)('signs nobody in by %s', async (provider) => {
    social.oauth.faultsOf(provider).add('profile_fails');
    const { browser, back } = await comeBack(provider);
    expect(await social.follow(browser, back)).toContain('error=provider_unavailable');
  });
});

describe('beginning', () => {
  it('is for our own pages: another site cannot start it', async () => {
    const browser = await social.bff.browse();
    const answer = await browser.send('/api/social/google/start', {
      redirect: 'manual',
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect([answer.headers.get('location'), browser.cookies.has('plaza_social')]).toEqual([
      '/sign-in',
      false,
    ]);
  });

  it('asks with PKCE, state and nonce, and leaves a cookie that scripts do not see', async () => {
    const browser = await social.bff.browse();
    const answer = await browser.send('/api/social/google/start', { redirect: 'manual' });
    const asked = new URL(answer.headers.get('location') ?? '').searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    for (const name of ['code_challenge', 'state', 'nonce']) expect(asked.get(name)).toMatch(/^[\w-]{43}$/);
    expect(asked.get('redirect_uri')).toBe('http://plaza.test/api/social/google/callback');
    expect(answer.headers.getSetCookie()[0]).toMatch(/^plaza_social=[\w-]{43}; .*HttpOnly; SameSite=Lax$/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('keeps nothing from which the way back could be made', async () => {
    const browser = await social.bff.browse();
    const { searchParams } = new URL(await social.begin(browser, 'google'));
    const rows = await social.market.services.database.client`select t::text as row from social_attempt t`;
    const kept = JSON.stringify(rows);
    for (const secret of [browser.cookies.get('plaza_social'), searchParams.get('state')])
      expect(kept).not.toContain(secret);
  });
});
