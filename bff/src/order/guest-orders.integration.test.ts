import { createTestDatabase, createTestStripe, type TestDatabase, type TestStripe } from '@plaza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADDRESS } from '../testing/address.ts';
import { mailedToken } from '../testing/mailed-link.ts';
import { registerIn, signUpIn } from '../testing/register.ts';
import { startTestBff, type TestBff, type TestBrowser } from '../testing/start-test-bff.ts';
import { fillCart, openPage, place } from '../testing/test-checkout.ts';
import { openTestMarket, TestClock, type TestMarket } from '../testing/test-market.ts';

let database: TestDatabase;
let stripe: TestStripe;
let market: TestMarket;
let bff: TestBff;

beforeAll(async () => {
  const clock = new TestClock();
  [database, stripe] = await Promise.all([
    createTestDatabase(),
    createTestStripe({ clock: () => clock.now().getTime() }),
  ]);
  market = await openTestMarket({ databaseUrl: database.url, clock, stripe });
  bff = await startTestBff(market.services);
});
afterAll(async () => {
  await bff.close();
  await Promise.all([database.drop(), stripe.drop()]);
});

const PASSWORD = 'correct horse battery';
const newEmail = () => `${crypto.randomUUID()}@plaza.test`;
const person = (email: string) => ({ email, password: PASSWORD, displayName: 'Ada L.' });
const signIn = (browser: TestBrowser, email: string) =>
  browser.mutate('identity.signIn', { email, password: PASSWORD });
const ordersOf = async (browser: TestBrowser) => (await browser.query('order.list', {})).data;

/** Orders with an address that anybody could have typed in, and pays unless told not to. */
async function orderAsGuest(email: string, { isPaid = true, idempotencyKey = crypto.randomUUID() } = {}) {
  const seller = await market.addSeller();
  const { variantId } = await market.addProduct({ sellerId: seller.id });
  const guest = market.visit();
  await fillCart(guest, [{ variantId }]);
  await guest.cart.setDelivery({ email, address: ADDRESS });
  const placed = await place(guest, idempotencyKey);
  if (!placed.ok) throw new Error(placed.message);
  const { orderId } = placed;
  if (isPaid) {
    await stripe.pay(await openPage(market, guest, orderId));
    await guest.payment.settle({ orderId });
  }
  return { guest, orderId };
}

describe('what was bought without an account', () => {
  it('is the account of that address as soon as the address is verified, and not before', async () => {
    const email = newEmail();
    const { guest, orderId } = await orderAsGuest(email);
    const browser = await bff.browse();
    await signUpIn(browser, person(email));
    expect((await signIn(browser, email)).data).toMatchObject({ ok: true });
    expect(await ordersOf(browser)).toMatchObject({ total: 0 });
    expect(await guest.order.get({ orderId })).toMatchObject({ status: 'paid' });

    const token = await mailedToken(market.services, email, 'verify-address');
    await browser.mutate('verification.verify', { token });
    expect(await ordersOf(browser)).toMatchObject({ total: 1, items: [{ id: orderId }] });
    await expect(guest.order.get({ orderId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('comes along with the next sign-in to an account that is verified already', async () => {
    const email = newEmail();
    await registerIn(market.services, await bff.browse(), person(email));
    const { orderId } = await orderAsGuest(email);
    const browser = await bff.browse();
    await signIn(browser, email);
    expect(await ordersOf(browser)).toMatchObject({ total: 1, items: [{ id: orderId }] });
  });

  it('is nobody else’s, and what was never paid is not taken for theirs', async () => {
    const email = newEmail();
    await orderAsGuest(newEmail());
    await orderAsGuest(email, { isPaid: false });
    const browser = await bff.browse();
    await registerIn(market.services, browser, person(email));
    expect(await ordersOf(browser)).toMatchObject({ total: 0 });
  });

  it('comes along whatever keys strangers chose for their attempts', async () => {
    const email = newEmail();
    const idempotencyKey = crypto.randomUUID();
    await orderAsGuest(email, { idempotencyKey });
    await orderAsGuest(email, { idempotencyKey });
    const browser = await bff.browse();
    await registerIn(market.services, browser, person(email));
    expect(await ordersOf(browser)).toMatchObject({ total: 2 });
  });
});
