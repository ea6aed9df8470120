import { createTestDatabase, createTestStripe, type TestDatabase, type TestStripe } from '@plaza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expireOrders } from '../order/expire-orders.ts';
import {
  type Buyer,
  fillCart,
  mustPlace,
  openTestMarket,
  RESERVATION_MS,
  TestClock,
  type TestMarket,
} from '../testing/test-market.ts';
import { carryOutRefunds } from './carry-out-refunds.ts';
import { closeOverduePayments } from './close-payments.ts';
import { retryStripeEvents } from './handle-stripe-event.ts';

let database: TestDatabase;
let stripe: TestStripe;
let market: TestMarket;
let clock: TestClock;
let seller: Awaited<ReturnType<TestMarket['addSeller']>>;

beforeAll(async () => {
  clock = new TestClock();
  [database, stripe] = await Promise.all([
    createTestDatabase(),
    createTestStripe({ clock: () => clock.now().getTime() }),
  ]);
  market = await openTestMarket({ databaseUrl: database.url, clock, stripe });
  seller = await market.addSeller();
});
afterAll(async () => {
  await market.services.close();
  await Promise.all([database.drop(), stripe.drop()]);
});

const PAID = 'checkout.session.completed';

/** A buyer with a placed order of `quantity` units of one product, and the payment page open. */
async function begin({ quantity = 2, onHand = 10, priceMinor = 1_000 } = {}) {
  const product = await market.addProduct({ sellerId: seller.id, onHand, priceMinor });
  const buyer = market.visit();
  await fillCart(buyer, [{ variantId: product.variantId, quantity }]);
  const orderId = await mustPlace(buyer);
  const sessionId = await open(buyer, orderId);
  const order = () => buyer.order.get({ orderId });
  const stock = () => market.stockOf(product.variantId);
  return { product, buyer, orderId, sessionId, order, stock };
}

async function open(buyer: Buyer, orderId: string): Promise<string> {
  const started = await buyer.payment.start({ orderId });
  if (!started.ok) throw new Error(`Not started: ${started.code}.`);
  return market.sessionOf(orderId);
}

async function paidEvent(orderId: string) {
  const event = (await market.eventsOf(orderId)).find((one) => one.type === PAID);
  if (!event) throw new Error('Nobody paid.');
  return event;
}

describe('starting a payment', () => {
  it("opens the provider's page for exactly what is due, and the same page again", async () => {
    const { buyer, orderId, sessionId, order } = await begin();
    const session = await market.services.stripe.checkout.sessions.retrieve(sessionId);
    const { totalMinor } = await order();
    expect(session).toMatchObject({
      amount_total: totalMinor,
      currency: 'usd',
      customer_email: 'ada@plaza.test',
      client_reference_id: orderId,
      success_url: `http://plaza.test/checkout/confirmation/${orderId}`,
      cancel_url: 'http://plaza.test/checkout',
    });
    const again = await Promise.all(Array.from({ length: 4 }, () => buyer.payment.start({ orderId })));
    for (const started of again) expect(started).toEqual({ ok: true, redirectUrl: session.url });
  });

  it('opens one page for several starts at once', async () => {
    const { variantId } = await market.addProduct({ sellerId: seller.id });
    const buyer = market.visit();
    await fillCart(buyer, [{ variantId }]);
    const orderId = await mustPlace(buyer);
    const started = await Promise.all(Array.from({ length: 5 }, () => buyer.payment.start({ orderId })));
    expect(new Set(started.map((one) => one.ok && one.redirectUrl)).size).toBe(1);
    expect(started[0]?.ok).toBe(true);
  });

  it('is refused for an order that is paid, cancelled or ran out', async () => {
    const paid = await begin();
    await stripe.pay(paid.sessionId);
    await paid.buyer.payment.settle(paid);
    expect(await paid.buyer.payment.start(paid)).toMatchObject({ ok: false, code: 'already_paid' });

    const cancelled = await begin();
    const sellerOrderId = (await cancelled.order()).sellerOrders[0]?.id ?? '';
    await cancelled.buyer.order.cancelSellerOrder({ sellerOrderId });
    expect(await cancelled.buyer.payment.start(cancelled)).toMatchObject({
      ok: false,
      code: 'order_cancelled',
    });

    const late = await begin();
    clock.advance(RESERVATION_MS);
    expect(await late.buyer.payment.start(late)).toMatchObject({ ok: false, code: 'order_expired' });
  });

  it('says so when the provider is away, and works when it is back', async () => {
    const away = await openTestMarket({ databaseUrl: database.url, clock });
    const { variantId } = await market.addProduct({ sellerId: seller.id });
    const buyer = away.visit(null, 'patient');
    await fillCart(buyer, [{ variantId }]);
    const orderId = await mustPlace(buyer);
    expect(await buyer.payment.start({ orderId })).toMatchObject({ ok: false, code: 'provider_unavailable' });
    expect(await buyer.payment.settle({ orderId })).toMatchObject({ status: 'pending_payment' });
    expect(await market.visit(null, 'patient').payment.start({ orderId })).toMatchObject({ ok: true });
    await away.services.close();
  });
});

