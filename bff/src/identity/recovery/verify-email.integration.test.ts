import { createTestDatabase, type TestDatabase } from '@plaza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailedToken, waitingMails } from '../../testing/mailed-link.ts';
import { registerIn, signUpIn } from '../../testing/register.ts';
import { startTestBff, type TestBff, type TestBrowser } from '../../testing/start-test-bff.ts';
import { openTestMarket, TestClock, type TestMarket } from '../../testing/test-market.ts';

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
const person = (email = newEmail()) => ({ email, password: PASSWORD, displayName: 'Ada L.' });
const me = async (browser: TestBrowser) => (await browser.query('identity.me')).data;
const linkOf = (email: string) => mailedToken(market.services, email, 'verify-address');
const kindsFor = async (email: string) =>
  (await waitingMails(market.services, email)).map(({ template }) => template);
const verify = (browser: TestBrowser, token: string, password?: string) =>
  browser.mutate('verification.verify', { token, password });
const signIn = (browser: TestBrowser, email: string, password = PASSWORD) =>
  browser.mutate('identity.signIn', { email, password });

describe('registering', () => {
  it('signs nobody in before the link of the mail is opened; then in the same browser, with its cart', async () => {
    const seller = await market.addSeller();
    const { variantId } = await market.addProduct({ sellerId: seller.id });
    const browser = await bff.browse();
    await browser.mutate('cart.addItem', { variantId, quantity: 2 });
    const { email } = person();
    const answer = await signUpIn(browser, { ...person(email), returnTo: '/checkout' });
    expect(answer.data).toEqual({ ok: true, code: 'check_mail' });
    expect(await me(browser)).toBeNull();
    const verified = await verify(browser, await linkOf(email));
    expect(verified.data).toEqual({ ok: true, code: 'verified', returnTo: '/checkout' });
    expect(await me(browser)).toMatchObject({ email, isEmailVerified: true, displayName: 'Ada L.' });
    expect((await browser.query('cart.get')).data).toMatchObject({ itemCount: 2 });
  });

  it('answers an address that has an account as any other, in words and cookies; its owner is told by mail', async () => {
    const { email } = person();
    await registerIn(market.services, await bff.browse(), person(email));
    const seenFor = async (address: string) => {
      const browser = await bff.browse();
      const answer = await signUpIn(browser, person(address));
      return [answer.status, answer.data, [...browser.cookies.keys()]];
    };
    expect(await seenFor(email.toUpperCase())).toEqual(await seenFor(newEmail()));
    expect(await kindsFor(email)).toContain('account-exists');
  });

  it('does not fill an inbox, whoever asks', async () => {
    const { email } = person();
    for (let time = 0; time < 8; time += 1)
      expect((await signUpIn(await bff.browse(), person(email))).data).toMatchObject({ ok: true });
    expect(await kindsFor(email)).toHaveLength(5);
  });

  it('as a seller opens the shop when the address is verified, under an address of its own', async () => {
    for (const slug of [/^night-owl$/, /^night-owl-\w{5}$/]) {
      const browser = await bff.browse();
      const input = { ...person(), shop: { name: 'Night Owl', country: 'DE' } };
      await signUpIn(browser, input);
      await signIn(browser, input.email);
      expect(await me(browser)).toMatchObject({ isEmailVerified: false, seller: null, roles: ['buyer'] });
      expect((await browser.query('catalog.listListings', {})).error?.code).toBe('FORBIDDEN');
      await verify(browser, await linkOf(input.email));
      expect(await me(browser)).toMatchObject({
        roles: ['buyer', 'seller'],
        seller: { name: 'Night Owl', slug: expect.stringMatching(slug), isOwner: true },
      });
      expect((await browser.query('catalog.listListings', {})).status).toBe(200);
    }
  });
});

describe('an account that is not verified', () => {
  it('fills a cart, and is told to verify when it wants to pay', async () => {
    const browser = await bff.browse();
    const { email } = person();
    await signUpIn(browser, person(email));
    expect((await signIn(browser, email)).data).toMatchObject({ ok: true });
    const seller = await market.addSeller();
    const { variantId } = await market.addProduct({ sellerId: seller.id });
    expect((await browser.mutate('cart.addItem', { variantId, quantity: 1 })).data).toMatchObject({
      ok: true,
    });
    expect((await browser.mutate('order.place', {})).error?.message).toMatch(/verify/i);
    expect((await verify(browser, await linkOf(email))).data).toMatchObject({ code: 'verified' });
    expect((await browser.mutate('order.place', {})).status).toBe(400);
  });
});

