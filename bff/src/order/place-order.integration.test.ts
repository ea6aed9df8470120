import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop, type Shop } from '../testing/shop.ts';
import { fillCart, mustPlace, place } from '../testing/test-checkout.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

describe('placing an order', () => {
  it('splits it by seller, keeps the stock and tells the pipeline', async () => {
    const other = await shop.market.addSeller('DE');
    const [one, two] = [
      await shop.addProduct({ priceMinor: 1_000 }),
      await shop.market.addProduct({ sellerId: other.id, priceMinor: 500 }),
    ];
    const buyer = shop.market.visit();
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
      [shop.seller.id, 2_495, true],
      [other.id, 2_495, true],
    ]);
    expect(await shop.market.stockOf(one.variantId)).toEqual({ onHand: 10, reserved: 2 });
    expect(await shop.market.factsOf(order.id)).toMatchObject([{ type: 'order.placed' }]);
    expect(await buyer.cart.get()).toMatchObject({ itemCount: 3, hasProblems: false });
  });

  it('answers the same order for the same key, at once and later', async () => {
    const product = await shop.addProduct();
    const buyer = shop.market.visit();
    await fillCart(buyer, [product]);
    const key = crypto.randomUUID();
    const results = await Promise.all(Array.from({ length: 8 }, () => place(buyer, key)));
    expect(new Set(results.map((result) => result.ok && result.orderId)).size).toBe(1);
    expect(results[0]).toMatchObject({ ok: true });
    expect(await shop.market.stockOf(product.variantId)).toMatchObject({ reserved: 1 });
    await buyer.cart.setQuantity({ variantId: product.variantId, quantity: 0 });
    expect(await place(buyer, key)).toEqual(results[0]);
  });

  it("never shows another buyer's order for a key that both chose", async () => {
    const product = await shop.addProduct();
    const [one, two] = [shop.market.visit(), shop.market.visit()];
    await fillCart(one, [product]);
    await fillCart(two, [product]);
    const key = crypto.randomUUID();
    const [first, second] = [await place(one, key), await place(two, key)];
    expect(first).toMatchObject({ ok: true });
    expect(second).toMatchObject({ ok: true });
    expect(second).not.toEqual(first);
  });

  it('takes the place of the unpaid order of the same cart, whose stock goes towards it', async () => {
    const [last, more] = [await shop.addProduct({ onHand: 1 }), await shop.addProduct()];
    const buyer = shop.market.visit();
    await fillCart(buyer, [last, { ...more, quantity: 3 }]);
    const first = await mustPlace(buyer);
    expect(await buyer.cart.get()).toMatchObject({ hasProblems: false });
    await buyer.cart.setQuantity({ variantId: more.variantId, quantity: 1 });
    const second = await mustPlace(buyer);
    expect(await buyer.order.get({ orderId: first })).toMatchObject({ status: 'cancelled' });
    expect(await shop.market.stockOf(last.variantId)).toEqual({ onHand: 1, reserved: 1 });
    expect(await shop.market.stockOf(more.variantId)).toEqual({ onHand: 10, reserved: 1 });
    const { items, total } = await buyer.order.list({});
    expect([items.map((order) => order.id), total]).toEqual([[second], 1]);
    expect((await shop.market.factsOf(first)).map((fact) => fact.type).sort()).toEqual([
      'order.placed',
      'seller_order.cancelled',
    ]);
  });

  it('keeps stock once however many tabs submit with keys of their own', async () => {
    const product = await shop.addProduct({ onHand: 5 });
    const buyer = shop.market.visit();
    await fillCart(buyer, [{ ...product, quantity: 4 }]);
    const results = await Promise.all(Array.from({ length: 6 }, () => place(buyer)));
    expect(results.every((result) => result.ok)).toBe(true);
    expect(await shop.market.stockOf(product.variantId)).toEqual({ onHand: 5, reserved: 4 });
    expect(await buyer.order.list({})).toMatchObject({ total: 1 });
  });
});

describe('an order that cannot be placed says why and changes nothing', () => {
  it('without a cart, without items, without an address', async () => {
    const placeNothing = (buyer = shop.market.visit()) =>
      buyer.order.place({ idempotencyKey: crypto.randomUUID(), shownTotalMinor: 0 });
    expect(await placeNothing(shop.market.visit(null, null))).toMatchObject({
      ok: false,
      code: 'cart_empty',
    });
    expect(await placeNothing()).toMatchObject({ ok: false, code: 'cart_empty' });
    const buyer = shop.market.visit();
    await buyer.cart.addItem(await shop.addProduct());
    expect(await placeNothing(buyer)).toMatchObject({ ok: false, code: 'address_missing' });
  });

  it('at prices that the buyer has not seen', async () => {
    const product = await shop.addProduct({ priceMinor: 1_000 });
    const buyer = shop.market.visit();
    const { totalMinor } = await fillCart(buyer, [product]);
    await shop.market.setPrice(product.variantId, 900);
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
    await expect(shop.market.visit().order.place(order)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('with items that are sold out or not sold any more', async () => {
    const [short, gone] = [await shop.addProduct({ onHand: 2 }), await shop.addProduct()];
    const buyer = shop.market.visit();
    await fillCart(buyer, [{ ...short, quantity: 2 }, gone]);
    await shop.market.setOnHand(short.variantId, 1);
    expect(await place(buyer)).toMatchObject({ code: 'out_of_stock', variantIds: [short.variantId] });
    await shop.market.setStatus(gone.productId, 'hidden');
    expect(await place(buyer)).toMatchObject({ code: 'unavailable', variantIds: [gone.variantId] });
    expect(await shop.market.stockOf(short.variantId)).toEqual({ onHand: 1, reserved: 0 });
  });
});
