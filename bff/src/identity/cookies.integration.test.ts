import { createTestDatabase, type TestDatabase } from '@plaza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPeople, PASSWORD } from '../testing/people-with-passwords.ts';
import { startTestBff, type TestBff } from '../testing/start-test-bff.ts';
import { openTestMarket, TestClock, type TestMarket } from '../testing/test-market.ts';

let database: TestDatabase;
let market: TestMarket;
let bff: TestBff;

beforeAll(async () => {
  database = await createTestDatabase();
  market = await openTestMarket({ databaseUrl: database.url, clock: new TestClock() });
  const env = { ...market.services.env, PUBLIC_URL: 'https://plaza.test' };
  bff = await startTestBff({ ...market.services, env });
});
afterAll(async () => {
  await bff.close();
  await database.drop();
});

describe('where people come by https', () => {
  it('every cookie is for this very host, and none by a plain name is read', async () => {
    const { email } = await (await createPeople(market))();
    const product = await market.addProduct({ sellerId: (await market.addSeller()).id });
    const browser = await bff.browse();
    const guest = await browser.mutate('cart.addItem', { variantId: product.variantId, quantity: 1 });
    const signedIn = await browser.mutate('identity.signIn', { email, password: PASSWORD });
    const set = [guest, signedIn].flatMap(({ headers }) => headers.getSetCookie());
    expect(set.map((header) => header.split('=')[0])).toEqual([
      '__Host-plaza_cart',
      '__Host-plaza_session',
      '__Host-plaza_browser',
    ]);
    for (const header of set) {
      expect(header).toMatch(/; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/);
      expect(header).not.toMatch(/Domain=/i);
    }
    expect((await browser.query('identity.me')).data).toMatchObject({ email });

    const planted = await bff.browse();
    planted.cookies.set('plaza_session', browser.cookies.get('__Host-plaza_session') ?? '');
    expect((await planted.query('identity.me')).data).toBeNull();
  });
});
