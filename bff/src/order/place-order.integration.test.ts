import { newId } from '@plaza/contracts';
import { createTestDatabase, type TestDatabase } from '@plaza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillCart, mustPlace, place } from '../testing/test-checkout.ts';
import { openTestMarket, RESERVATION_MS, TestClock, type TestMarket } from '../testing/test-market.ts';
import { expireOrders } from './expire-orders.ts';

let database: TestDatabase;
let market: TestMarket;
let clock: TestClock;
let seller: Awaited<ReturnType<TestMarket['addSeller']>>;

beforeAll(async () => {
  database = await createTestDatabase();
  clock = new TestClock();
  market = await openTestMarket({ databaseUrl: database.url, clock });
  seller = await market.addSeller();
});
afterAll(async () => {
  await market.services.close();
  await database.drop();
});

const addProduct = (input: { priceMinor?: number; onHand?: number } = {}) =>
  market.addProduct({ sellerId: seller.id, ...input });
const newBuyers = (count: number) => Array.from({ length: count }, () => market.visit());

describe('placing an order', () => {
  it('splits it by seller, keeps the stock and tells the pipeline', async () => {
    const other = await market.addSeller('DE');
    const [one, two] = [
      await addProduct({ priceMinor: 1_000 }),
      await market.addProduct({ sellerId: other.id, priceMinor: 500 }),
    ];
    const buyer = market.visit();
    const cart = await fillCart(buyer, [{ ...one, quantity: 2 }, two]);
    const result = await place(buyer);
    expect(result).toMatchObject({ ok: true, totalMinor: 2_000 + 495 + 500 + 1_995 });
    if (!result.ok) return;
    const order = await buyer.order.get({ orderId: result.orderId });
    expect(order).toMatchObject({
      status: 'pending_payment',
      totalMinor: cart.totalMinor,
      number: result.orderNumber,
    });
    expect(order.sellerOrders.map((part) => [part.seller.id, part.totalMinor, part.canCancel])).toEqual([
      [seller.id, 2_495, true],
      [other.id, 2_495, true],
    ]);
    expect(await market.stockOf(one.variantId)).toEqual({ onHand: 10, reserved: 2 });
    expect(await market.factsOf(order.id)).toMatchObject([{ type: 'order.placed' }]);
    expect(await buyer.cart.get()).toMatchObject({ itemCount: 3, hasProblems: false });
  });

  it('answers the same order for the same key, at once and later', async () => {
    const product = await addProduct();
    const buyer = market.visit();
    await fillCart(buyer, [product]);
    const key = crypto.randomUUID();
    const results = await Promise.all(Array.from({ length: 8 }, () => place(buyer, key)));
    expect(new Set(results.map((result) => result.ok && result.orderId)).size).toBe(1);
    expect(results[0]).toMatchObject({ ok: true });
    expect(await market.stockOf(product.variantId)).toMatchObject({ reserved: 1 });
    await buyer.cart.setQuantity({ variantId: product.variantId, quantity: 0 });
    expect(await place(buyer, key)).toEqual(results[0]);
  });

  it("never shows another buyer's order for a key that both chose", async () => {
    const product = await addProduct();
    const [one, two] = [market.visit(), market.visit()];
    await fillCart(one, [product]);
    await fillCart(two, [product]);
    const key = crypto.randomUUID();
    const [first, second] = [await place(one, key), await place(two, key)];
    expect(first).toMatchObject({ ok: true });
    expect(second).toMatchObject({ ok: true });
    expect(second).not.toEqual(first);
  });

  it('takes the place of the unpaid order of the same cart, whose stock goes towards it', async () => {
    const [last, more] = [await addProduct({ onHand: 1 }), await addProduct()];
    const buyer = market.visit();
    await fillCart(buyer, [last, { ...more, quantity: 3 }]);
    const first = await mustPlace(buyer);
    expect(await buyer.cart.get()).toMatchObject({ hasProblems: false });
    await buyer.cart.setQuantity({ variantId: more.variantId, quantity: 1 });
    const second = await mustPlace(buyer);
    expect(await buyer.order.get({ orderId: first })).toMatchObject({ status: 'cancelled' });
    expect(await market.stockOf(last.variantId)).toEqual({ onHand: 1, reserved: 1 });
    expect(await market.stockOf(more.variantId)).toEqual({ onHand: 10, reserved: 1 });
    const { items, total } = await buyer.order.list({});
    expect([items.map((order) => order.id), total]).toEqual([[second], 1]);
    expect((await market.factsOf(first)).map((fact) => fact.type).sort()).toEqual([
      'order.placed',
      'seller_order.cancelled',
    ]);
  });

  it('keeps stock once however many tabs submit with keys of their own', async () => {
    const product = await addProduct({ onHand: 5 });
    const buyer = market.visit();
    await fillCart(buyer, [{ ...product, quantity: 4 }]);
    const results = await Promise.all(Array.from({ length: 6 }, () => place(buyer)));
    expect(results.every((result) => result.ok)).toBe(true);
    expect(await market.stockOf(product.variantId)).toEqual({ onHand: 5, reserved: 4 });
    expect(await buyer.order.list({})).toMatchObject({ total: 1 });
  });
});