describe('the link of a registration', () => {
  it('asks for the password in another browser, a few times', async () => {
    const { email } = person();
    await signUpIn(await bff.browse(), person(email));
    const token = await linkOf(email);
    const phone = await bff.browse();
    expect((await verify(phone, token)).data).toMatchObject({ ok: false, code: 'password_required' });
    expect((await verify(phone, token, 'something else')).data).toMatchObject({ code: 'wrong_password' });
    expect(await me(phone)).toBeNull();
    expect((await verify(phone, token, PASSWORD)).data).toMatchObject({ ok: true, code: 'verified' });
    expect(await me(phone)).toMatchObject({ email, isEmailVerified: true });
    expect((await verify(phone, token, PASSWORD)).data).toMatchObject({ code: 'link_invalid' });
  });

  it('bears five guesses', async () => {
    const { email } = person();
    await signUpIn(await bff.browse(), person(email));
    const token = await linkOf(email);
    const phone = await bff.browse();
    for (let guess = 0; guess < 5; guess += 1) await verify(phone, token, `guess ${guess}`);
    expect((await verify(phone, token, PASSWORD)).data).toMatchObject({ code: 'too_many_attempts' });
  });

  it('does not open what a stranger registered with the address of somebody else', async () => {
    const { email } = person();
    const stranger = await bff.browse();
    await signUpIn(stranger, { ...person(email), password: 'what the stranger knows', displayName: 'Eve' });
    await signIn(stranger, email, 'what the stranger knows');
    const strangers = await linkOf(email);
    const owner = await bff.browse();
    expect((await verify(owner, strangers)).data).toMatchObject({ code: 'password_required' });

    await signUpIn(owner, person(email));
    expect((await verify(owner, await linkOf(email))).data).toMatchObject({ code: 'verified' });
    expect(await me(owner)).toMatchObject({ email, displayName: 'Ada L.' });
    expect(await me(stranger)).toBeNull();
    expect((await signIn(stranger, email, 'what the stranger knows')).data).toMatchObject({
      code: 'wrong_credentials',
    });
    expect((await verify(stranger, strangers)).data).toMatchObject({ code: 'link_invalid' });
  });

  it('is sent again to who registered, and the one before is void', async () => {
    const { email } = person();
    const browser = await bff.browse();
    await signUpIn(browser, person(email));
    const first = await linkOf(email);
    expect((await browser.mutate('verification.resend')).data).toEqual({ ok: true, code: 'done' });
    expect((await verify(browser, first)).data).toMatchObject({ code: 'link_invalid' });
    expect((await verify(browser, await linkOf(email))).data).toMatchObject({ code: 'verified' });
  });

  it('is not sent to anybody because of a browser that never registered, whose answer is the same', async () => {
    const browser = await bff.browse();
    expect((await browser.mutate('verification.resend')).data).toEqual({ ok: true, code: 'done' });
  });

  it('works for a day', async () => {
    const { email } = person();
    const browser = await bff.browse();
    await signUpIn(browser, person(email));
    clock.advance(24 * 3_600_000);
    expect((await verify(browser, await linkOf(email))).data).toMatchObject({ code: 'link_invalid' });
  });
});

describe('selling later', () => {
  it('is for verified accounts, once', async () => {
    const browser = await bff.browse();
    const { email } = person();
    await signUpIn(browser, person(email));
    await signIn(browser, email);
    const shop = { name: 'Slow Clocks', country: 'US' };
    expect((await browser.mutate('seller.open', shop)).error?.code).toBe('FORBIDDEN');
    await verify(browser, await linkOf(email));
    const answers = await Promise.all([
      browser.mutate('seller.open', shop),
      browser.mutate('seller.open', shop),
    ]);
    expect(answers.filter(({ data }) => Object(data).ok)).toHaveLength(1);
    expect(await me(browser)).toMatchObject({ seller: { slug: 'slow-clocks' } });
    expect((await browser.mutate('seller.open', shop)).data).toMatchObject({ code: 'sells_already' });
  });
});
