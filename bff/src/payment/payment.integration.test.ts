import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPaymentMarket, type PaymentMarket } from '../testing/payment-market.ts';
import { beginCheckout, findPaidEvent, PAID_EVENT } from '../testing/test-checkout.ts';
import { retryStripeEvents } from './handle-stripe-event.ts';

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

describe('a payment', () => {
  it('by webhook makes the order paid, takes the stock off the shelf and the items out of the cart', async () => {
    const { buyer, product, orderId, sessionId, order, stock } = await begin();
    const left = await market.addProduct({ sellerId: seller.id });
    await buyer.cart.addItem({ variantId: product.variantId, quantity: 1 });
    await buyer.cart.addItem({ variantId: left.variantId, quantity: 1 });
    await stripe.pay(sessionId);
    expect(await market.deliver(await findPaidEvent(market, orderId))).toBe(200);
    expect(await order()).toMatchObject({
      status: 'paid',
      paymentFailure: null,
      sellerOrders: [{ status: 'paid' }],
    });
    expect(await stock()).toEqual({ onHand: 8, reserved: 0 });
    expect(await buyer.cart.get()).toMatchObject({ itemCount: 2 });
    const facts = await market.factsOf(orderId);
    expect(facts.map((fact) => fact.type)).toEqual(['order.placed', 'order.paid']);
    expect(facts[1]?.payload).toMatchObject({ totalMinor: (await order()).totalMinor });
  });

  it('counts once: replayed, at once, and racing with the return of the buyer', async () => {
    const { buyer, orderId, sessionId, stock } = await begin();
    await stripe.pay(sessionId);
    const event = await findPaidEvent(market, orderId);
    const statuses = await Promise.all([
      ...Array.from({ length: 5 }, () => market.deliver(event)),
      ...Array.from({ length: 5 }, () => buyer.payment.settle({ orderId })),
      market.deliver({ ...event, id: `${event.id}_again` }),
    ]);
    expect(statuses.filter((status) => typeof status === 'object')).toEqual(
      Array.from({ length: 5 }, () => ({ status: 'paid', paymentFailure: null })),
    );
    await market.deliver(event);
    expect(await stock()).toEqual({ onHand: 8, reserved: 0 });
    expect((await market.factsOf(orderId)).filter((fact) => fact.type === 'order.paid')).toHaveLength(1);
    expect(await market.refundsOf(orderId)).toEqual([]);
  });

  it('is found on return when the webhook is late', async () => {
    const { buyer, orderId, sessionId } = await begin();
    expect(await buyer.payment.settle({ orderId })).toEqual({
      status: 'pending_payment',
      paymentFailure: null,
    });
    await stripe.pay(sessionId);
    expect(await buyer.payment.settle({ orderId })).toEqual({ status: 'paid', paymentFailure: null });
  });

  it('that is declined says why and leaves everything as it is; the next card pays', async () => {
    const { buyer, orderId, sessionId, stock } = await begin();
    expect(await stripe.pay(sessionId, 'insufficient_funds')).toBe(false);
    for (const event of await market.eventsOf(orderId)) await market.deliver(event);
    const declined = await buyer.order.get({ orderId });
    expect(declined).toMatchObject({
      status: 'pending_payment',
      paymentFailure: expect.stringMatching(/funds/i),
    });
    expect(await buyer.cart.get()).toMatchObject({ itemCount: 2, hasProblems: false });
    expect(await stock()).toEqual({ onHand: 10, reserved: 2 });
    expect(await stripe.pay(sessionId)).toBe(true);
    // In the wrong order: the failure is told again after the payment.
    for (const event of (await market.eventsOf(orderId)).reverse())
      await market.deliver({ ...event, id: `${event.id}_r` });
    expect(await buyer.order.get({ orderId })).toMatchObject({ status: 'paid', paymentFailure: null });
  });

  it('that is declined is known on return, webhook or not', async () => {
    const { buyer, orderId, sessionId } = await begin();
    await stripe.pay(sessionId, 'declined');
    expect(await buyer.payment.settle({ orderId })).toMatchObject({
      status: 'pending_payment',
      paymentFailure: expect.stringMatching(/declined/i),
    });
  });

  it('is honoured for a session that was never noted: the process died in between', async () => {
    const { orderId, sessionId, order } = await begin();
    await market.services.database.client`
      update payment set session_id = null, redirect_url = null where order_id = ${orderId}`;
    await stripe.pay(sessionId);
    await market.deliver(await findPaidEvent(market, orderId));
    expect(await order()).toMatchObject({ status: 'paid' });
  });
});

describe('webhooks', () => {
  it('that are forged, stale or no events are refused and leave no trace', async () => {
    const { orderId, sessionId, order } = await begin();
    await stripe.pay(sessionId);
    const event = await findPaidEvent(market, orderId);
    const tooOld = Math.floor(Date.now() / 1_000) - 3_600;
    expect(await market.deliver(event, { secret: 'whsec_somebody_else' })).toBe(400);
    expect(await market.deliver(event, { timestampSeconds: tooOld })).toBe(400);
    expect(await order()).toMatchObject({ status: 'pending_payment' });
    const rows = await market.services.database.client`select id from stripe_event where id = ${event.id}`;
    expect(rows).toHaveLength(0);
  });

  it('of kinds and about sessions that mean nothing to us are kept and confirmed', async () => {
    const object = { id: 'x', object: 'thing' };
    expect(
      await market.deliver({ id: 'evt_unknown', object: 'event', type: 'moon.landed', data: { object } }),
    ).toBe(200);
    const foreign = {
      id: 'cs_foreign',
      status: 'complete',
      payment_status: 'paid',
      amount_total: 5,
      currency: 'usd',
    };
    const event = {
      id: 'evt_foreign',
      object: 'event',
      type: PAID_EVENT,
      data: { object: { ...foreign, metadata: {} } },
    };
    expect(await market.deliver(event)).toBe(200);
    const rows = await market.services.database.client`
      select id from stripe_event where id in ('evt_unknown', 'evt_foreign') and handled_at is not null`;
    expect(rows).toHaveLength(2);
  });

  it('that cannot be handled now are confirmed, kept, and handled later', async () => {
    const { orderId, sessionId, order } = await begin();
    await stripe.pay(sessionId);
    const { client } = market.services.database;
    await client`update orders set currency = 'EUR' where id = ${orderId}`;
    expect(await market.deliver(await findPaidEvent(market, orderId))).toBe(200);
    expect(await order()).toMatchObject({ status: 'pending_payment' });
    await client`update orders set currency = 'USD' where id = ${orderId}`;
    clock.advance(5_000);
    await retryStripeEvents(market.services);
    expect(await order()).toMatchObject({ status: 'paid' });
  });
});

describe('watching an order', () => {
  it('yields it now and after every change', async () => {
    const { buyer, orderId, sessionId } = await begin();
    const updates = (await buyer.order.watch({ orderId }))[Symbol.asyncIterator]();
    expect((await updates.next()).value).toMatchObject({ status: 'pending_payment' });
    const next = updates.next();
    await stripe.pay(sessionId);
    await buyer.payment.settle({ orderId });
    expect((await next).value).toMatchObject({ status: 'paid' });
    await updates.return?.();
  });
});
