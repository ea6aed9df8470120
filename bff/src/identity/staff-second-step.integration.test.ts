import type { Account, AuthMethod } from '@plaza/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FactorMarket, openFactorMarket } from '../testing/factor-market.ts';
import { atSecondStep, finish, totp } from '../testing/second-step.ts';
import { startTestBff, type TestBrowser } from '../testing/start-test-bff.ts';

let shop: FactorMarket;
beforeAll(async () => {
  shop = await openFactorMarket();
});
afterAll(() => shop.close());

async function addStaff(role: 'support' | 'admin'): Promise<Account> {
  const { id } = await shop.addPerson();
  await shop.services.database.client`update account set roles = array['buyer', ${role}] where id = ${id}`;
  return shop.market.readAccount(id);
}

const lookAtPeople = async (browser: TestBrowser) => {
  const { status, error } = await browser.query('people.figures');
  return error?.reason ?? status;
};

describe('staff', () => {
  it.each(['support', 'admin'] as const)(
    '(%s) who have no second step are told to set one up, which counts at once',
    async (role) => {
      const browser = await shop.bff.browse();
      expect(await shop.signIn(browser, await addStaff(role))).toMatchObject({ code: 'signed_in' });
      expect(await lookAtPeople(browser)).toBe('second_step_required');
      await shop.addTotp(browser);
      expect(await lookAtPeople(browser)).toBe(200);
    },
  );

  it.each<[AuthMethod[], string | number]>([
    [['password'], 'second_step_required'],
    [['google'], 'second_step_required'],
    [['password', 'email_code'], 'second_step_required'],
    [['password', 'sms_code'], 'second_step_required'],
    [['password', 'remembered_device'], 'second_step_required'],
    [['password', 'totp'], 200],
    [['password', 'recovery_code'], 200],
    [['passkey'], 200],
  ])('who have shown %j are answered %s', async (methods, answer) => {
    const browser = await shop.bff.browse(await addStaff('admin'), methods);
    expect(await lookAtPeople(browser)).toBe(answer);
  });

  it('are asked for it in a browser that is remembered, too', async () => {
    const { browser, app, account } = await atSecondStep(shop);
    await finish(browser, totp(shop.appCode(app.secret)), true);
    await browser.mutate('identity.signOut');
    expect(await shop.signIn(browser, account)).toMatchObject({ code: 'signed_in' });
    await browser.mutate('identity.signOut');
    await shop.services.database.client`update account set roles = '{buyer,admin}' where id = ${account.id}`;
    expect(await shop.signIn(browser, account)).toMatchObject({ code: 'second_factor_required' });
  });

  it('need none where the market says so', async () => {
    const { services } = shop;
    const demo = await startTestBff({
      ...services,
      env: { ...services.env, STAFF_SECOND_STEP: 'optional' },
      close: () => Promise.resolve(),
    });
    const admin = await addStaff('admin');
    expect(await lookAtPeople(await demo.browse(admin, undefined, ['password']))).toBe(200);
    await demo.close();
  });
});
