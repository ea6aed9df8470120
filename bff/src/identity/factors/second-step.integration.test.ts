import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FactorMarket, openFactorMarket, otherThan, STEP_MS } from '../../testing/factor-market.ts';
import { atSecondStep, finish, isOk, totp } from '../../testing/second-step.ts';
import { createTestVisitor } from '../../testing/test-visitor.ts';
import { findAccount } from '../account.repository.ts';
import { finishFirstFactor } from '../finish-first-factor.ts';

let shop: FactorMarket;
beforeAll(async () => {
  shop = await openFactorMarket();
});
afterAll(() => shop.close());

describe('signing in with a second step', () => {
  it('by password is not done before a code of the app was shown', async () => {
    const { account, app, browser, first } = await atSecondStep(shop);
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
    const { account } = await atSecondStep(shop);
    const record = await findAccount(shop.services.database.client, account.id);
    if (!record) throw new Error('There is no account.');
    const visitor = createTestVisitor(null, null);
    const result = await finishFirstFactor({ services: shop.services, visitor }, record, method);
    expect(result).toMatchObject({ ok: false, code: 'second_factor_required' });
  });

  it('takes a code once, whoever shows it again', async () => {
    const { account, app, browser } = await atSecondStep(shop);
    const code = shop.appCode(app.secret);
    expect(await finish(browser, totp(code))).toMatchObject({ ok: true });
    const other = await shop.bff.browse();
    await shop.signIn(other, account);
    expect(await finish(other, totp(code))).toMatchObject({ ok: false, code: 'wrong_proof' });
    shop.clock.advance(STEP_MS);
    expect(await finish(other, totp(shop.appCode(app.secret)))).toMatchObject({ ok: true });
  });

  it('takes no code of a step before the one that was used', async () => {
    const { account, app, browser } = await atSecondStep(shop);
    const older = shop.appCode(app.secret);
    expect(await finish(browser, totp(shop.appCode(app.secret, STEP_MS)))).toMatchObject({ ok: true });
    const other = await shop.bff.browse();
    await shop.signIn(other, account);
    expect(await finish(other, totp(older))).toMatchObject({ ok: false, code: 'wrong_proof' });
  });

  it('lets one in of many who show one code at once', async () => {
    const { account, app } = await atSecondStep(shop);
    const browsers = await Promise.all(Array.from({ length: 6 }, () => shop.bff.browse()));
    for (const browser of browsers) await shop.signIn(browser, account);
    const code = shop.appCode(app.secret);
    const results = await Promise.all(browsers.map((browser) => finish(browser, totp(code))));
    expect(results.filter((result) => isOk(result))).toHaveLength(1);
  });

  it('is over after five wrong proofs: even the right one comes too late', async () => {
    const { app, browser } = await atSecondStep(shop);
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
    const { account, app } = await atSecondStep(shop);
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
    const { app, browser } = await atSecondStep(shop);
    const stranger = await shop.bff.browse();
    expect(await finish(stranger, totp(shop.appCode(app.secret)))).toMatchObject({ code: 'challenge_over' });
    shop.clock.advance(10 * 60_000 + 1);
    expect(await finish(browser, totp(shop.appCode(app.secret)))).toMatchObject({ code: 'challenge_over' });
    expect((await browser.query('factor.second')).data).toBeNull();
  });

  it("does not take somebody else's proof", async () => {
    const { browser } = await atSecondStep(shop);
    const other = await atSecondStep(shop);
    const code = shop.appCode(other.app.secret);
    expect(await finish(browser, totp(code))).toMatchObject({ code: 'wrong_proof' });
    const recovery = { kind: 'recovery_code', code: other.app.recoveryCodes[0] };
    expect(await finish(browser, recovery)).toMatchObject({ code: 'wrong_proof' });
    expect(await finish(other.browser, totp(code))).toMatchObject({ ok: true });
  });
});
