import type { Account } from '@plaza/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type FactorMarket,
  openFactorMarket,
  otherThan,
  PASSWORD,
  STEP_MS,
} from '../../testing/factor-market.ts';
import type { TestBrowser } from '../../testing/start-test-bff.ts';
import { createTestVisitor } from '../../testing/test-visitor.ts';
import { findAccount } from '../account.repository.ts';
import { finishFirstFactor } from '../finish-first-factor.ts';

let shop: FactorMarket;
beforeAll(async () => {
  shop = await openFactorMarket();
});
afterAll(() => shop.close());

/** Somebody with an app, and a browser of theirs that is asked for the second step. */
async function atSecondStep() {
  const account = await shop.addPerson();
  const app = await shop.addTotp(await shop.bff.browse(account));
  const browser = await shop.bff.browse();
  const first = await shop.signIn(browser, account);
  return { account, app, browser, first };
}
const finish = async (browser: TestBrowser, proof: object, remember = false) =>
  (await browser.mutate('factor.finishSecond', { proof, remember })).data;
const totp = (code: string) => ({ kind: 'totp', code });

describe('signing in with a second step', () => {
  it('by password is not done before a code of the app was shown', async () => {
    const { account, app, browser, first } = await atSecondStep();
    expect(first).toMatchObject({ code: 'second_factor_required', factors: ['totp', 'recovery_code'] });
    expect(await shop.me(browser)).toBeNull();
    expect((await browser.query('factor.second')).data).toEqual({
      factors: [
        { kind: 'totp', hint: null },
        { kind: 'recovery_code', hint: null },
      ],
    });
    const done = await finish(browser, totp(shop.appCode(app.secret)));
    expect(done).toMatchObject({ code: 'signed_in', account: { id: account.id }, recoveryCodesLeft: null });
    expect(await shop.me(browser)).toMatchObject({ id: account.id });
    expect((await browser.query('factor.second')).data).toBeNull();
  });

  it.each(['google', 'github', 'facebook', 'oidc'] as const)('by %s is not done either', async (method) => {
    const { account } = await atSecondStep();
    const record = await findAccount(shop.services.database.client, account.id);
    if (!record) throw new Error('There is no account.');
    const visitor = createTestVisitor(null, null);
    const result = await finishFirstFactor({ services: shop.services, visitor }, record, method);
    expect(result).toMatchObject({ ok: false, code: 'second_factor_required' });
  });

  it('takes a code once, whoever shows it again', async () => {
    const { account, app, browser } = await atSecondStep();
    const code = shop.appCode(app.secret);
    expect(await finish(browser, totp(code))).toMatchObject({ ok: true });
    const other = await shop.bff.browse();
    await shop.signIn(other, account);
    expect(await finish(other, totp(code))).toMatchObject({ ok: false, code: 'wrong_proof' });
    shop.clock.advance(STEP_MS);
    expect(await finish(other, totp(shop.appCode(app.secret)))).toMatchObject({ ok: true });
  });

  it('takes no code of a step before the one that was used', async () => {
    const { account, app, browser } = await atSecondStep();
    const older = shop.appCode(app.secret);
    expect(await finish(browser, totp(shop.appCode(app.secret, STEP_MS)))).toMatchObject({ ok: true });
    const other = await shop.bff.browse();
    await shop.signIn(other, account);
    expect(await finish(other, totp(older))).toMatchObject({ ok: false, code: 'wrong_proof' });
  });

  it('lets one in of many who show one code at once', async () => {
    const { account, app } = await atSecondStep();
    const browsers = await Promise.all(Array.from({ length: 6 }, () => shop.bff.browse()));
    for (const browser of browsers) await shop.signIn(browser, account);
    const code = shop.appCode(app.secret);
    const results = await Promise.all(browsers.map((browser) => finish(browser, totp(code))));
    expect(results.filter((result) => isOk(result))).toHaveLength(1);
  });

  it('is over after five wrong proofs: even the right one comes too late', async () => {
    const { app, browser } = await atSecondStep();
    const right = shop.appCode(app.secret);
    for (let at = 0; at < 5; at += 1)
      expect(await finish(browser, totp(otherThan(right)))).toMatchObject({ code: 'wrong_proof' });
    expect(await finish(browser, totp(right))).toMatchObject({
      ok: false,
      code: 'challenge_over',
      message: 'This took too long, or too many attempts. Please sign in again.',
    });
  });

  it('bears so many wrong proofs in an hour, by however many sign-ins, then waits', async () => {
    const { account, app } = await atSecondStep();
    const right = shop.appCode(app.secret);
    let last: unknown;
    for (let round = 0; round < 5; round += 1) {
      const browser = await shop.bff.browse();
      await shop.signIn(browser, account);
      for (let at = 0; at < 5; at += 1) last = await finish(browser, totp(otherThan(right)));
    }
    expect(last).toMatchObject({ ok: false, code: 'too_many_attempts' });
  });

  it('is over after ten minutes, and without the cookie', async () => {
    const { app, browser } = await atSecondStep();
    const stranger = await shop.bff.browse();
    expect(await finish(stranger, totp(shop.appCode(app.secret)))).toMatchObject({ code: 'challenge_over' });
    shop.clock.advance(10 * 60_000 + 1);
    expect(await finish(browser, totp(shop.appCode(app.secret)))).toMatchObject({ code: 'challenge_over' });
    expect((await browser.query('factor.second')).data).toBeNull();
  });

  it("does not take somebody else's proof", async () => {
    const { browser } = await atSecondStep();
    const other = await atSecondStep();
    const code = shop.appCode(other.app.secret);
    expect(await finish(browser, totp(code))).toMatchObject({ code: 'wrong_proof' });
    const recovery = { kind: 'recovery_code', code: other.app.recoveryCodes[0] };
    expect(await finish(browser, recovery)).toMatchObject({ code: 'wrong_proof' });
    expect(await finish(other.browser, totp(code))).toMatchObject({ ok: true });
  });
});

