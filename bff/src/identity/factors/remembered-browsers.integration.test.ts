import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FactorMarket, openFactorMarket, PASSWORD } from '../../testing/factor-market.ts';
import { atSecondStep, finish, totp } from '../../testing/second-step.ts';

let shop: FactorMarket;
beforeAll(async () => {
  shop = await openFactorMarket();
});
afterAll(() => shop.close());

describe('a browser that is remembered', () => {
  async function remembered() {
    const made = await atSecondStep(shop);
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
    const other = await atSecondStep(shop);
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
