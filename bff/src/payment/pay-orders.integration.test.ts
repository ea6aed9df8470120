import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPaymentMarket, type PaymentMarket } from '../testing/payment-market.ts';
import { fillCart, findPaidEvent, mustPlace, openPage } from '../testing/test-checkout.ts';

let opened: PaymentMarket;
let market: PaymentMarket['market'];
let stripe: PaymentMarket['stripe'];

beforeAll(async () => {
  opened = await openPaymentMarket();
  ({ market, stripe } = opened);
});
afterAll(() => opened.close());

/** A paid session for products of two sellers; one unit more of the first and something else came to the cart since. */
async function payForTwoSellers() {
  const sellers = [opened.seller, await market.addSeller()];
  const [first, second] = await Promise.all(
    sellers.map((seller) => market.addProduct({ sellerId: seller.id, onHand: 9, priceMinor: 1_250 })),
  );
  const other = await market.addProduct({ sellerId: opened.seller.id });
  if (!first || !second) throw new Error('Two products were added.');
  const buyer = market.visit();
  await fillCart(buyer, [
    { variantId: first.variantId, quantity: 2 },
    { variantId: second.variantId, quantity: 3 },
  ]);
  const orderId = await mustPlace(buyer);
  const sessionId = await openPage(market, buyer, orderId);
  await fillCart(buyer, [{ variantId: first.variantId }, { variantId: other.variantId }]);
  await stripe.pay(sessionId);
  const variantIds = [first.variantId, second.variantId];
  return { buyer, orderId, variantIds };
}

/** Everything that a payment writes, without what is of one order only: ids, numbers and keys. */
async function rowsAfter({ buyer, orderId, variantIds }: Awaited<ReturnType<typeof payForTwoSellers>>) {
  const { client } = market.services.database;
  const [order] = await client`
    select status, total_minor, paid_at is not null as is_paid from orders where id = ${orderId}`;
  const parts = await client`
    select status, total_minor, jsonb_path_query_array(timeline, '$[*].status') as steps
    from seller_order where order_id = ${orderId} order by id`;
  const payments = await client`
    select attempt, status, amount_minor, currency, intent_id is not null as has_intent, failure_message
    from payment where order_id = ${orderId}`;
  const facts = (await market.factsOf(orderId)).filter((fact) => fact.type === 'order.paid');
  const mails =
    await client`select template, recipient, status from mail where data->>'orderId' = ${orderId}`;
  const cart = await buyer.cart.get();
  return {
    order,
    parts: [...parts],
    payments: [...payments],
    mails: [...mails],
    facts: facts.map((fact) => withoutIds(fact.payload)),
    stock: await Promise.all(variantIds.map((variantId) => market.stockOf(variantId))),
    cart: cart.groups.flatMap((group) => group.lines).map((line) => line.quantity),
  };
}

const withoutIds = (value: unknown) =>
  JSON.parse(
    JSON.stringify(value, (key, inner) => (/(id|key|number|title)$/i.test(key) ? `a ${key}` : inner)),
  );

describe('a payment as it should be', () => {
  it('leaves the same behind by the short way of webhooks and by the long way of a return', async () => {
    const [byWebhook, byReturn] = [await payForTwoSellers(), await payForTwoSellers()];
    expect(await market.deliver(await findPaidEvent(market, byWebhook.orderId))).toBe(200);
    await byReturn.buyer.payment.settle({ orderId: byReturn.orderId });
    const rows = await rowsAfter(byWebhook);
    expect(rows).toEqual(await rowsAfter(byReturn));
    expect(rows).toMatchObject({
      order: { status: 'paid', is_paid: true },
      parts: [
        { status: 'paid', steps: ['pending_payment', 'paid'] },
        { status: 'paid', steps: ['pending_payment', 'paid'] },
      ],
      payments: [{ status: 'succeeded', has_intent: true }],
      stock: [
        { onHand: 7, reserved: 0 },
        { onHand: 6, reserved: 0 },
      ],
      cart: [1, 1],
      mails: [{ template: 'order-confirmation', recipient: 'ada@plaza.test', status: 'queued' }],
    });
    expect(rows.facts).toHaveLength(1);
  });

  it('is noted with many others at once, each by itself', async () => {
    const orders = await Promise.all(Array.from({ length: 8 }, () => payForTwoSellers()));
    const events = await Promise.all(orders.map(({ orderId }) => findPaidEvent(market, orderId)));
    // Twice each, and one of an order whose money does not fit: it must not hold up the others.
    const [odd] = orders;
    await market.services.database
      .client`update orders set total_minor = total_minor + 1 where id = ${odd?.orderId ?? ''}`;
    await Promise.all([...events, ...events].map((event) => market.deliver(event)));
    const rows = await Promise.all(orders.map(rowsAfter));
    expect(rows.map((row) => row.order?.status)).toEqual(['pending_payment', ...Array(7).fill('paid')]);
    for (const row of rows.slice(1)) {
      expect(row.facts).toHaveLength(1);
      expect(row.mails).toHaveLength(1);
      expect(row.stock).toEqual([
        { onHand: 7, reserved: 0 },
        { onHand: 6, reserved: 0 },
      ]);
    }
  });
});
