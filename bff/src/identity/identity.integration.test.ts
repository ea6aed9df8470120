import { createTestDatabase, type TestDatabase } from '@plaza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerIn } from '../testing/register.ts';
import { solveCaptcha } from '../testing/solve-captcha.ts';
import { startTestBff, type TestBff, type TestBrowser } from '../testing/start-test-bff.ts';
import { openTestMarket, TestClock, type TestMarket } from '../testing/test-market.ts';

let database: TestDatabase;
let market: TestMarket;
let bff: TestBff;
/** How often a password was checked, which is what takes time. */
let checkedPasswords = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  market = await openTestMarket({ databaseUrl: database.url, clock: new TestClock() });
  const { passwords } = market.services;
  const counting = {
    ...passwords,
    verify: (passwordHash: string | null, password: string) => {
      checkedPasswords += 1;
      return passwords.verify(passwordHash, password);
    },
  };
  bff = await startTestBff({ ...market.services, passwords: counting });
});
afterAll(async () => {
  await bff.close();
  await database.drop();
});

const PASSWORD = 'correct horse battery';
let count = 0;
/** An account, and the browser that opened it. */
async function register() {
  count += 1;
  const email = `person${count}@plaza.test`;
  const browser = await bff.browse(undefined, `192.0.2.${count}`);
  const answer = await registerIn(market.services, browser, {
    email,
    password: PASSWORD,
    displayName: 'Ada L.',
  });
  expect(answer.data).toMatchObject({ ok: true, code: 'verified' });
  return { email, browser };
}
const signIn = (browser: TestBrowser, email: string, password = PASSWORD) =>
  browser.mutate('identity.signIn', { email, password });
const me = async (browser: TestBrowser) => (await browser.query('identity.me')).data;

describe('signing in', () => {
  it('gives a new session and ends the one before', async () => {
    const { email, browser } = await register();
    const before = browser.cookies.get('plaza_session') ?? '';
    expect((await signIn(browser, ` ${email.toUpperCase()} `)).data).toMatchObject({ ok: true });
    const after = browser.cookies.get('plaza_session');
    expect(after).not.toBe(before);
    const thief = await bff.browse();
    thief.cookies.set('plaza_session', before);
    expect(await me(thief)).toBeNull();
    expect(await me(browser)).toMatchObject({ email });
  });

  it('sends a cookie that scripts and other sites do not see', async () => {
    const { email } = await register();
    const answer = await signIn(await bff.browse(), email);
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^plaza_session=[\w-]{43}; Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/,
    );
  });

  it('stores no token that would open the account', async () => {
    const { browser } = await register();
    const token = browser.cookies.get('plaza_session') ?? '';
    const rows = await market.services.database.client`select id from session where id = ${token}`;
    expect(rows).toHaveLength(0);
  });

  it('takes the cart of the guest along', async () => {
    const { email } = await register();
    const seller = await market.addSeller();
    const { variantId } = await market.addProduct({ sellerId: seller.id });
    const browser = await bff.browse();
    await browser.mutate('cart.addItem', { variantId, quantity: 2 });
    await signIn(browser, email);
    expect((await browser.query('cart.get')).data).toMatchObject({ itemCount: 2 });
  });

  it('answers an unknown address as it answers a wrong password: in the same words, after the same work', async () => {
    const { email } = await register();
    const answerTo = async (address: string, from: string) => {
      const before = checkedPasswords;
      const answer = await signIn(await bff.browse(undefined, from), address, 'a wrong password');
      return [answer.status, answer.data, answer.error, checkedPasswords - before];
    };
    const known = await answerTo(email, '198.51.100.1');
    expect(await answerTo('nobody@plaza.test', '198.51.100.2')).toEqual(known);
    expect(known.at(-1)).toBe(1);
  });
});

describe('guessing', () => {
  /** Signs in as the page does: with a puzzle solved where one is asked for. */
  const tryToSignIn = async (browser: TestBrowser, email: string, password = PASSWORD) => {
    const captcha = await solveCaptcha(browser, 'sign_in');
    return (await browser.mutate('identity.signIn', { email, password, captcha })).data;
  };

  it('needs a puzzle solved for each guess after the first few, wherever it comes from', async () => {
    const { email } = await register();
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const guesser = await bff.browse(undefined, `203.0.113.${attempt}`);
      expect((await signIn(guesser, email, 'a guess')).data).toMatchObject({ code: 'wrong_credentials' });
    }
    const elsewhere = await bff.browse(undefined, '203.0.113.99');
    expect((await signIn(elsewhere, email)).data).toMatchObject({ code: 'captcha_required' });
    expect(await tryToSignIn(elsewhere, email)).toMatchObject({ ok: true });
  });

  it('ends after a few attempts, for the right password too, but not for the owner elsewhere', async () => {
    const { email } = await register();
    const guesser = await bff.browse(undefined, '203.0.113.7');
    for (let attempt = 0; attempt < 8; attempt += 1)
      expect(await tryToSignIn(guesser, email, `guess number ${attempt}`)).toMatchObject({
        code: 'wrong_credentials',
      });
    expect(await tryToSignIn(guesser, email)).toMatchObject({ ok: false, code: 'too_many_attempts' });
    const owner = await bff.browse(undefined, '203.0.113.8');
    expect(await tryToSignIn(owner, email)).toMatchObject({ ok: true });
  });

  it('is not helped by an address that the guesser makes up', async () => {
    const { email } = await register();
    const guesser = await bff.browse(undefined, 'made-up, 203.0.113.9');
    for (let attempt = 0; attempt < 8; attempt += 1) await tryToSignIn(guesser, email, 'wrong');
    const again = await bff.browse(undefined, 'another, 203.0.113.9');
    expect(await tryToSignIn(again, email)).toMatchObject({ code: 'too_many_attempts' });
  });

  it('does not count those who sign in', async () => {
    const { email, browser } = await register();
    for (let time = 0; time < 12; time += 1)
      expect((await signIn(browser, email)).data).toMatchObject({ ok: true });
  });
});

describe('signing out', () => {
  it('ends the session here and for whoever copied the cookie', async () => {
    const { browser } = await register();
    const copy = await bff.browse();
    copy.cookies.set('plaza_session', browser.cookies.get('plaza_session') ?? '');
    expect(await me(copy)).not.toBeNull();
    expect((await browser.mutate('identity.signOut')).status).toBe(200);
    expect(browser.cookies.has('plaza_session')).toBe(false);
    expect(await me(copy)).toBeNull();
  });
});

describe('a session cookie', () => {
  it.each(['', 'x', "' or 1=1 --", '../../etc/passwd', 'a'.repeat(43), '\u{1F600}'])(
    'that is %j opens nothing',
    async (token) => {
      const browser = await bff.browse();
      browser.cookies.set('plaza_session', encodeURIComponent(token));
      expect(await me(browser)).toBeNull();
    },
  );
});
