import { createTestDatabase, type TestDatabase } from '@plaza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailedToken, waitingMails } from '../../testing/mailed-link.ts';
import { registerIn, signUpIn } from '../../testing/register.ts';
import { solveCaptcha } from '../../testing/solve-captcha.ts';
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
const NEW_PASSWORD = 'another horse, another staple';
const newEmail = () => `${crypto.randomUUID()}@plaza.test`;
async function register() {
  const email = newEmail();
  const browser = await bff.browse();
  await registerIn(market.services, browser, { email, password: PASSWORD, displayName: 'Ada L.' });
  return { email, browser };
}
const me = async (browser: TestBrowser) => (await browser.query('identity.me')).data;
const signIn = (browser: TestBrowser, email: string, password: string) =>
  browser.mutate('identity.signIn', { email, password });
const request = async (browser: TestBrowser, email: string) =>
  browser.mutate('recovery.request', { email, captcha: await solveCaptcha(browser, 'recovery') });
async function requestLink(email: string) {
  expect((await request(await bff.browse(), email)).data).toEqual({ ok: true, code: 'done' });
  return mailedToken(market.services, email, 'reset-password');
}
const reset = (browser: TestBrowser, token: string, input: { password?: string; answers?: string[] } = {}) =>
  browser.mutate('recovery.reset', { token, password: NEW_PASSWORD, ...input });
const accountIdOf = async (browser: TestBrowser) => String(Object(await me(browser)).id);

describe('a forgotten password', () => {
  it('is replaced by a mailed link, once; everybody is signed out, and whoever has the link is in', async () => {
    const { email, browser } = await register();
    const elsewhere = await bff.browse();
    await signIn(elsewhere, email, PASSWORD);
    const token = await requestLink(email);
    const phone = await bff.browse();
    expect((await phone.mutate('recovery.open', { token })).data).toEqual({
      ok: true,
      code: 'open',
      email,
      displayName: 'Ada L.',
      questions: [],
    });
    expect((await reset(phone, token)).data).toMatchObject({ ok: true, code: 'signed_in' });
    expect(await me(phone)).toMatchObject({ email });
    expect([await me(browser), await me(elsewhere)]).toEqual([null, null]);
    expect((await signIn(browser, email, PASSWORD)).data).toMatchObject({ code: 'wrong_credentials' });
    expect((await signIn(browser, email, NEW_PASSWORD)).data).toMatchObject({ ok: true });
    expect((await reset(phone, token)).data).toMatchObject({ code: 'link_invalid' });
    const kinds = (await waitingMails(market.services, email)).map(({ template }) => template);
    expect(kinds).toContain('password-changed');
  });

  it('is replaced by one of many who press at once', async () => {
    const { email } = await register();
    const token = await requestLink(email);
    const browsers = await Promise.all(Array.from({ length: 5 }, () => bff.browse()));
    const answers = await Promise.all(browsers.map((browser) => reset(browser, token)));
    expect(answers.filter(({ data }) => Object(data).ok)).toHaveLength(1);
  });

  it('waits for fifteen minutes and no longer; looking does not use the link up', async () => {
    const { email } = await register();
    const token = await requestLink(email);
    const browser = await bff.browse();
    clock.advance(15 * 60_000 - 1);
    expect((await browser.mutate('recovery.open', { token })).data).toMatchObject({ ok: true });
    clock.advance(1);
    expect((await browser.mutate('recovery.open', { token })).data).toMatchObject({ code: 'link_invalid' });
    expect((await reset(browser, token)).data).toMatchObject({ code: 'link_invalid' });
  });

  it('is not replaced by a weak one, and the link is still good', async () => {
    const { email } = await register();
    const token = await requestLink(email);
    const browser = await bff.browse();
    expect((await reset(browser, token, { password: 'password1234' })).data).toMatchObject({
      code: 'weak_password',
    });
    expect((await reset(browser, token)).data).toMatchObject({ ok: true });
  });

  it('does not open an account that asks for a second proof: that is asked for, and stays', async () => {
    const { email, browser } = await register();
    const accountId = await accountIdOf(browser);
    const { client } = market.services.database;
    await client`
      insert into factor (id, account_id, kind, label, secret, confirmed_at)
      values (${crypto.randomUUID()}, ${accountId}, 'totp', 'App', 'x', now())`;
    await client`
      insert into remembered_device (token_hash, public_id, account_id, user_agent, expires_at)
      values (${accountId}, ${crypto.randomUUID()}, ${accountId}, '', now() + interval '1 day')`;
    const phone = await bff.browse();
    const answer = await reset(phone, await requestLink(email));
    expect(answer.data).toMatchObject({ ok: false, code: 'second_factor_required', factors: ['totp'] });
    expect(await me(phone)).toBeNull();
    expect(await me(browser)).toBeNull();
    const [left] = await client`
      select (select count(*)::int from factor where account_id = ${accountId}) as factors,
        (select count(*)::int from remembered_device where account_id = ${accountId}) as devices`;
    expect(left).toEqual({ factors: 1, devices: 0 });
  });

  it('of somebody whose address a stranger registered: the reset is theirs, and nothing of the stranger’s stays', async () => {
    const email = newEmail();
    const stranger = await bff.browse();
    await signUpIn(stranger, { email, password: PASSWORD, displayName: 'Eve' });
    await signIn(stranger, email, PASSWORD);
    const accountId = await accountIdOf(stranger);
    await market.services.database.client`
      insert into factor (id, account_id, kind, label, secret, confirmed_at)
      values (${crypto.randomUUID()}, ${accountId}, 'totp', 'App', 'x', now())`;
    const owner = await bff.browse();
    expect((await reset(owner, await requestLink(email))).data).toMatchObject({ code: 'signed_in' });
    expect(await me(owner)).toMatchObject({ isEmailVerified: true });
    expect(await me(stranger)).toBeNull();
  });
});

