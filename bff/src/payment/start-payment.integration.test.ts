import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPaymentMarket, type PaymentMarket } from '../testing/payment-market.ts';
import { beginCheckout, fillCart, mustPlace } from '../testing/test-checkout.ts';
import { openTestMarket, RESERVATION_MS } from '../testing/test-market.ts';

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
    const away = await openTestMarket({ databaseUrl: opened.databaseUrl, clock });
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
