import { MAX_CART_LINES, MAX_QUANTITY, newId } from '@plaza/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop, type Shop } from '../testing/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

describe('adding', () => {
  it('puts a line at the price of now into a cart that was not there before', async () => {
    const { variantId } = await shop.addProduct({ priceMinor: 4_999, onHand: 7 });
    const buyer = shop.market.visit(null, null);
    expect(await buyer.cart.get()).toMatchObject({ version: 0, itemCount: 0 });
    const result = await buyer.cart.addItem({ variantId, quantity: 2 });
    expect(result).toMatchObject({ ok: true, cart: { itemCount: 2, itemsMinor: 9_998, hasProblems: false } });
    expect(result.cart.groups[0]?.lines[0]).toMatchObject({ availableQuantity: 7, variantLabel: 'Black' });
    expect(await buyer.cart.get()).toEqual(result.cart);
  });

  it('adds up from twenty tabs at once, losing none', async () => {
    const { variantId } = await shop.addProduct({ onHand: 50 });
    const buyer = shop.market.visit();
    await Promise.all(Array.from({ length: 20 }, () => buyer.cart.addItem({ variantId, quantity: 1 })));
    expect(await buyer.cart.get()).toMatchObject({ itemCount: 20, version: 20 });
  });

  it('adds different items from several tabs at once, losing none', async () => {
    const products = await Promise.all(Array.from({ length: 8 }, () => shop.addProduct()));
    const buyer = shop.market.visit();
    await Promise.all(products.map(({ variantId }) => buyer.cart.addItem({ variantId, quantity: 1 })));
    expect(await buyer.cart.get()).toMatchObject({ itemCount: 8, version: 8 });
  });

  it('answers each of many buyers at once with their own cart', async () => {
    const { variantId } = await shop.addProduct({ onHand: 1_000 });
    const buyers = Array.from({ length: 20 }, (_, n) => ({ browser: shop.market.visit(), quantity: n + 1 }));
    const quantities = buyers.map(({ quantity }) => quantity);
    const added = await Promise.all(
      buyers.map(({ browser, quantity }) => browser.cart.addItem({ variantId, quantity })),
    );
    expect(added.map(({ cart }) => cart.itemCount)).toEqual(quantities);
    const read = await Promise.all(
      [shop.market.visit(), ...buyers.map(({ browser }) => browser)].map((one) => one.cart.get()),
    );
    expect(read.map(({ itemCount }) => itemCount)).toEqual([0, ...quantities]);
  });

  it('refuses more than there is, also bit by bit, and says how much is left', async () => {
    const { variantId } = await shop.addProduct({ onHand: 3 });
    const buyer = shop.market.visit();
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
    const { variantId } = await shop.addProduct({ onHand: 500 });
    const buyer = shop.market.visit();
    await buyer.cart.addItem({ variantId, quantity: 60 });
    expect(await buyer.cart.addItem({ variantId, quantity: 40 })).toMatchObject({
      ok: false,
      code: 'too_many_of_one',
      cart: { itemCount: 60 },
    });
  });

  it(`refuses more than ${MAX_CART_LINES} lines, but still adds to those that are there`, async () => {
    const products = await Promise.all(Array.from({ length: MAX_CART_LINES + 1 }, () => shop.addProduct()));
    const buyer = shop.market.visit();
    const results = [];
    for (const { variantId } of products) results.push(await buyer.cart.addItem({ variantId }));
    expect(results.filter((result) => result.ok)).toHaveLength(MAX_CART_LINES);
    expect(results.at(-1)).toMatchObject({ ok: false, code: 'too_many_lines' });
    const first = products[0]?.variantId ?? '';
    expect(await buyer.cart.addItem({ variantId: first })).toMatchObject({ ok: true });
  });

  it('finds nothing that is unknown or not published', async () => {
    const { productId, variantId } = await shop.addProduct();
    await shop.market.setStatus(productId, 'draft');
    const buyer = shop.market.visit();
    for (const id of [variantId, newId()]) {
      expect(await buyer.cart.addItem({ variantId: id })).toMatchObject({ ok: false, code: 'not_found' });
    }
  });

  it.each([-1, 0, 1.5, MAX_QUANTITY + 1, 1e15, Number.NaN])('refuses a quantity of %s', async (quantity) => {
    const { variantId } = await shop.addProduct();
    await expect(shop.market.visit().cart.addItem({ variantId, quantity })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });
});

describe('setting a quantity', () => {
  it('sets, lowers and removes', async () => {
    const { variantId } = await shop.addProduct({ onHand: 5 });
    const buyer = shop.market.visit();
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
    const { variantId } = await shop.addProduct({ onHand: 5 });
    const buyer = shop.market.visit();
    await buyer.cart.addItem({ variantId, quantity: 5 });
    await shop.market.setOnHand(variantId, 2);
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
    const { variantId } = await shop.addProduct();
    const [owner, stranger] = [shop.market.visit(), shop.market.visit()];
    await owner.cart.addItem({ variantId, quantity: 2 });
    expect(await stranger.cart.setQuantity({ variantId, quantity: 0 })).toMatchObject({
      ok: false,
      code: 'not_found',
    });
    expect(await owner.cart.get()).toMatchObject({ itemCount: 2 });
  });

  it('refuses a negative quantity', async () => {
    await expect(
      shop.market.visit().cart.setQuantity({ variantId: newId(), quantity: -1 }),
    ).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });
});