describe('asking for a link', () => {
  it('answers an unknown address, and a suspended account, as a known one', async () => {
    const { email } = await register();
    const suspended = await register();
    await market.services.database.client`
      update account set status = 'suspended' where id = ${await accountIdOf(suspended.browser)}`;
    const answerTo = async (address: string) => {
      const browser = await bff.browse(undefined, `198.51.100.${Math.floor(Math.random() * 250)}`);
      const captcha = await solveCaptcha(browser, 'recovery');
      const answer = await browser.mutate('recovery.request', { email: address, captcha });
      return [answer.status, answer.data, browser.cookies.size];
    };
    const first = await answerTo(email);
    expect(await answerTo(suspended.email)).toEqual(first);
    // Beyond the limit of an account too: the answer stays the same.
    for (let attempt = 0; attempt < 8; attempt += 1) {
      expect(await answerTo(email)).toEqual(first);
      expect(await answerTo('nobody@plaza.test')).toEqual(first);
    }
    const kindsFor = async (to: string) =>
      (await waitingMails(market.services, to)).filter(({ template }) => template === 'reset-password');
    expect(await kindsFor(email)).toHaveLength(5);
    expect(await kindsFor('nobody@plaza.test')).toHaveLength(0);
    expect(await kindsFor(suspended.email)).toHaveLength(0);
  });

  it('takes a puzzle', async () => {
    const browser = await bff.browse();
    const captcha = await solveCaptcha(browser, 'sign_up');
    const ask = (payload: string) =>
      browser.mutate('recovery.request', { email: newEmail(), captcha: payload });
    expect((await ask('')).data).toMatchObject({ code: 'captcha_required' });
    expect((await ask(captcha)).data).toMatchObject({ code: 'captcha_invalid' });
  });

  it('has an end for one network address', async () => {
    const browser = await bff.browse(undefined, '203.0.113.77');
    for (let time = 0; time < 30; time += 1)
      expect((await request(browser, newEmail())).data).toMatchObject({ ok: true });
    expect((await request(browser, newEmail())).data).toMatchObject({ code: 'too_many_attempts' });
  });
});

describe('security questions', () => {
  const answers = [
    { question: 'first_concert', answer: 'Nina  Simone' },
    { question: 'hidden_place', answer: 'Under the ＳＴＡＩＲＳ' },
  ];
  const set = (browser: TestBrowser, list: object[]) =>
    browser.mutate('recovery.setQuestions', { answers: list });

  it('are off until their owner sets them up, and shown to whoever has the link, without answers', async () => {
    const { email, browser } = await register();
    expect((await browser.query('recovery.questions')).data).toEqual({ questions: [] });
    const questions = ['first_concert', 'hidden_place'];
    expect((await set(browser, answers)).data).toEqual({ questions });
    const token = await requestLink(email);
    expect((await browser.mutate('recovery.open', { token })).data).toMatchObject({ questions });
    const rows = await market.services.database.client`
      select answer_hash from security_answer where account_id = ${await accountIdOf(browser)}`;
    for (const row of rows) expect(row.answer_hash).toMatch(/^test\$argon2id\$/);
    await set(browser, []);
    expect((await reset(browser, token)).data).toMatchObject({ ok: true });
  });

  it('are asked besides the link, whatever the case, the spaces and the width; never instead of it', async () => {
    const { email, browser } = await register();
    await set(browser, answers);
    const token = await requestLink(email);
    const phone = await bff.browse();
    expect((await reset(phone, token)).data).toMatchObject({ code: 'wrong_answers' });
    const right = ['  nina simone ', 'under the stairs'];
    expect((await reset(phone, token, { answers: [right[0] ?? '', 'x'] })).data).toMatchObject({
      code: 'wrong_answers',
    });
    expect((await reset(phone, 'a'.repeat(43), { answers: right })).data).toMatchObject({
      code: 'link_invalid',
    });
    expect((await reset(phone, token, { answers: right })).data).toMatchObject({ ok: true });
  });

  it('bear five guesses a link, also at once, and fifteen a day', async () => {
    const { email, browser } = await register();
    await set(browser, answers);
    const right = ['nina simone', 'under the stairs'];
    const guessAll = async (token: string) =>
      Promise.all(Array.from({ length: 8 }, async () => Object((await reset(browser, token)).data).code));
    const token = await requestLink(email);
    const codes = await guessAll(token);
    expect(codes.filter((code) => code === 'wrong_answers')).toHaveLength(5);
    expect((await reset(browser, token, { answers: right })).data).toMatchObject({ code: 'link_invalid' });
    await guessAll(await requestLink(email));
    await guessAll(await requestLink(email));
    const fourth = await requestLink(email);
    expect((await reset(browser, fourth, { answers: right })).data).toMatchObject({ code: 'wrong_answers' });
  });

  it('are set by somebody who has just shown who they are', async () => {
    const { browser } = await register();
    clock.advance(11 * 60_000);
    expect((await set(browser, answers)).error?.code).toBe('FORBIDDEN');
  });
});
