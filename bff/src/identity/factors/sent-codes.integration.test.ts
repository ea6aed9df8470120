import type { Account } from '@plaza/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FactorMarket, openFactorMarket, otherThan } from '../../testing/factor-market.ts';
import { finish, isOk } from '../../testing/second-step.ts';
import type { TestBrowser } from '../../testing/start-test-bff.ts';

let shop: FactorMarket;
beforeAll(async () => {
  shop = await openFactorMarket();
});
afterAll(() => shop.close());

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
