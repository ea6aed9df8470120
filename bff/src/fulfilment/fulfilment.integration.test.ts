import { newId } from '@plaza/contracts';
import { createTestDatabase, createTestStripe, type TestDatabase, type TestStripe } from '@plaza/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fillCart, mustPlace } from '../testing/test-checkout.ts';
import { type Buyer, openTestMarket, TestClock, type TestMarket } from '../testing/test-market.ts';

let database: TestDatabase;
let stripe: TestStripe;
let market: TestMarket;
let seller: Awaited<ReturnType<TestMarket['addSeller']>>;
let selling: Buyer;

beforeAll(async () => {
  [database, stripe] = await Promise.all([createTestDatabase(), createTestStripe()]);
  market = await openTestMarket({ databaseUrl: database.url, clock: new TestClock(), stripe });
});
afterAll(async () => {
  await market.services.close();
  await Promise.all([database.drop(), stripe.drop()]);
});
beforeEach(async () => {
  seller = await market.addSeller();
  selling = market.visit(seller.account);
});

const PARCEL = { carrier: 'DHL', trackingNumber: 'JD0001' };

/** A paid order of one unit of the seller's. */
async function sell() {
  const product = await market.addProduct({ sellerId: seller.id });
  const buyer = market.visit();
  await fillCart(buyer, [product]);
  const orderId = await mustPlace(buyer);
  await buyer.payment.start({ orderId });
  await stripe.pay(await market.sessionOf(orderId));
  await buyer.payment.settle({ orderId });
  const sellerOrderId = (await buyer.order.get({ orderId })).sellerOrders[0]?.id ?? '';
  return { product, buyer, orderId, sellerOrderId };
}