const isOk = (result: unknown) =>
  typeof result === 'object' && result !== null && 'ok' in result && result.ok === true;

describe('codes that are sent', () => {
  async function withMail() {
    const account = await shop.addPerson();
    const owner = await shop.bff.browse(account);
    expect((await owner.mutate('factor.addEmail')).data).toMatchObject({ code: 'added' });
    const browser = await shop.bff.browse();
    await shop.signIn(browser, account);
    return { account, browser, owner };
  }
  const begin = async (browser: TestBrowser, kind = 'email_code') =>
    (await browser.mutate('factor.beginSecond', { kind })).data;

  it('by mail open once, in the sign-in that they were asked for', async () => {
    const { account, browser } = await withMail();
    expect((await browser.query('factor.second')).data).toMatchObject({
      factors: [{ kind: 'recovery_code' }, { kind: 'email_code', hint: hintOf(account) }],
    });
    expect(await begin(browser)).toMatchObject({ code: 'sent', resendAfterSeconds: 30 });
    const [code = ''] = await shop.mailedCodes(account.email);
    const elsewhere = await shop.bff.browse();
    await shop.signIn(elsewhere, account);
    expect(await finish(elsewhere, { kind: 'email_code', code })).toMatchObject({ code: 'wrong_proof' });
    const results = await Promise.all([
      finish(browser, { kind: 'email_code', code }),
      finish(browser, { kind: 'email_code', code }),
    ]);
    expect(results.filter((result) => isOk(result))).toHaveLength(1);
  });
  const hintOf = ({ email }: Account) => `${email.charAt(0)}•••@plaza.test`;

  it('are sent again after a while only, and count for ten minutes', async () => {
    const { account, browser } = await withMail();
    await begin(browser);
    expect(await begin(browser)).toMatchObject({ ok: false, code: 'too_many_attempts' });
    expect(await shop.mailedCodes(account.email)).toHaveLength(1);
    const [code = ''] = await shop.mailedCodes(account.email);
    shop.clock.advance(10 * 60_000 + 1);
    await shop.signIn(browser, account);
    expect(await finish(browser, { kind: 'email_code', code })).toMatchObject({ code: 'wrong_proof' });
  });

  it('open the account, and nothing in it that asks for what is stronger', async () => {
    const mayChange = async (browser: TestBrowser) =>
      (await browser.mutate('factor.beginTotp')).status === 200;
    const finishByMail = async ({ email }: Account, browser: TestBrowser) => {
      await begin(browser);
      const [code] = await shop.mailedCodes(email);
      expect(await finish(browser, { kind: 'email_code', code })).toMatchObject({ code: 'signed_in' });
    };
    const mailOnly = await withMail();
    await finishByMail(mailOnly.account, mailOnly.browser);
    expect(await mayChange(mailOnly.browser)).toBe(true);

    const { account, browser, owner } = await withMail();
    const { secret } = await shop.addTotp(owner);
    await finishByMail(account, browser);
    expect(await shop.me(browser)).toMatchObject({ id: account.id });
    expect(await mayChange(browser)).toBe(false);
    await shop.signIn(browser, account);
    await finish(browser, { kind: 'totp', code: shop.appCode(secret) });
    expect(await mayChange(browser)).toBe(true);
  });

  it('are not kept in a form that could be read', async () => {
    const { account, browser } = await withMail();
    await begin(browser);
    const [code = ''] = await shop.mailedCodes(account.email);
    const [row] = await shop.services.database.client`
      select proof_hash from proof_challenge where account_id = ${account.id} order by expires_at desc limit 1`;
    expect(String(row?.proof_hash)).toMatch(/^[0-9a-f]{64}$/);
    expect(String(row?.proof_hash)).not.toContain(code);
  });

  it('by text message go to the confirmed number, and stand beside something stronger', async () => {
    const account = await shop.addPerson();
    const owner = await shop.bff.browse(account);
    const phone = '+15550102030';
    expect((await owner.mutate('factor.beginPhone', { phone })).data).toMatchObject({
      code: 'needs_stronger',
    });
    const app = await shop.addTotp(owner);
    const begun = (await owner.mutate('factor.beginPhone', { phone: '+1 (555) 010-2030' })).data;
    expect(begun).toMatchObject({ code: 'sent' });
    const { factorId } = begun as { factorId: string };
    const browser = await shop.bff.browse();
    expect(await shop.signIn(browser, account)).toMatchObject({ factors: ['totp', 'recovery_code'] });
    const [first] = shop.sms.messagesTo(phone);
    const code = first?.text.slice(0, 6) ?? '';
    const wrong = await owner.mutate('factor.confirmPhone', { factorId, code: otherThan(code) });
    expect(wrong.data).toMatchObject({ code: 'wrong_proof' });
    const confirmed = await owner.mutate('factor.confirmPhone', { factorId, code });
    expect(confirmed.data).toMatchObject({
      code: 'added',
      factor: { label: '•••• 2030' },
      recoveryCodes: null,
    });

    const refused = await owner.mutate('factor.remove', { factorId: app.factorId });
    expect(refused.data).toMatchObject({ ok: false, code: 'sms_needs_stronger' });
    expect(await shop.signIn(browser, account)).toMatchObject({
      factors: ['totp', 'recovery_code', 'sms_code'],
    });
    const [row] = await shop.services.database.client`select secret from factor where id = ${factorId}`;
    expect(String(row?.secret)).toMatch(/^v1\./);
  });
});