describe('a payment', () => {
  it('by webhook makes the order paid, takes the stock off the shelf and the items out of the cart', async () => {
    const { buyer, product, orderId, sessionId, order, stock } = await begin();
    const left = await market.addProduct({ sellerId: seller.id });
    await buyer.cart.addItem({ variantId: product.variantId, quantity: 1 });
    await buyer.cart.addItem({ variantId: left.variantId, quantity: 1 });
    await stripe.pay(sessionId);
    expect(await market.deliver(await paidEvent(orderId))).toBe(200);
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
    const event = await paidEvent(orderId);
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
    await market.deliver(await paidEvent(orderId));
    expect(await order()).toMatchObject({ status: 'paid' });
  });
});

describe('webhooks', () => {
  it('that are forged, stale or no events are refused and leave no trace', async () => {
    const { orderId, sessionId, order } = await begin();
    await stripe.pay(sessionId);
    const event = await paidEvent(orderId);
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
      type: PAID,
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
    expect(await market.deliver(await paidEvent(orderId))).toBe(200);
    expect(await order()).toMatchObject({ status: 'pending_payment' });
    await client`update orders set currency = 'USD' where id = ${orderId}`;
    clock.advance(5_000);
    await retryStripeEvents(market.services);
    expect(await order()).toMatchObject({ status: 'paid' });
  });
});

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
    await market.deliver(await paidEvent(orderId));
    expect(await order()).toMatchObject({ status: 'paid' });
    expect(await stock()).toEqual({ onHand: 8, reserved: 0 });
  });

  it('gives the money back when the stock has been sold since', async () => {
    const { sessionId, orderId, product, order, stock } = await begin({ quantity: 2, onHand: 2 });
    clock.advance(RESERVATION_MS + 10 * 60_000);
    await expireOrders(market.services);
    await market.setOnHand(product.variantId, 1);
    await stripe.pay(sessionId);
    await market.deliver(await paidEvent(orderId));
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
    const secondSession = await open(buyer, second);
    expect(await stripe.pay(sessionId)).toBe(false);
    expect(await stripe.pay(secondSession)).toBe(true);
    expect(await buyer.payment.settle({ orderId: second })).toMatchObject({ status: 'paid' });
    expect(await buyer.cart.get()).toMatchObject({ itemCount: 0 });
  });

  it('and who has paid the superseded order gets that money back', async () => {
    const { buyer, sessionId, orderId } = await begin();
    await stripe.pay(sessionId);
    const second = await mustPlace(buyer);
    await open(buyer, second);
    const { status, totalMinor } = await buyer.order.get({ orderId });
    expect(status).toBe('cancelled');
    expect(await market.refundsOf(orderId)).toEqual([
      { reason: 'paid_too_late', status: 'requested', amountMinor: totalMinor },
    ]);
  });

  it('and a second payment of the same order goes back', async () => {
    const { buyer, sessionId, orderId, order, stock } = await begin();
    await stripe.pay(sessionId);
    const event = await paidEvent(orderId);
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
    const sessionId = await open(buyer, orderId);
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
    const next = await open(buyer, orderId);
    expect(await stripe.pay(sessionId)).toBe(false);
    expect(await stripe.pay(next)).toBe(true);
    expect(await buyer.payment.settle({ orderId })).toMatchObject({ status: 'paid' });
    expect(await market.refundsOf(orderId)).toEqual([]);
  });

  it('a part in the moment of paying for it gives back what it cost', async () => {
    const { buyer, orderId, sessionId, first } = await beginTwo();
    await stripe.pay(sessionId);
    await buyer.order.cancelSellerOrder({ sellerOrderId: first });
    await market.deliver(await paidEvent(orderId));
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
    const away = await openTestMarket({ databaseUrl: database.url, clock });
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
