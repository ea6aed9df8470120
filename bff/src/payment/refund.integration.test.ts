import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPaymentMarket, type PaymentMarket } from '../testing/payment-market.ts';
import { fillCart, findPaidEvent, mustPlace, openPage } from '../testing/test-checkout.ts';
import { openTestMarket } from '../testing/test-market.ts';
import { carryOutRefunds } from './carry-out-refunds.ts';

let opened: PaymentMarket;
let market: PaymentMarket['market'];
let stripe: PaymentMarket['stripe'];
let clock: PaymentMarket['clock'];
let seller: PaymentMarket['seller'];

beforeAll(async () => {
  opened = await openPaymentMarket();
  ({ market, stripe, clock, seller } = opened);
});
afterAll(() => opened.close());

describe('cancelling', () => {
  /** An order of two sellers with its page open. */
  async function beginTwo() {
    const other = await market.addSeller();
    const [one, two] = [
      await market.addProduct({ sellerId: seller.id, priceMinor: 1_000 }),
      await market.addProduct({ sellerId: other.id, priceMinor: 2_000 }),
    ];
    const buyer = market.visit();
    await fillCart(buyer, [one, two]);
    const orderId = await mustPlace(buyer);
    const sessionId = await openPage(market, buyer, orderId);
    const parts = (await buyer.order.get({ orderId })).sellerOrders.map((part) => part.id);
    return { one, two, other, buyer, orderId, sessionId, first: parts[0] ?? '', second: parts[1] ?? '' };
  }

  it('a paid part gives back its stock and its money, shipping included, and nothing of the other part', async () => {
    const { one, two, buyer, orderId, sessionId, first } = await beginTwo();
    await stripe.pay(sessionId);
    await buyer.payment.settle({ orderId });
    expect(await buyer.order.cancelSellerOrder({ sellerOrderId: first })).toEqual({
      ok: true,
      status: 'cancelled',
    });
    expect(await market.stockOf(one.variantId)).toEqual({ onHand: 10, reserved: 0 });
    expect(await market.stockOf(two.variantId)).toEqual({ onHand: 9, reserved: 0 });
    await Promise.all([carryOutRefunds(market.services), carryOutRefunds(market.services)]);
    await carryOutRefunds(market.services);
    const order = await buyer.order.get({ orderId });
    expect(order).toMatchObject({ status: 'paid', refundedMinor: 1_000 + 495 });
    expect(order.sellerOrders.map((part) => part.status)).toEqual(['cancelled', 'paid']);
    const { data } = await market.services.stripe.refunds.list({ limit: 100 });
    expect(data.filter((refund) => refund.metadata?.orderId === orderId)).toMatchObject([{ amount: 1_495 }]);
    expect((await market.factsOf(orderId)).map((fact) => fact.type)).toEqual([
      'order.placed',
      'order.paid',
      'seller_order.cancelled',
      'payment.refunded',
    ]);
  });

  it('the last part cancels the order; a second time is refused', async () => {
    const { buyer, orderId, sessionId, first, second } = await beginTwo();
    await stripe.pay(sessionId);
    await buyer.payment.settle({ orderId });
    await buyer.order.cancelSellerOrder({ sellerOrderId: first });
    await buyer.order.cancelSellerOrder({ sellerOrderId: second });
    expect(await buyer.order.cancelSellerOrder({ sellerOrderId: second })).toMatchObject({
      ok: false,
      code: 'wrong_state',
      status: 'cancelled',
    });
    await carryOutRefunds(market.services);
    const order = await buyer.order.get({ orderId });
    expect(order).toMatchObject({ status: 'cancelled', refundedMinor: order.totalMinor });
  });

  it('a part before it is paid lowers what is due, and the page for the old amount is closed', async () => {
    const { one, buyer, orderId, sessionId, first } = await beginTwo();
    await buyer.order.cancelSellerOrder({ sellerOrderId: first });
    expect(await market.stockOf(one.variantId)).toEqual({ onHand: 10, reserved: 0 });
    expect(await buyer.order.get({ orderId })).toMatchObject({
      status: 'pending_payment',
      totalMinor: 2_495,
    });
    const next = await openPage(market, buyer, orderId);
    expect(await stripe.pay(sessionId)).toBe(false);
    expect(await stripe.pay(next)).toBe(true);
    expect(await buyer.payment.settle({ orderId })).toMatchObject({ status: 'paid' });
    expect(await market.refundsOf(orderId)).toEqual([]);
  });

  it('a part in the moment of paying for it gives back what it cost', async () => {
    const { buyer, orderId, sessionId, first } = await beginTwo();
    await stripe.pay(sessionId);
    await buyer.order.cancelSellerOrder({ sellerOrderId: first });
    await market.deliver(await findPaidEvent(market, orderId));
    expect(await buyer.order.get({ orderId })).toMatchObject({ status: 'paid', totalMinor: 2_495 });
    expect(await market.refundsOf(orderId)).toEqual([
      { reason: 'cancelled', status: 'requested', amountMinor: 1_495 },
    ]);
  });

  it('waits with the refund while the provider is away', async () => {
    const { buyer, orderId, sessionId, first } = await beginTwo();
    await stripe.pay(sessionId);
    await buyer.payment.settle({ orderId });
    await buyer.order.cancelSellerOrder({ sellerOrderId: first });
    const away = await openTestMarket({ databaseUrl: opened.databaseUrl, clock });
    await carryOutRefunds(away.services);
    await away.services.close();
    expect(await market.refundsOf(orderId)).toMatchObject([{ status: 'requested' }]);
    await carryOutRefunds(market.services);
    expect(await market.refundsOf(orderId)).toMatchObject([{ status: 'requested' }]);
    clock.advance(10_000);
    await carryOutRefunds(market.services);
    expect(await market.refundsOf(orderId)).toMatchObject([{ status: 'succeeded' }]);
  });
});
