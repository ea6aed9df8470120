import { newId } from '@plaza/contracts';
import { type Consent, createTestDatabase, createTestMail, createTestOAuth } from '@plaza/testing';
import { vi } from 'vitest';
import { startTestBff, type TestBrowser } from './start-test-bff.ts';
import { openTestMarket, TestClock } from './test-market.ts';

/** Of the test market, as shoppers see it. */
const SHOP = 'http://plaza.test';

export const PROVIDERS = ['google', 'github', 'facebook'] as const;

/** Somebody whom no provider has seen yet. */
export const newPerson = (changes: { email?: string | null; isEmailVerified?: boolean } = {}) => {
  const id = newId();
  return { name: `Nora Lind ${id}`, email: `${id}@mail.test`, isEmailVerified: true, ...changes };
};

/** A served market with stand-ins of Google, GitHub and Facebook, and with an inbox. */
export async function openSocialMarket() {
  const clock = new TestClock();
  const [database, oauth, mail] = await Promise.all([
    createTestDatabase(),
    createTestOAuth(SHOP),
    createTestMail(),
  ]);
  const market = await openTestMarket({
    databaseUrl: database.url,
    clock,
    smtpUrl: mail.smtpUrl,
    socialProviders: oauth.settings,
  });
  const bff = await startTestBff(market.services);

  /** Where a page of ours sends the browser. */
  const follow = async (browser: TestBrowser, url: URL | string) => {
    const { pathname, search } = new URL(url, SHOP);
    const response = await browser.send(pathname + search, { redirect: 'manual' });
    return response.headers.get('location') ?? `status ${response.status}`;
  };
  const begin = (browser: TestBrowser, provider: string, returnTo = '/orders') =>
    follow(browser, `/api/social/${provider}/start?returnTo=${encodeURIComponent(returnTo)}`);
  return {
    market,
    bff,
    clock,
    oauth,
    mail,
    follow,
    /** Sends the browser to the provider; answers the provider's address. */
    begin,
    /** The whole way: there, the person's choice, and back. Answers where the browser is in the end. */
    visit: async (browser: TestBrowser, provider: string, consent: Consent, returnTo?: string) =>
      follow(browser, await oauth.consent(await begin(browser, provider, returnTo), consent)),
    me: async (browser: TestBrowser) => (await browser.query('identity.me')).data,
    /** The code in the newest mail to an address. */
    codeFor: (email: string) =>
      vi.waitFor(
        () => {
          const code = /\b(\d{6})\b/.exec(mail.mailsTo(email)[0]?.subject ?? '')?.[1];
          if (code === undefined) throw new Error('No mail yet.');
          return code;
        },
        { timeout: 10_000, interval: 50 },
      ),
    close: async () => {
      await bff.close();
      await Promise.all([database.drop(), oauth.drop(), mail.drop()]);
    },
  };
}
export type SocialMarket = Awaited<ReturnType<typeof openSocialMarket>>;