describe('recovery codes', () => {
  it('come with the first second proof, ten of them, and work once each', async () => {
    const { account, app, browser } = await atSecondStep();
    expect(new Set(app.recoveryCodes).size).toBe(10);
    const [code = ''] = app.recoveryCodes;
    const proof = { kind: 'recovery_code', code: code.toLowerCase() };
    expect(await finish(browser, proof)).toMatchObject({ ok: true, recoveryCodesLeft: 9 });
    expect(await shop.mailsTo(account.email)).toContain('factor-changed');
    await shop.signIn(browser, account);
    expect(await finish(browser, proof)).toMatchObject({ code: 'wrong_proof' });
  });

  it('open for one of many who show one at once', async () => {
    const { account, app } = await atSecondStep();
    const browsers = await Promise.all(Array.from({ length: 5 }, () => shop.bff.browse()));
    for (const browser of browsers) await shop.signIn(browser, account);
    const proof = { kind: 'recovery_code', code: app.recoveryCodes[1] };
    const results = await Promise.all(browsers.map((browser) => finish(browser, proof)));
    expect(results.filter((result) => isOk(result))).toHaveLength(1);
  });

  it('are void when new ones are made', async () => {
    const { account, app, browser } = await atSecondStep();
    const owner = await shop.bff.browse(account);
    const made = (await owner.mutate('factor.renewRecoveryCodes')).data;
    const { recoveryCodes } = made as { recoveryCodes: string[] };
    const use = (code: string | undefined) => finish(browser, { kind: 'recovery_code', code });
    expect(await use(app.recoveryCodes[0])).toMatchObject({ code: 'wrong_proof' });
    expect(await use(recoveryCodes[0])).toMatchObject({ ok: true, recoveryCodesLeft: 9 });
    expect(await shop.auditOf(account.id)).toEqual([
      'account.factor_added',
      'account.recovery_codes_made',
      'account.recovery_code_used',
    ]);
  });
});

