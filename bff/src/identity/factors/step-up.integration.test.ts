import { type Account, newId } from '@plaza/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FactorMarket, openFactorMarket, otherThan, PASSWORD } from '../../testing/factor-market.ts';
import type { TestBrowser } from '../../testing/start-test-bff.ts';

let shop: FactorMarket;
beforeAll(async () => {
  shop = await openFactorMarket();
});
afterAll(() => shop.close());

const NOT_FRESH_MS = 10 * 60_000 + 1;
const offers = async (browser: TestBrowser) => (await browser.query('factor.stepUp')).data;
const prove = async (browser: TestBrowser, proof: object, password?: string) =>
  (await browser.mutate('factor.proveAgain', { proof, password })).data;
const mayChange = async (browser: TestBrowser) => (await browser.mutate('factor.beginTotp')).status === 200;

describe('showing anew who one is', () => {
  it('is asked ten minutes after the last proof; the session goes on under a new token', async () => {
    const browser = await shop.bff.browse(await shop.addPerson());
    expect(await mayChange(browser)).toBe(true);
    shop.clock.advance(NOT_FRESH_MS);
    const refused = await browser.send('/api/trpc/factor.beginTotp', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(await refused.json()).toMatchObject({ error: { data: { reason: 'step_up_required' } } });
    expect(await offers(browser)).toEqual({
      offers: [{ kind: 'password', hint: null }],
      withPassword: false,
    });
    const before = browser.cookies.get('plaza_session') ?? '';
    expect(await prove(browser, { kind: 'password', password: 'not this one' })).toMatchObject({
      code: 'wrong_proof',
    });
    expect(await mayChange(browser)).toBe(false);
    expect(await prove(browser, { kind: 'password', password: PASSWORD })).toMatchObject({ code: 'proved' });
    expect(await mayChange(browser)).toBe(true);
    expect(browser.cookies.get('plaza_session')).not.toBe(before);
    const thief = await shop.bff.browse();
    thief.cookies.set('plaza_session', before);
    expect(await shop.me(thief)).toBeNull();
  });

  it('takes the strongest that the account has, and nothing below it', async () => {
    const account = await shop.addPerson();
    const browser = await shop.bff.browse(account);
    await browser.mutate('factor.addEmail');
    expect(await offers(browser)).toMatchObject({
      offers: [{ kind: 'recovery_code' }, { kind: 'email_code' }],
    });
    const { secret } = await shop.addTotp(browser);
    expect(await offers(browser)).toMatchObject({ offers: [{ kind: 'totp' }, { kind: 'recovery_code' }] });
    expect((await browser.mutate('factor.beginStepUp', { kind: 'email_code' })).data).toMatchObject({
      code: 'not_offered',
    });
    expect(await prove(browser, { kind: 'password', password: PASSWORD })).toMatchObject({
      code: 'not_offered',
    });
    shop.clock.advance(NOT_FRESH_MS);
    const code = shop.appCode(secret);
    expect(await prove(browser, { kind: 'totp', code: otherThan(code) }, PASSWORD)).toMatchObject({
      code: 'wrong_proof',
    });
    expect(await prove(browser, { kind: 'totp', code }, PASSWORD)).toMatchObject({ code: 'proved' });
    expect(await prove(browser, { kind: 'totp', code }, PASSWORD)).toMatchObject({ code: 'wrong_proof' });
  });

  it.each(['totp', 'recovery_code'])(
    'takes the password beside a %s, and uses none up without it',
    async (kind) => {
      const account = await shop.addPerson();
      const browser = await shop.bff.browse(account);
      const { secret, recoveryCodes } = await shop.addTotp(browser);
      expect(await offers(browser)).toMatchObject({ withPassword: true });
      shop.clock.advance(NOT_FRESH_MS);
      const proof = { kind, code: kind === 'totp' ? shop.appCode(secret) : recoveryCodes[0] };
      for (const password of [undefined, 'not this one'])
        expect(await prove(browser, proof, password)).toMatchObject({
          code: 'wrong_proof',
          message: 'This is not your password.',
        });
      expect(await mayChange(browser)).toBe(false);
      expect(await prove(browser, proof, PASSWORD)).toMatchObject({ code: 'proved' });
      expect(await mayChange(browser)).toBe(true);
    },
  );

  it('takes the code alone where there is no password', async () => {
    const account = await withoutPassword();
    const browser = await shop.bff.browse(account);
    const { secret } = await shop.addTotp(browser);
    expect(await offers(browser)).toMatchObject({ withPassword: false });
    expect(await prove(browser, { kind: 'totp', code: shop.appCode(secret) })).toMatchObject({
      code: 'proved',
    });
  });

  it('takes a passkey that answers this session', async () => {
    const account = await shop.addPerson();
    const [browser, other] = [await shop.bff.browse(account), await shop.bff.browse(account)];
    const { passkey } = await shop.addPasskey(browser, account);
    const begun = (await browser.mutate('factor.beginStepUp', { kind: 'passkey' })).data;
    const proof = { kind: 'passkey', answer: passkey.answer(shop.challengeOf(begun)) };
    expect(await prove(other, proof)).toMatchObject({ code: 'wrong_proof' });
    expect(await prove(browser, proof)).toMatchObject({ code: 'proved' });
  });

  it('sends a code by mail to somebody who has nothing but a provider', async () => {
    const account = await withoutPassword();
    const browser = await shop.bff.browse(account);
    expect(await offers(browser)).toMatchObject({ offers: [{ kind: 'email_code' }] });
    expect((await browser.mutate('factor.beginStepUp', { kind: 'email_code' })).data).toMatchObject({
      code: 'sent',
    });
    const [code = ''] = await shop.mailedCodes(account.email);
    expect(await prove(browser, { kind: 'email_code', code })).toMatchObject({ code: 'proved' });
    expect(await prove(browser, { kind: 'email_code', code })).toMatchObject({ code: 'wrong_proof' });
  });

  it('bears so many wrong passwords in an hour, then waits', async () => {
    const browser = await shop.bff.browse(await shop.addPerson());
    let last: unknown;
    for (let at = 0; at < 21; at += 1)
      last = await prove(browser, { kind: 'password', password: `wrong ${at}` });
    expect(last).toMatchObject({ code: 'too_many_attempts' });
  });
});

async function withoutPassword(): Promise<Account> {
  const account = await shop.addPerson();
  const { client } = shop.services.database;
  await client`update account set password_hash = null where id = ${account.id}`;
  await client`
    insert into social_identity (id, provider, subject, account_id, linked_at) values (${newId()}, 'google', ${account.id}, ${account.id}, now())`;
  return account;
}

describe('changing what an account is confirmed by', () => {
  it('is no fresh proof: what was set up does not lengthen the ten minutes', async () => {
    const browser = await shop.bff.browse(await shop.addPerson());
    shop.clock.advance(NOT_FRESH_MS - 60_000);
    await shop.addTotp(browser);
    expect(await mayChange(browser)).toBe(true);
    shop.clock.advance(60_000);
    expect(await mayChange(browser)).toBe(false);
  });

  it('tells the owner, is written down, and gives the browser a new token', async () => {
    const account = await shop.addPerson();
    const browser = await shop.bff.browse(account);
    const before = browser.cookies.get('plaza_session');
    const { factorId } = await shop.addTotp(browser);
    expect(browser.cookies.get('plaza_session')).not.toBe(before);
    expect((await browser.mutate('factor.rename', { factorId, label: 'Old phone' })).status).toBe(200);
    expect((await browser.mutate('factor.remove', { factorId })).data).toMatchObject({ code: 'removed' });
    expect(await shop.mailsTo(account.email)).toEqual(['factor-changed', 'factor-changed']);
    expect(await shop.auditOf(account.id)).toEqual(['account.factor_added', 'account.factor_removed']);
    const overview = (await browser.query('factor.overview')).data;
    expect(overview).toMatchObject({ factors: [], recoveryCodesLeft: null, hasPassword: true });
    const other = await shop.bff.browse();
    expect(await shop.signIn(other, account)).toMatchObject({ code: 'signed_in' });
  });

  it('keeps a passkey that is the only way to sign in', async () => {
    const account = await shop.addPerson();
    const browser = await shop.bff.browse(account);
    const { factorId } = await shop.addPasskey(browser, account);
    await shop.services.database.client`update account set password_hash = null where id = ${account.id}`;
    const refused = (await browser.mutate('factor.remove', { factorId })).data;
    expect(refused).toMatchObject({ ok: false, code: 'last_way' });
  });

  it('leaves no number without something stronger, however it is tried at once', async () => {
    const account = await shop.addPerson();
    const browser = await shop.bff.browse(account);
    const [first, second] = [await shop.addTotp(browser), await shop.addTotp(browser)];
    const phone = '+15550102031';
    const begun = (await browser.mutate('factor.beginPhone', { phone })).data as { factorId: string };
    const code = shop.sms.messagesTo(phone)[0]?.text.slice(0, 6);
    await browser.mutate('factor.confirmPhone', { factorId: begun.factorId, code });
    const sessions = [await shop.bff.browse(account), await shop.bff.browse(account)];
    const results = await Promise.all(
      [first, second].map(({ factorId }, at) => sessions[at]?.mutate('factor.remove', { factorId })),
    );
    const codes = results.map((result) => JSON.stringify(result?.data));
    expect(codes.filter((text) => text?.includes('"removed"'))).toHaveLength(1);
    expect(codes.filter((text) => text?.includes('"sms_needs_stronger"'))).toHaveLength(1);
  });
});

describe('changing the password', () => {
  const newPassword = 'another walrus entirely';

  it('asks for the current one, signs every other browser out, tells and writes it down', async () => {
    const account = await shop.addPerson();
    const [browser, other] = [await shop.bff.browse(account), await shop.bff.browse(account)];
    const wrong = await browser.mutate('identity.changePassword', { currentPassword: 'no', newPassword });
    expect(wrong.data).toMatchObject({ ok: false, code: 'wrong_password' });
    const none = await browser.mutate('identity.changePassword', { newPassword });
    expect(none.data).toMatchObject({ ok: false, code: 'wrong_password' });
    const input = { currentPassword: PASSWORD, newPassword };
    const before = browser.cookies.get('plaza_session');
    const changed = await browser.mutate('identity.changePassword', input);
    expect(changed.data).toEqual({ ok: true, code: 'changed', endedCount: 1 });
    expect(browser.cookies.get('plaza_session')).not.toBe(before);
    expect(await shop.me(browser)).toMatchObject({ id: account.id });
    expect(await shop.me(other)).toBeNull();
    expect(await shop.mailsTo(account.email)).toEqual(['password-changed']);
    expect(await shop.auditOf(account.id)).toEqual(['account.password_changed']);
    expect(await shop.signIn(other, account)).toMatchObject({ code: 'wrong_credentials' });
    expect(await shop.signIn(other, account, newPassword)).toMatchObject({ code: 'signed_in' });
  });

  it('refuses what is foreseeable, and is not done with an old proof', async () => {
    const account = await shop.addPerson();
    const browser = await shop.bff.browse(account);
    const weak = { currentPassword: PASSWORD, newPassword: 'password1234' };
    expect((await browser.mutate('identity.changePassword', weak)).data).toMatchObject({
      code: 'weak_password',
    });
    shop.clock.advance(NOT_FRESH_MS);
    const late = await browser.mutate('identity.changePassword', { currentPassword: PASSWORD, newPassword });
    expect(late.error).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('sets a first one for somebody who came by a provider', async () => {
    const account = await withoutPassword();
    const browser = await shop.bff.browse(account);
    const set = await browser.mutate('identity.changePassword', { newPassword });
    expect(set.data).toMatchObject({ code: 'changed' });
    expect(await shop.signIn(await shop.bff.browse(), account, newPassword)).toMatchObject({
      code: 'signed_in',
    });
  });
});
