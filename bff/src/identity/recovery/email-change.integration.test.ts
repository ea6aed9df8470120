import { createTestDatabase, type TestDatabase } from '@plaza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailedToken, waitingMails } from '../../testing/mailed-link.ts';
import { registerIn } from '../../testing/register.ts';
import { startTestBff, type TestBff, type TestBrowser } from '../../testing/start-test-bff.ts';
import { openTestMarket, TestClock, type TestMarket } from '../../testing/test-market.ts';
import { hintOf } from './confirm-email-change.ts';

let database: TestDatabase;
let market: TestMarket;
let bff: TestBff;
const clock = new TestClock();

beforeAll(async () => {
  database = await createTestDatabase();
  market = await openTestMarket({ databaseUrl: database.url, clock });
  bff = await startTestBff(market.services);
});
afterAll(async () => {
  await bff.close();
  await database.drop();
});

const PASSWORD = 'correct horse battery';
const newEmail = () => `${crypto.randomUUID()}@plaza.test`;
async function register() {
  const email = newEmail();
  const browser = await bff.browse();
  await registerIn(market.services, browser, { email, password: PASSWORD, displayName: 'Ada L.' });
  return { email, browser };
}
const me = async (browser: TestBrowser) => (await browser.query('identity.me')).data;
const signIn = (browser: TestBrowser, email: string, password = PASSWORD) =>
  browser.mutate('identity.signIn', { email, password });
const kindsFor = async (email: string) =>
  (await waitingMails(market.services, email)).map(({ template }) => template);
const ask = (browser: TestBrowser, email: string) => browser.mutate('verification.requestChange', { email });
const confirm = (browser: TestBrowser, token: string) =>
  browser.mutate('verification.confirmChange', { token });
async function change(browser: TestBrowser) {
  const email = newEmail();
  expect((await ask(browser, email)).data).toEqual({ ok: true, code: 'done' });
  const token = await mailedToken(market.services, email, 'confirm-address');
  expect((await confirm(browser, token)).data).toEqual({ ok: true, code: 'done' });
  return email;
}

describe('another e-mail address', () => {
  it('is the account’s when the link sent to it is opened by its owner, and not before', async () => {
    const { email, browser } = await register();
    const wanted = newEmail();
    await ask(browser, wanted);
    expect(await me(browser)).toMatchObject({ email });
    const token = await mailedToken(market.services, wanted, 'confirm-address');
    expect((await confirm(await bff.browse(), token)).error?.code).toBe('UNAUTHORIZED');
    const { browser: somebody } = await register();
    expect((await confirm(somebody, token)).data).toMatchObject({ code: 'link_invalid' });
    expect((await confirm(browser, token)).data).toMatchObject({ ok: true });
    expect(await me(browser)).toMatchObject({ email: wanted, isEmailVerified: true });
    expect((await confirm(browser, token)).data).toMatchObject({ code: 'link_invalid' });
    expect((await signIn(await bff.browse(), wanted)).data).toMatchObject({ ok: true });
    expect((await signIn(await bff.browse(), email)).data).toMatchObject({ code: 'wrong_credentials' });
    expect(await kindsFor(wanted)).toContain('address-new');
    expect(await kindsFor(email)).toContain('address-gone');
  });

  it('of somebody else is not told apart from a free one; its owner is told', async () => {
    const [{ browser }, owner] = [await register(), await register()];
    expect((await ask(browser, owner.email)).data).toEqual({ ok: true, code: 'done' });
    expect(await kindsFor(owner.email)).toContain('account-exists');
    expect(await kindsFor(owner.email)).not.toContain('confirm-address');
  });

  it('that somebody registered meanwhile stays theirs', async () => {
    const { browser, email } = await register();
    const wanted = newEmail();
    await ask(browser, wanted);
    const token = await mailedToken(market.services, wanted, 'confirm-address');
    await registerIn(market.services, await bff.browse(), {
      email: wanted,
      password: PASSWORD,
      displayName: 'Bea',
    });
    expect((await confirm(browser, token)).data).toMatchObject({ code: 'address_taken' });
    expect(await me(browser)).toMatchObject({ email });
  });

  it('is asked for by somebody who has just shown who they are', async () => {
    const { browser } = await register();
    clock.advance(11 * 60_000);
    expect((await ask(browser, newEmail())).error?.code).toBe('FORBIDDEN');
  });
});

describe('undoing the change', () => {
  it('puts the address back, signs everybody out, and makes the password void until a new one is chosen', async () => {
    const { email, browser: thief } = await register();
    const stolen = await change(thief);
    // Twice, to get rid of the way back.
    const again = await change(thief);
    const token = await mailedToken(market.services, email, 'address-gone');
    clock.advance(6 * 86_400_000);
    const owner = await bff.browse();
    const undo = () => owner.mutate('verification.undoChange', { token });
    expect((await undo()).data).toEqual({ ok: true, code: 'done' });
    expect((await undo()).data).toMatchObject({ code: 'link_invalid' });
    expect(await me(thief)).toBeNull();
    for (const address of [email, stolen, again])
      expect((await signIn(await bff.browse(), address)).data).toMatchObject({ code: 'wrong_credentials' });
    const link = await mailedToken(market.services, email, 'reset-password');
    const answer = await owner.mutate('recovery.reset', { token: link, password: 'another long password' });
    expect(answer.data).toMatchObject({ ok: true, account: { email } });
  });

  it('is possible for seven days', async () => {
    const { email, browser } = await register();
    await change(browser);
    clock.advance(7 * 86_400_000);
    const token = await mailedToken(market.services, email, 'address-gone');
    const answer = await (await bff.browse()).mutate('verification.undoChange', { token });
    expect(answer.data).toMatchObject({ code: 'link_invalid' });
  });

  it('names the new address to the old one by a hint only', () => {
    expect(hintOf('ada.lovelace@example.com')).toBe('a…@example.com');
    expect(hintOf('a@example.com')).toBe('a…@example.com');
  });
});
