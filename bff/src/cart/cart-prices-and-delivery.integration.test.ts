import { newId } from '@plaza/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADDRESS } from '../testing/address.ts';
import { openShop, type Shop } from '../testing/shop.ts';
import { fillCart } from '../testing/test-checkout.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

describe('what changes behind the buyer', () => {
  it('is shown: a price, until the buyer goes on with it', async () => {
    const { variantId } = await shop.addProduct({ priceMinor: 1_000 });
    const buyer = shop.market.visit();
    await buyer.cart.addItem({ variantId });
    await shop.market.setPrice(variantId, 1_200);
    const cart = await buyer.cart.get();
    expect(cart).toMatchObject({ hasProblems: true, itemsMinor: 1_200 });
    expect(cart.groups[0]?.lines[0]?.problem).toEqual({ code: 'price_changed', previousPriceMinor: 1_000 });
    expect(await buyer.cart.acceptPrices()).toMatchObject({ hasProblems: false, itemsMinor: 1_200 });
  });

  it('is shown: stock that others took', async () => {
    const { variantId } = await shop.addProduct({ onHand: 3 });
    const buyer = shop.market.visit();
    await buyer.cart.addItem({ variantId, quantity: 3 });
    await shop.market.setOnHand(variantId, 1);
    const line = (await buyer.cart.get()).groups[0]?.lines[0];
    expect(line?.problem).toEqual({ code: 'not_enough_stock', availableQuantity: 1 });
  });

  it('is shown: an item that is not sold any more, or whose variant was deleted', async () => {
    const [hidden, deleted] = [await shop.addProduct(), await shop.addProduct()];
    const buyer = shop.market.visit();
    await buyer.cart.addItem({ variantId: hidden.variantId });
    await buyer.cart.addItem({ variantId: deleted.variantId });
    await shop.market.setStatus(hidden.productId, 'hidden');
    await shop.market.services.database.client`delete from variant where id = ${deleted.variantId}`;
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
    const far = await shop.market.addSeller('JP');
    const [near, away] = [await shop.addProduct(), await shop.market.addProduct({ sellerId: far.id })];
    const buyer = shop.market.visit();
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
    const buyer = shop.market.visit();
    const cart = await buyer.cart.setDelivery({ email: ' Ada@Plaza.Test ', address: ADDRESS });
    expect(cart).toMatchObject({ email: 'ada@plaza.test', address: ADDRESS, totalMinor: 0 });
  });
});
