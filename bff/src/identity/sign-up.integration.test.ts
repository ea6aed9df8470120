import { hash } from '@node-rs/argon2';
import { createTestDatabase, type TestDatabase } from '@plaza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { solveCaptcha } from '../testing/solve-captcha.ts';
import { startTestBff, type TestBff, type TestBrowser } from '../testing/start-test-bff.ts';
import { openTestMarket, TestClock, type TestMarket } from '../testing/test-market.ts';

let database: TestDatabase;
let market: TestMarket;
let bff: TestBff;
let browser: TestBrowser;

beforeAll(async () => {
  database = await createTestDatabase();
  market = await openTestMarket({ databaseUrl: database.url, clock: new TestClock() });
  bff = await startTestBff(market.services);
  browser = await bff.browse();
});
afterAll(async () => {
  await bff.close();
  await database.drop();
});

const ADA = { email: 'ada.lovelace@plaza.test', displayName: 'Ada Lovelace' };
const PASSWORD = 'correct horse battery';
const signUp = (input: { password: string; captcha: string; email?: string }) =>
  browser.mutate('identity.signUp', { ...ADA, ...input });

describe('an account', () => {
  it.each([
    ['aaaaaaaaaaaa', /repeats/],
    ['qwertyuiopas', /row of the keyboard/],
    ['ada.lovelace1', /your name/],
    ['LOVELACE-2026', /your name/],
    ['1q2w3e4r5t6y', /leaked/],
    ['password1234', /leaked/],
    ['Manchester99', /leaked/],
  ])('is not opened with the password %s, and the answer says why', async (password, reason) => {
    const { data } = await signUp({ password, captcha: await solveCaptcha(browser, 'sign_up') });
    expect(data).toEqual({ ok: false, code: 'weak_password', message: expect.stringMatching(reason) });
    expect(browser.cookies.size).toBe(0);
  });

  it.each([
    ['short', /10 characters/],
    ['x'.repeat(201), /200 characters/],
  ])('is not opened with a password of another length: %s', async (password, reason) => {
    const { status, error } = await signUp({ password, captcha: '' });
    expect(status).toBe(400);
    expect(error?.message).toMatch(reason);
  });

  it('is not opened by who has not worked for it, or has worked for something else, or once for two', async () => {
    expect((await signUp({ password: PASSWORD, captcha: '' })).data).toMatchObject({
      code: 'captcha_required',
    });
    const elsewhere = await solveCaptcha(browser, 'recovery');
    expect((await signUp({ password: PASSWORD, captcha: elsewhere })).data).toMatchObject({
      code: 'captcha_invalid',
    });
    const captcha = await solveCaptcha(browser, 'sign_up');
    const [first, second] = [
      await signUp({ password: PASSWORD, captcha, email: 'one@plaza.test' }),
      await signUp({ password: PASSWORD, captcha, email: 'two@plaza.test' }),
    ];
    expect(first.data).toMatchObject({ ok: true });
    expect(second.data).toMatchObject({ ok: false, code: 'captcha_invalid' });
  });

  it('takes a password as a person sees it, in whatever form a keyboard sends it', async () => {
    const email = 'form@plaza.test';
    const captcha = await solveCaptcha(browser, 'sign_up');
    const opened = await signUp({ email, captcha, password: 'cafe\u0301 au lait, bitte' });
    expect(opened.data).toMatchObject({ ok: true });
    const signedIn = await browser.mutate('identity.signIn', { email, password: 'caf\u00e9 au lait, bitte' });
    expect(signedIn.data).toMatchObject({ ok: true });
  });
});

describe('a password that is kept as it was kept before there were peppers', () => {
  it('still signs in, and is kept by the pepper from then on', async () => {
    const email = 'old@plaza.test';
    await signUp({ email, password: PASSWORD, captcha: await solveCaptcha(browser, 'sign_up') });
    const { client } = market.services.database;
    const emailIndex = market.services.sealing.blindIndex(email, 'account.email');
    await client`update account set password_hash = ${await hash(PASSWORD)} where email_index = ${emailIndex}`;
    for (let time = 0; time < 2; time += 1)
      expect((await browser.mutate('identity.signIn', { email, password: PASSWORD })).data).toMatchObject({
        ok: true,
      });
    const rows = await client`select password_hash from account where email_index = ${emailIndex}`;
    expect(rows).toEqual([{ password_hash: expect.stringMatching(/^test\$argon2id\$/) }]);
  });
});
