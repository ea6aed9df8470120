import { newId } from '@plaza/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop, type Shop } from '../testing/shop.ts';
import { fillCart, mustPlace } from '../testing/test-checkout.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

describe("somebody else's order", () => {
  it('does not exist: neither to read, nor to watch, pay, settle or cancel', async () => {
    const owner = shop.market.visit();
    await fillCart(owner, [await shop.addProduct()]);
    const orderId = await mustPlace(owner);
    const part = (await owner.order.get({ orderId })).sellerOrders[0]?.id ?? '';
    for (const stranger of [
      shop.market.visit(),
      shop.market.visit(null, null),
      shop.market.visit(shop.seller.account),
    ]) {
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
    const owner = shop.market.visit();
    await fillCart(owner, [await shop.addProduct()]);
    const orderId = await mustPlace(owner);
    const sellerOrderId = (await owner.order.get({ orderId })).sellerOrders[0]?.id ?? '';
    const own = shop.market.visit(shop.seller.account);
    await expect(own.fulfilment.get({ sellerOrderId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await own.fulfilment.cancel({ sellerOrderId })).toMatchObject({ ok: false, code: 'wrong_state' });
  });
});