describe('what was sold', () => {
  it('is listed newest first with where to send it, by status, in pages', async () => {
    const [one, two] = [await sell(), await sell()];
    await selling.fulfilment.ship({ sellerOrderId: one.sellerOrderId, ...PARCEL });
    const { items, total } = await selling.fulfilment.list({});
    expect([items.map((item) => item.id), total]).toEqual([[two.sellerOrderId, one.sellerOrderId], 2]);
    expect(items[0]).toMatchObject({
      status: 'paid',
      email: 'ada@plaza.test',
      canShip: true,
      canDeliver: false,
      canCancel: true,
    });
    expect(await selling.fulfilment.list({ status: 'shipped' })).toMatchObject({
      total: 1,
      items: [{ id: one.sellerOrderId, canShip: false, canDeliver: true, canCancel: false }],
    });
    expect(await selling.fulfilment.list({ page: 2, pageSize: 1 })).toMatchObject({
      total: 2,
      items: [{ id: one.sellerOrderId }],
    });
  });

  it('is found by the days of its payment and by what is in it', async () => {
    const [one, two] = [await sell(), await sell()];
    const { client } = market.services.database;
    const paidAt = (orderId: string, at: string) =>
      client`update orders set paid_at = ${at}::timestamptz where id = ${orderId}`;
    await paidAt(one.orderId, '2026-11-14T00:00:00Z');
    await paidAt(two.orderId, '2026-11-15T23:59:59.999Z');
    const found = async (filter: Parameters<typeof selling.fulfilment.list>[0]) =>
      (await selling.fulfilment.list(filter)).items.map(({ id }) => id);
    expect(await found({ from: '2026-11-14', to: '2026-11-14' })).toEqual([one.sellerOrderId]);
    expect(await found({ from: '2026-11-15' })).toEqual([two.sellerOrderId]);
    expect(await found({ to: '2026-11-13' })).toEqual([]);
    expect(await found({ from: '2026-11-14', to: '2026-11-15' })).toHaveLength(2);
    expect(await found({ productId: two.product.productId })).toEqual([two.sellerOrderId]);
    expect(await found({ productId: two.product.productId, to: '2026-11-14' })).toEqual([]);
    expect(await found({ productId: newId() })).toEqual([]);
  });

  it('is for its seller only: buyers are refused, other sellers find nothing', async () => {
    const { buyer, sellerOrderId } = await sell();
    const rival = market.visit((await market.addSeller()).account);
    expect(await rival.fulfilment.list({})).toMatchObject({ total: 0 });
    await expect(rival.fulfilment.get({ sellerOrderId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(rival.fulfilment.ship({ sellerOrderId, ...PARCEL })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(rival.fulfilment.cancel({ sellerOrderId: newId() })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(buyer.fulfilment.list({})).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  });
});

describe('a parcel', () => {
  it('goes its way before the eyes of the buyer, and the pipeline hears of it', async () => {
    const { buyer, orderId, sellerOrderId } = await sell();
    const updates = (await buyer.order.watch({ orderId }))[Symbol.asyncIterator]();
    await updates.next();
    const next = updates.next();
    expect(await selling.fulfilment.ship({ sellerOrderId, ...PARCEL })).toEqual({
      ok: true,
      status: 'shipped',
    });
    expect((await next).value).toMatchObject({
      sellerOrders: [{ status: 'shipped', ...PARCEL, canCancel: false }],
    });
    await updates.return?.();
    expect(await selling.fulfilment.deliver({ sellerOrderId })).toEqual({ ok: true, status: 'delivered' });
    const [part] = (await buyer.order.get({ orderId })).sellerOrders;
    expect(part?.timeline.map((step) => step.status)).toEqual([
      'pending_payment',
      'paid',
      'shipped',
      'delivered',
    ]);
    const facts = await market.factsOf(orderId);
    expect(facts.map((fact) => fact.type)).toEqual([
      'order.placed',
      'order.paid',
      'seller_order.shipped',
      'seller_order.delivered',
    ]);
  });

  it('cannot take a step that its state does not have', async () => {
    const { sellerOrderId } = await sell();
    expect(await selling.fulfilment.deliver({ sellerOrderId })).toMatchObject({
      ok: false,
      code: 'wrong_state',
      status: 'paid',
    });
    await selling.fulfilment.ship({ sellerOrderId, ...PARCEL });
    expect(await selling.fulfilment.ship({ sellerOrderId, ...PARCEL })).toMatchObject({
      ok: false,
      status: 'shipped',
      message: 'This order has been shipped and cannot be shipped.',
    });
    expect(await selling.fulfilment.cancel({ sellerOrderId })).toMatchObject({
      ok: false,
      status: 'shipped',
    });
  });

  it('is either sent or cancelled when seller and buyer act at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { buyer, product, orderId, sellerOrderId } = await sell();
      const [shipped, cancelled] = await Promise.all([
        selling.fulfilment.ship({ sellerOrderId, ...PARCEL }),
        buyer.order.cancelSellerOrder({ sellerOrderId }),
      ]);
      expect([shipped.ok, cancelled.ok].sort()).toEqual([false, true]);
      expect(await market.stockOf(product.variantId)).toEqual({ onHand: cancelled.ok ? 10 : 9, reserved: 0 });
      expect(await market.refundsOf(orderId)).toHaveLength(cancelled.ok ? 1 : 0);
    }
  });

  it('that the seller cannot send gives stock and money back', async () => {
    const { buyer, product, orderId, sellerOrderId } = await sell();
    expect(await selling.fulfilment.cancel({ sellerOrderId })).toEqual({ ok: true, status: 'cancelled' });
    const order = await buyer.order.get({ orderId });
    expect(order.status).toBe('cancelled');
    expect(await market.stockOf(product.variantId)).toEqual({ onHand: 10, reserved: 0 });
    expect(await market.refundsOf(orderId)).toMatchObject([
      { reason: 'cancelled', amountMinor: order.totalMinor },
    ]);
  });

  it('needs a carrier and a tracking number', async () => {
    const { sellerOrderId } = await sell();
    await expect(
      selling.fulfilment.ship({ sellerOrderId, carrier: ' ', trackingNumber: 'JD0001' }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});