describe('a browser that is remembered', () => {
  async function remembered() {
    const made = await atSecondStep();
    await finish(made.browser, totp(shop.appCode(made.app.secret)), true);
    return made;
  }

  it('is spared the second step for thirty days', async () => {
    const { account, browser } = await remembered();
    await browser.mutate('identity.signOut');
    expect(await shop.signIn(browser, account)).toMatchObject({ code: 'signed_in' });
    const other = await shop.bff.browse();
    expect(await shop.signIn(other, account)).toMatchObject({ code: 'second_factor_required' });
    shop.clock.advance(30 * 86_400_000);
    expect(await shop.signIn(browser, account)).toMatchObject({ code: 'second_factor_required' });
  });

  it('is asked all the same before what asks for a fresh proof', async () => {
    const { account, browser } = await remembered();
    await shop.signIn(browser, account);
    expect((await browser.mutate('factor.beginTotp')).error).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is nobody else’s', async () => {
    const { browser } = await remembered();
    const other = await atSecondStep();
    expect(await shop.signIn(browser, other.account)).toMatchObject({ code: 'second_factor_required' });
  });

  it('is listed, and forgotten when its owner says so', async () => {
    const { account, browser } = await remembered();
    const overview = (await browser.query('factor.overview')).data;
    const { devices } = overview as { devices: { id: string; isCurrent: boolean }[] };
    expect(devices).toMatchObject([{ isCurrent: true }]);
    expect((await browser.mutate('factor.forgetDevice', { deviceId: devices[0]?.id })).status).toBe(200);
    expect(await shop.signIn(browser, account)).toMatchObject({ code: 'second_factor_required' });
  });

  it('is forgotten with a change of the password, and by signing out everywhere', async () => {
    const first = await remembered();
    const owner = await shop.bff.browse(first.account);
    await owner.mutate('session.endOthers');
    expect(await shop.signIn(first.browser, first.account)).toMatchObject({ code: 'second_factor_required' });

    const second = await remembered();
    const other = await shop.bff.browse(second.account);
    const newPassword = 'another walrus entirely';
    const input = { currentPassword: PASSWORD, newPassword };
    expect((await other.mutate('identity.changePassword', input)).data).toMatchObject({ code: 'changed' });
    expect(await shop.signIn(second.browser, second.account, newPassword)).toMatchObject({
      code: 'second_factor_required',
    });
  });
});
