import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop, type Shop } from '../testing/shop.ts';
import { fillCart, mustPlace, place } from '../testing/test-checkout.ts';
import { RESERVATION_MS } from '../testing/test-market.ts';
import { expireOrders } from './expire-orders.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

describe('stock is never sold twice', () => {
  it('to twenty buyers at once of the last unit: one gets it', async () => {
    const product = await shop.addProduct({ onHand: 1 });
    const buyers = shop.newBuyers(20);
    await Promise.all(buyers.map((buyer) => fillCart(buyer, [product])));
    const results = await Promise.all(buyers.map((buyer) => place(buyer)));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    for (const result of results) {
      if (!result.ok) expect(result).toMatchObject({ code: 'out_of_stock', variantIds: [product.variantId] });
    }
    expect(await shop.market.stockOf(product.variantId)).toEqual({ onHand: 1, reserved: 1 });
  });

  it('to buyers whose carts name the same items in different orders: nobody waits for ever', async () => {
    const products = await Promise.all(Array.from({ length: 4 }, () => shop.addProduct({ onHand: 100 })));
    const buyers = shop.newBuyers(24);
    await Promise.all(
      buyers.map((buyer, index) => fillCart(buyer, index % 2 === 0 ? products : [...products].reverse())),
    );
    const results = await Promise.all(buyers.map((buyer) => place(buyer)));
    expect(results.every((result) => result.ok)).toBe(true);
    for (const { variantId } of products)
      expect(await shop.market.stockOf(variantId)).toMatchObject({ reserved: 24 });
  });

  it('to 200 buyers at once for 50 units: 50 are sold, no more', async () => {
    const product = await shop.addProduct({ onHand: 50 });
    const buyers = shop.newBuyers(200);
    await Promise.all(buyers.map((buyer) => fillCart(buyer, [product])));
    const results = await Promise.all(buyers.map((buyer) => place(buyer)));
    expect(results.filter((result) => result.ok)).toHaveLength(50);
    expect(await shop.market.stockOf(product.variantId)).toEqual({ onHand: 50, reserved: 50 });
  });

  it('and none of an order is kept when one of its items is short at the last moment', async () => {
    const [enough, short] = [await shop.addProduct(), await shop.addProduct({ onHand: 1 })];
    const [one, two] = [shop.market.visit(), shop.market.visit()];
    await fillCart(one, [enough, short]);
    await fillCart(two, [enough, short]);
    const results = await Promise.all([place(one), place(two)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await shop.market.stockOf(enough.variantId)).toMatchObject({ reserved: 1 });
  });
});

describe('an order that is not paid in time', () => {
  it('runs out once: its stock is free again and its items are still in the cart', async () => {
    const product = await shop.addProduct({ onHand: 3 });
    const buyer = shop.market.visit();
    await fillCart(buyer, [{ ...product, quantity: 3 }]);
    const orderId = await mustPlace(buyer);
    await expireOrders(shop.market.services);
    expect(await shop.market.stockOf(product.variantId)).toMatchObject({ reserved: 3 });
    shop.clock.advance(RESERVATION_MS);
    await Promise.all([expireOrders(shop.market.services), expireOrders(shop.market.services)]);
    await expireOrders(shop.market.services);
    expect(await shop.market.stockOf(product.variantId)).toEqual({ onHand: 3, reserved: 0 });
    const order = await buyer.order.get({ orderId });
    expect(order).toMatchObject({
      status: 'expired',
      sellerOrders: [{ status: 'expired', canCancel: false }],
    });
    expect((await shop.market.factsOf(orderId)).map((fact) => fact.type)).toEqual([
      'order.placed',
      'order.expired',
    ]);
    expect(await buyer.cart.get()).toMatchObject({ itemCount: 3, hasProblems: false });
    expect(await place(buyer)).toMatchObject({ ok: true });
  });

  it('runs out with hundreds of others', async () => {
    const product = await shop.addProduct({ onHand: 250 });
    const buyers = shop.newBuyers(220);
    await Promise.all(buyers.map((buyer) => fillCart(buyer, [product])));
    await Promise.all(buyers.map((buyer) => mustPlace(buyer)));
    shop.clock.advance(RESERVATION_MS);
    expect(await expireOrders(shop.market.services)).toBeGreaterThanOrEqual(220);
    expect(await shop.market.stockOf(product.variantId)).toEqual({ onHand: 250, reserved: 0 });
  });
});