describe('an order that cannot be placed says why and changes nothing', () => {
  it('without a cart, without items, without an address', async () => {
    const placeNothing = (buyer = market.visit()) =>
      buyer.order.place({ idempotencyKey: crypto.randomUUID(), shownTotalMinor: 0 });
    expect(await placeNothing(market.visit(null, null))).toMatchObject({ ok: false, code: 'cart_empty' });
    expect(await placeNothing()).toMatchObject({ ok: false, code: 'cart_empty' });
    const buyer = market.visit();
    await buyer.cart.addItem(await addProduct());
    expect(await placeNothing(buyer)).toMatchObject({ ok: false, code: 'address_missing' });
  });

  it('at prices that the buyer has not seen', async () => {
    const product = await addProduct({ priceMinor: 1_000 });
    const buyer = market.visit();
    const { totalMinor } = await fillCart(buyer, [product]);
    await market.setPrice(product.variantId, 900);
    const stale = { idempotencyKey: crypto.randomUUID(), shownTotalMinor: totalMinor };
    expect(await buyer.order.place(stale)).toMatchObject({
      code: 'price_changed',
      variantIds: [product.variantId],
    });
    await buyer.cart.acceptPrices();
    expect(await buyer.order.place(stale)).toMatchObject({
      ok: false,
      code: 'price_changed',
      variantIds: [],
    });
    expect(await place(buyer)).toMatchObject({ ok: true, totalMinor: totalMinor - 100 });
  });

  it.each([-1, 0.5, 1e300])('with a shown total of %s', async (shownTotalMinor) => {
    const order = { idempotencyKey: crypto.randomUUID(), shownTotalMinor };
    await expect(market.visit().order.place(order)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('with items that are sold out or not sold any more', async () => {
    const [short, gone] = [await addProduct({ onHand: 2 }), await addProduct()];
    const buyer = market.visit();
    await fillCart(buyer, [{ ...short, quantity: 2 }, gone]);
    await market.setOnHand(short.variantId, 1);
    expect(await place(buyer)).toMatchObject({ code: 'out_of_stock', variantIds: [short.variantId] });
    await market.setStatus(gone.productId, 'hidden');
    expect(await place(buyer)).toMatchObject({ code: 'unavailable', variantIds: [gone.variantId] });
    expect(await market.stockOf(short.variantId)).toEqual({ onHand: 1, reserved: 0 });
  });
});

describe('stock is never sold twice', () => {
  it('to twenty buyers at once of the last unit: one gets it', async () => {
    const product = await addProduct({ onHand: 1 });
    const buyers = newBuyers(20);
    await Promise.all(buyers.map((buyer) => fillCart(buyer, [product])));
    const results = await Promise.all(buyers.map((buyer) => place(buyer)));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    for (const result of results) {
      if (!result.ok) expect(result).toMatchObject({ code: 'out_of_stock', variantIds: [product.variantId] });
    }
    expect(await market.stockOf(product.variantId)).toEqual({ onHand: 1, reserved: 1 });
  });

  it('to buyers whose carts name the same items in different orders: nobody waits for ever', async () => {
    const products = await Promise.all(Array.from({ length: 4 }, () => addProduct({ onHand: 100 })));
    const buyers = newBuyers(24);
    await Promise.all(
      buyers.map((buyer, index) => fillCart(buyer, index % 2 === 0 ? products : [...products].reverse())),
    );
    const results = await Promise.all(buyers.map((buyer) => place(buyer)));
    expect(results.every((result) => result.ok)).toBe(true);
    for (const { variantId } of products)
      expect(await market.stockOf(variantId)).toMatchObject({ reserved: 24 });
  });

  it('to 200 buyers at once for 50 units: 50 are sold, no more', async () => {
    const product = await addProduct({ onHand: 50 });
    const buyers = newBuyers(200);
    await Promise.all(buyers.map((buyer) => fillCart(buyer, [product])));
    const results = await Promise.all(buyers.map((buyer) => place(buyer)));
    expect(results.filter((result) => result.ok)).toHaveLength(50);
    expect(await market.stockOf(product.variantId)).toEqual({ onHand: 50, reserved: 50 });
  });

  it('and none of an order is kept when one of its items is short at the last moment', async () => {
    const [enough, short] = [await addProduct(), await addProduct({ onHand: 1 })];
    const [one, two] = [market.visit(), market.visit()];
    await fillCart(one, [enough, short]);
    await fillCart(two, [enough, short]);
    const results = await Promise.all([place(one), place(two)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await market.stockOf(enough.variantId)).toMatchObject({ reserved: 1 });
  });
});

describe('an order that is not paid in time', () => {
  it('runs out once: its stock is free again and its items are still in the cart', async () => {
    const product = await addProduct({ onHand: 3 });
    const buyer = market.visit();
    await fillCart(buyer, [{ ...product, quantity: 3 }]);
    const orderId = await mustPlace(buyer);
    await expireOrders(market.services);
    expect(await market.stockOf(product.variantId)).toMatchObject({ reserved: 3 });
    clock.advance(RESERVATION_MS);
    await Promise.all([expireOrders(market.services), expireOrders(market.services)]);
    await expireOrders(market.services);
    expect(await market.stockOf(product.variantId)).toEqual({ onHand: 3, reserved: 0 });
    const order = await buyer.order.get({ orderId });
    expect(order).toMatchObject({
      status: 'expired',
      sellerOrders: [{ status: 'expired', canCancel: false }],
    });
    expect((await market.factsOf(orderId)).map((fact) => fact.type)).toEqual([
      'order.placed',
      'order.expired',
    ]);
    expect(await buyer.cart.get()).toMatchObject({ itemCount: 3, hasProblems: false });
    expect(await place(buyer)).toMatchObject({ ok: true });
  });

  it('runs out with hundreds of others', async () => {
    const product = await addProduct({ onHand: 250 });
    const buyers = newBuyers(220);
    await Promise.all(buyers.map((buyer) => fillCart(buyer, [product])));
    await Promise.all(buyers.map((buyer) => mustPlace(buyer)));
    clock.advance(RESERVATION_MS);
    expect(await expireOrders(market.services)).toBeGreaterThanOrEqual(220);
    expect(await market.stockOf(product.variantId)).toEqual({ onHand: 250, reserved: 0 });
  });
});

describe("somebody else's order", () => {
  it('does not exist: neither to read, nor to watch, pay, settle or cancel', async () => {
    const owner = market.visit();
    await fillCart(owner, [await addProduct()]);
    const orderId = await mustPlace(owner);
    const part = (await owner.order.get({ orderId })).sellerOrders[0]?.id ?? '';
    for (const stranger of [market.visit(), market.visit(null, null), market.visit(seller.account)]) {
      const missing = { code: 'NOT_FOUND' };
      await expect(stranger.order.get({ orderId })).rejects.toMatchObject(missing);
      await expect(stranger.payment.start({ orderId })).rejects.toMatchObject(missing);
      await expect(stranger.payment.settle({ orderId })).rejects.toMatchObject(missing);
      await expect(stranger.order.cancelSellerOrder({ sellerOrderId: part })).rejects.toMatchObject(missing);
      const watch = await stranger.order.watch({ orderId });
      await expect(watch[Symbol.asyncIterator]().next()).rejects.toMatchObject(missing);
      expect(await stranger.order.list({})).toMatchObject({ total: 0 });
    }
    expect(await owner.order.get({ orderId })).toMatchObject({ status: 'pending_payment' });
    await expect(owner.order.get({ orderId: newId() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('before it is paid is no business of the seller either', async () => {
    const owner = market.visit();
    await fillCart(owner, [await addProduct()]);
    const orderId = await mustPlace(owner);
    const sellerOrderId = (await owner.order.get({ orderId })).sellerOrders[0]?.id ?? '';
    const own = market.visit(seller.account);
    await expect(own.fulfilment.get({ sellerOrderId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await own.fulfilment.cancel({ sellerOrderId })).toMatchObject({ ok: false, code: 'wrong_state' });
  });
});
