import type { Account } from '@plaza/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FactorMarket, openFactorMarket } from '../../testing/factor-market.ts';
import type { TestBrowser } from '../../testing/start-test-bff.ts';
import { createVirtualPasskey } from '../../testing/virtual-passkey.ts';

let shop: FactorMarket;
beforeAll(async () => {
  shop = await openFactorMarket();
});
afterAll(() => shop.close());

async function withPasskey() {
  const account = await shop.addPerson();
  const owner = await shop.bff.browse(account);
  return { account, owner, ...(await shop.addPasskey(owner, account)) };
}
const challengeFor = async (browser: TestBrowser) =>
  shop.challengeOf((await browser.mutate('factor.beginPasskey')).data).challenge;
const signInWith = async (browser: TestBrowser, answer: object) =>
  (await browser.mutate('factor.finishPasskey', { answer })).data;
const unknown = { ok: false, code: 'unknown_passkey' };

describe('signing in with a passkey alone', () => {
  it('needs no name and no second step', async () => {
    const { account, passkey } = await withPasskey();
    const browser = await shop.bff.browse();
    const begun = (await browser.mutate('factor.beginPasskey')).data;
    expect(begun).toMatchObject({ options: { rpId: 'plaza.test', userVerification: 'required' } });
    expect(JSON.stringify(begun)).not.toContain(passkey.id);
    const { challenge } = shop.challengeOf(begun);
    expect(await signInWith(browser, passkey.answer({ challenge }))).toMatchObject({ code: 'signed_in' });
    expect(await shop.me(browser)).toMatchObject({ id: account.id });
  });

  it('takes an answer once, and one of many at once', async () => {
    const { passkey } = await withPasskey();
    const browser = await shop.bff.browse();
    const answer = passkey.answer({ challenge: await challengeFor(browser) });
    const results = await Promise.all(Array.from({ length: 5 }, () => signInWith(browser, answer)));
    expect(results.filter((result) => JSON.stringify(result).includes('signed_in'))).toHaveLength(1);
    expect(await signInWith(browser, answer)).toMatchObject(unknown);
  });

  it.each<[string, (account: Account) => object]>([
    ['another site', () => ({ origin: 'http://evil.test' })],
    ['another site’s name', () => ({ rpId: 'evil.test' })],
    ['a device that was not unlocked', () => ({ isVerified: false })],
    ['a copy, whose counter stands still', () => ({ counter: 1 })],
  ])('refuses the answer of %s', async (_what, change) => {
    const { account, passkey } = await withPasskey();
    const browser = await shop.bff.browse();
    await signInWith(browser, passkey.answer({ challenge: await challengeFor(browser) }));
    const answer = passkey.answer({ challenge: await challengeFor(browser), ...change(account) });
    expect(await signInWith(await shop.bff.browse(), answer)).toMatchObject(unknown);
  });

  it('refuses challenges that are too old, made up, or for another end', async () => {
    const { account, owner, passkey } = await withPasskey();
    const browser = await shop.bff.browse();
    const forgotten = await challengeFor(browser);
    shop.clock.advance(10 * 60_000 + 1);
    expect(await signInWith(browser, passkey.answer({ challenge: forgotten }))).toMatchObject(unknown);
    expect(await signInWith(browser, passkey.answer({ challenge: 'bWFkZSB1cA' }))).toMatchObject(unknown);
    await shop.signIn(browser, account);
    const second = shop.challengeOf((await browser.mutate('factor.beginSecond', { kind: 'passkey' })).data);
    expect(await signInWith(browser, passkey.answer(second))).toMatchObject(unknown);
    const stepUp = shop.challengeOf((await owner.mutate('factor.beginStepUp', { kind: 'passkey' })).data);
    expect(await signInWith(browser, passkey.answer(stepUp))).toMatchObject(unknown);
  });

  it('refuses a passkey that nobody has added, and one that says that it is another account’s', async () => {
    const { account, passkey } = await withPasskey();
    const browser = await shop.bff.browse();
    const strange = createVirtualPasskey(account.id);
    const challenge = await challengeFor(browser);
    expect(await signInWith(browser, strange.answer({ challenge }))).toMatchObject(unknown);
    const forged = passkey.answer({ challenge: await challengeFor(browser) });
    forged.response.userHandle = Buffer.from('somebody else').toString('base64url');
    expect(await signInWith(browser, forged)).toMatchObject(unknown);
  });

  it('says that a suspended account is', async () => {
    const { account, passkey } = await withPasskey();
    await shop.services.database.client`update account set status = 'suspended' where id = ${account.id}`;
    const browser = await shop.bff.browse();
    const answer = passkey.answer({ challenge: await challengeFor(browser) });
    expect(await signInWith(browser, answer)).toMatchObject({ ok: false, code: 'suspended' });
  });
});

describe('a passkey as the second step', () => {
  it('finishes a sign-in by password, and no other one', async () => {
    const { account, passkey } = await withPasskey();
    const [browser, other] = [await shop.bff.browse(), await shop.bff.browse()];
    await shop.signIn(browser, account);
    await shop.signIn(other, account);
    const begun = (await browser.mutate('factor.beginSecond', { kind: 'passkey' })).data;
    expect(begun).toMatchObject({ options: { allowCredentials: [{ id: passkey.id }] } });
    const proof = { kind: 'passkey', answer: passkey.answer(shop.challengeOf(begun)) };
    expect((await other.mutate('factor.finishSecond', { proof })).data).toMatchObject({
      code: 'wrong_proof',
    });
    expect((await browser.mutate('factor.finishSecond', { proof })).data).toMatchObject({
      code: 'signed_in',
    });
  });
});

describe('adding passkeys', () => {
  it('several, each with a name, and whether it survives the loss of its device', async () => {
    const { account, owner } = await withPasskey();
    await shop.addPasskey(owner, account);
    expect((await owner.query('factor.overview')).data).toMatchObject({
      factors: [
        { kind: 'passkey', label: 'Laptop', isBackedUp: true },
        { kind: 'passkey', label: 'Laptop', isBackedUp: true },
      ],
      recoveryCodesLeft: 10,
    });
    expect(await shop.auditOf(account.id)).toEqual(['account.factor_added', 'account.factor_added']);
  });

  it('takes no answer to a challenge that another browser, or another account, was given', async () => {
    const { account, owner } = await withPasskey();
    const other = await shop.bff.browse(await shop.addPerson());
    const { challenge } = shop.challengeOf((await owner.mutate('factor.beginAddPasskey')).data);
    const answer = createVirtualPasskey(account.id).create({ challenge });
    const added = await other.mutate('factor.addPasskey', { answer, label: 'Phone' });
    expect(added.data).toMatchObject({ ok: false, code: 'wrong_proof' });
  });
});
