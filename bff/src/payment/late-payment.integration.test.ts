import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expireOrders } from '../order/expire-orders.ts';
import { openPaymentMarket, type PaymentMarket } from '../testing/payment-market.ts';
import { beginCheckout, findPaidEvent, mustPlace, openPage } from '../testing/test-checkout.ts';
import { RESERVATION_MS } from '../testing/test-market.ts';
import { carryOutRefunds } from './carry-out-refunds.ts';
import { closeOverduePayments } from './close-payments.ts';

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

const begin = (input: { quantity?: number; onHand?: number } = {}) =>
  beginCheckout(market, { sellerId: seller.id, ...input });

describe('an order that is not paid in time', () => {
  it('has its page closed before it runs out, so that nobody pays for what is gone', async () => {
    const { sessionId, order, stock, buyer } = await begin();
    clock.advance(RESERVATION_MS);
    await expireOrders(market.services);
    expect(await order()).toMatchObject({ status: 'pending_payment' });
    await closeOverduePayments(market.services);
    await expireOrders(market.services);
    expect(await order()).toMatchObject({ status: 'expired' });
    expect(await stripe.pay(sessionId)).toBe(false);
    expect(await stock()).toEqual({ onHand: 10, reserved: 0 });
    expect(await buyer.cart.get()).toMatchObject({ itemCount: 2, hasProblems: false });
  });

  it('is paid all the same when it was paid at the last moment and the webhook was lost', async () => {
    const { sessionId, order } = await begin();
    await stripe.pay(sessionId);
    clock.advance(RESERVATION_MS);
    await closeOverduePayments(market.services);
    await expireOrders(market.services);
    expect(await order()).toMatchObject({ status: 'paid' });
  });

  it('runs out in the end also while the provider is away', async () => {
    const { order } = await begin();
    clock.advance(RESERVATION_MS + 10 * 60_000);
    await expireOrders(market.services);
    expect(await order()).toMatchObject({ status: 'expired' });
  });

  it('is honoured when the payment comes too late and the stock is still there', async () => {
    const { sessionId, orderId, order, stock } = await begin();
    clock.advance(RESERVATION_MS + 10 * 60_000);
    await expireOrders(market.services);
    await stripe.pay(sessionId);
    await market.deliver(await findPaidEvent(market, orderId));
    expect(await order()).toMatchObject({ status: 'paid' });
    expect(await stock()).toEqual({ onHand: 8, reserved: 0 });
  });

  it('gives the money back when the stock has been sold since', async () => {
    const { sessionId, orderId, product, order, stock } = await begin({ quantity: 2, onHand: 2 });
    clock.advance(RESERVATION_MS + 10 * 60_000);
    await expireOrders(market.services);
    await market.setOnHand(product.variantId, 1);
    await stripe.pay(sessionId);
    await market.deliver(await findPaidEvent(market, orderId));
    const { totalMinor, status, paymentFailure } = await order();
    expect([status, paymentFailure]).toEqual(['expired', expect.stringMatching(/on its way back/)]);
    expect(await stock()).toEqual({ onHand: 1, reserved: 0 });
    await carryOutRefunds(market.services);
    expect(await market.refundsOf(orderId)).toEqual([
      { reason: 'paid_too_late', status: 'succeeded', amountMinor: totalMinor },
    ]);
    expect((await market.factsOf(orderId)).map((fact) => fact.type)).toEqual([
      'order.placed',
      'order.expired',
    ]);
  });
});

describe('nobody pays twice', () => {
  it('because the page of an order that was superseded is closed before the next one opens', async () => {
    const { buyer, sessionId, product } = await begin();
    await buyer.cart.setQuantity({ variantId: product.variantId, quantity: 1 });
    const second = await mustPlace(buyer);
    const secondSession = await openPage(market, buyer, second);
    expect(await stripe.pay(sessionId)).toBe(false);
    expect(await stripe.pay(secondSession)).toBe(true);
    expect(await buyer.payment.settle({ orderId: second })).toMatchObject({ status: 'paid' });
    expect(await buyer.cart.get()).toMatchObject({ itemCount: 0 });
  });

  it('and who has paid the superseded order gets that money back', async () => {
    const { buyer, sessionId, orderId } = await begin();
    await stripe.pay(sessionId);
    const second = await mustPlace(buyer);
    await openPage(market, buyer, second);
    const { status, totalMinor } = await buyer.order.get({ orderId });
    expect(status).toBe('cancelled');
    expect(await market.refundsOf(orderId)).toEqual([
      { reason: 'paid_too_late', status: 'requested', amountMinor: totalMinor },
    ]);
  });

  it('and a second payment of the same order goes back', async () => {
    const { buyer, sessionId, orderId, order, stock } = await begin();
    await stripe.pay(sessionId);
    const event = await findPaidEvent(market, orderId);
    await market.deliver(event);
    const session = { ...event.data.object, id: 'cs_test_second', payment_intent: 'pi_second' };
    await market.deliver({ ...event, id: `${event.id}_second`, data: { object: session } });
    const { totalMinor, refundedMinor } = await order();
    expect(refundedMinor).toBe(0);
    expect(await market.refundsOf(orderId)).toMatchObject([
      { reason: 'paid_twice', amountMinor: totalMinor },
    ]);
    expect(await stock()).toEqual({ onHand: 8, reserved: 0 });
    expect(await buyer.payment.settle({ orderId })).toEqual({ status: 'paid', paymentFailure: null });
  });
});
