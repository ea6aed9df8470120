import { MAX_CART_LINES, MAX_QUANTITY, newId } from '@plaza/contracts';
import { createTestDatabase, type TestDatabase } from '@plaza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADDRESS } from '../testing/address.ts';
import { fillCart } from '../testing/test-checkout.ts';
import { openTestMarket, TestClock, type TestMarket } from '../testing/test-market.ts';
import { adoptCart } from './public.ts';

let database: TestDatabase;
let market: TestMarket;
let seller: Awaited<ReturnType<TestMarket['addSeller']>>;

beforeAll(async () => {
  database = await createTestDatabase();
  market = await openTestMarket({ databaseUrl: database.url, clock: new TestClock() });
  seller = await market.addSeller();
});
afterAll(async () => {
  await market.services.close();
  await database.drop();
});

const addProduct = (input: { priceMinor?: number; onHand?: number } = {}) =>
  market.addProduct({ sellerId: seller.id, ...input });

describe('adding', () => {
  it('puts a line at the price of now into a cart that was not there before', async () => {
    const { variantId } = await addProduct({ priceMinor: 4_999, onHand: 7 });
    const buyer = market.visit(null, null);
    expect(await buyer.cart.get()).toMatchObject({ version: 0, itemCount: 0 });
    const result = await buyer.cart.addItem({ variantId, quantity: 2 });
    expect(result).toMatchObject({ ok: true, cart: { itemCount: 2, itemsMinor: 9_998, hasProblems: false } });
    expect(result.cart.groups[0]?.lines[0]).toMatchObject({ availableQuantity: 7, variantLabel: 'Black' });
    expect(await buyer.cart.get()).toEqual(result.cart);
  });

  it('adds up from twenty tabs at once, losing none', async () => {
    const { variantId } = await addProduct({ onHand: 50 });
    const buyer = market.visit();
    await Promise.all(Array.from({ length: 20 }, () => buyer.cart.addItem({ variantId, quantity: 1 })));
    expect(await buyer.cart.get()).toMatchObject({ itemCount: 20, version: 20 });
  });

  it('adds different items from several tabs at once, losing none', async () => {
    const products = await Promise.all(Array.from({ length: 8 }, () => addProduct()));
    const buyer = market.visit();
    await Promise.all(products.map(({ variantId }) => buyer.cart.addItem({ variantId, quantity: 1 })));
    expect(await buyer.cart.get()).toMatchObject({ itemCount: 8, version: 8 });
  });

  it('refuses more than there is, also bit by bit, and says how much is left', async () => {
    const { variantId } = await addProduct({ onHand: 3 });
    const buyer = market.visit();
    expect(await buyer.cart.addItem({ variantId, quantity: 4 })).toMatchObject({
      ok: false,
      code: 'not_enough_stock',
      message: 'Only 3 of this item are left.',
      cart: { itemCount: 0 },
    });
    await buyer.cart.addItem({ variantId, quantity: 2 });
    expect(await buyer.cart.addItem({ variantId, quantity: 2 })).toMatchObject({
      ok: false,
      code: 'not_enough_stock',
      cart: { itemCount: 2 },
    });
  });

  it(`refuses more than ${MAX_QUANTITY} of one item`, async () => {
    const { variantId } = await addProduct({ onHand: 500 });
    const buyer = market.visit();
    await buyer.cart.addItem({ variantId, quantity: 60 });
    expect(await buyer.cart.addItem({ variantId, quantity: 40 })).toMatchObject({
      ok: false,
      code: 'too_many_of_one',
      cart: { itemCount: 60 },
    });
  });

  it(`refuses more than ${MAX_CART_LINES} lines, but still adds to those that are there`, async () => {
    const products = await Promise.all(Array.from({ length: MAX_CART_LINES + 1 }, () => addProduct()));
    const buyer = market.visit();
    const results = [];
    for (const { variantId } of products) results.push(await buyer.cart.addItem({ variantId }));
    expect(results.filter((result) => result.ok)).toHaveLength(MAX_CART_LINES);
    expect(results.at(-1)).toMatchObject({ ok: false, code: 'too_many_lines' });
    const first = products[0]?.variantId ?? '';
    expect(await buyer.cart.addItem({ variantId: first })).toMatchObject({ ok: true });
  });

  it('finds nothing that is unknown or not published', async () => {
    const { productId, variantId } = await addProduct();
    await market.setStatus(productId, 'draft');
    const buyer = market.visit();
    for (const id of [variantId, newId()]) {
      expect(await buyer.cart.addItem({ variantId: id })).toMatchObject({ ok: false, code: 'not_found' });
    }
  });

  it.each([-1, 0, 1.5, MAX_QUANTITY + 1, 1e15, Number.NaN])('refuses a quantity of %s', async (quantity) => {
    const { variantId } = await addProduct();
    await expect(market.visit().cart.addItem({ variantId, quantity })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });
});

describe('setting a quantity', () => {
  it('sets, lowers and removes', async () => {
    const { variantId } = await addProduct({ onHand: 5 });
    const buyer = market.visit();
    await buyer.cart.addItem({ variantId, quantity: 1 });
    expect(await buyer.cart.setQuantity({ variantId, quantity: 5 })).toMatchObject({
      ok: true,
      cart: { itemCount: 5 },
    });
    expect(await buyer.cart.setQuantity({ variantId, quantity: 2 })).toMatchObject({
      ok: true,
      cart: { itemCount: 2 },
    });
    expect(await buyer.cart.setQuantity({ variantId, quantity: 0 })).toMatchObject({
      ok: true,
      cart: { itemCount: 0, groups: [], version: 4 },
    });
  });

  it('refuses more than there is, and lets a line shrink towards what is left', async () => {
    const { variantId } = await addProduct({ onHand: 5 });
    const buyer = market.visit();
    await buyer.cart.addItem({ variantId, quantity: 5 });
    await market.setOnHand(variantId, 2);
    expect(await buyer.cart.setQuantity({ variantId, quantity: 6 })).toMatchObject({
      ok: false,
      code: 'not_enough_stock',
    });
    expect(await buyer.cart.setQuantity({ variantId, quantity: 3 })).toMatchObject({ ok: true });
    expect(await buyer.cart.setQuantity({ variantId, quantity: 2 })).toMatchObject({
      ok: true,
      cart: { hasProblems: false },
    });
  });

  it('touches no line that is not in the own cart', async () => {
    const { variantId } = await addProduct();
    const [owner, stranger] = [market.visit(), market.visit()];
    await owner.cart.addItem({ variantId, quantity: 2 });
    expect(await stranger.cart.setQuantity({ variantId, quantity: 0 })).toMatchObject({
      ok: false,
      code: 'not_found',
    });
    expect(await owner.cart.get()).toMatchObject({ itemCount: 2 });
  });

  it('refuses a negative quantity', async () => {
    await expect(market.visit().cart.setQuantity({ variantId: newId(), quantity: -1 })).rejects.toMatchObject(
      {
        code: 'BAD_REQUEST',
      },
    );
  });
});

describe('what changes behind the buyer', () => {
  it('is shown: a price, until the buyer goes on with it', async () => {
    const { variantId } = await addProduct({ priceMinor: 1_000 });
    const buyer = market.visit();
    await buyer.cart.addItem({ variantId });
    await market.setPrice(variantId, 1_200);
    const cart = await buyer.cart.get();
    expect(cart).toMatchObject({ hasProblems: true, itemsMinor: 1_200 });
    expect(cart.groups[0]?.lines[0]?.problem).toEqual({ code: 'price_changed', previousPriceMinor: 1_000 });
    expect(await buyer.cart.acceptPrices()).toMatchObject({ hasProblems: false, itemsMinor: 1_200 });
  });

  it('is shown: stock that others took', async () => {
    const { variantId } = await addProduct({ onHand: 3 });
    const buyer = market.visit();
    await buyer.cart.addItem({ variantId, quantity: 3 });
    await market.setOnHand(variantId, 1);
    const line = (await buyer.cart.get()).groups[0]?.lines[0];
    expect(line?.problem).toEqual({ code: 'not_enough_stock', availableQuantity: 1 });
  });

  it('is shown: an item that is not sold any more, or whose variant was deleted', async () => {
    const [hidden, deleted] = [await addProduct(), await addProduct()];
    const buyer = market.visit();
    await buyer.cart.addItem({ variantId: hidden.variantId });
    await buyer.cart.addItem({ variantId: deleted.variantId });
    await market.setStatus(hidden.productId, 'hidden');
    await market.services.database.client`delete from variant where id = ${deleted.variantId}`;
    const cart = await buyer.cart.get();
    expect(cart).toMatchObject({ hasProblems: true, itemCount: 2, totalMinor: 0 });
    expect(cart.groups[0]?.lines.map((line) => line.problem)).toEqual([
      { code: 'unavailable' },
      { code: 'unavailable' },
    ]);
    await buyer.cart.setQuantity({ variantId: deleted.variantId, quantity: 0 });
    expect(await buyer.cart.get()).toMatchObject({ itemCount: 1 });
  });
});

describe('delivery and shipping', () => {
  it('price each seller by distance and speed, standard unless chosen otherwise', async () => {
    const far = await market.addSeller('JP');
    const [near, away] = [await addProduct(), await market.addProduct({ sellerId: far.id })];
    const buyer = market.visit();
    const cart = await fillCart(buyer, [near, away]);
    expect(cart.groups.map((group) => [group.shippingSpeed, group.shippingMinor])).toEqual([
      ['standard', 495],
      ['standard', 1_995],
    ]);
    expect(await buyer.cart.setShipping({ sellerId: far.id, speed: 'express' })).toMatchObject({
      shippingMinor: 495 + 4_495,
    });
    expect(await buyer.cart.setShipping({ sellerId: newId(), speed: 'express' })).toMatchObject({
      shippingMinor: 495 + 4_495,
    });
  });

  it('keep the address before anything is in the cart', async () => {
    const buyer = market.visit();
    const cart = await buyer.cart.setDelivery({ email: ' Ada@Plaza.Test ', address: ADDRESS });
    expect(cart).toMatchObject({ email: 'ada@plaza.test', address: ADDRESS, totalMinor: 0 });
  });
});

describe('signing in', () => {
  const signIn = async (hash: string) => {
    const account = await market.addAccount('Ada');
    return {
      account,
      adopt: () => adoptCart(market.services, { accountId: account.id, cartTokenHash: hash }),
    };
  };

  it('takes the guest cart along, and leaves none behind', async () => {
    const { variantId } = await addProduct();
    const guest = market.visit(null, 'guest-1');
    await fillCart(guest, [{ variantId, quantity: 2 }]);
    const { account, adopt } = await signIn('guest-1');
    await adopt();
    expect(await market.visit(account, 'guest-1').cart.get()).toMatchObject({
      itemCount: 2,
      email: 'ada@plaza.test',
    });
    expect(await guest.cart.get()).toMatchObject({ itemCount: 0 });
  });

  it('adds up what is in both, up to the most of one item, once', async () => {
    const [shared, own] = [await addProduct({ onHand: 500 }), await addProduct()];
    const { account, adopt } = await signIn('guest-2');
    const member = market.visit(account, 'guest-2');
    await member.cart.addItem({ variantId: shared.variantId, quantity: 60 });
    const guest = market.visit(null, 'guest-2');
    await guest.cart.addItem({ variantId: shared.variantId, quantity: 60 });
    await guest.cart.addItem({ variantId: own.variantId, quantity: 1 });
    await Promise.all([adopt(), adopt()]);
    expect(await member.cart.get()).toMatchObject({ itemCount: MAX_QUANTITY + 1 });
  });

  it('is nothing for a browser without a cart', async () => {
    const { account, adopt } = await signIn('guest-3');
    await adopt();
    expect(await market.visit(account).cart.get()).toMatchObject({ itemCount: 0 });
  });
});
