import { createTestMail, type TestMail } from '@plaza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mails } from '../mails.ts';
import { notificationJobs } from '../notification/public.ts';
import type { Job } from '../platform/job.ts';
import { openPaymentMarket, type PaymentMarket } from '../testing/payment-market.ts';
import { fillCart, findPaidEvent, mustPlace, openPage } from '../testing/test-checkout.ts';

let inbox: TestMail;
let opened: PaymentMarket;
let jobs: Job[];

beforeAll(async () => {
  inbox = await createTestMail();
  opened = await openPaymentMarket({ smtpUrl: inbox.smtpUrl });
  jobs = notificationJobs(opened.market.services, mails);
});
afterAll(async () => {
  await Promise.all(jobs.map((job) => job.stop()));
  await Promise.all([opened.close(), inbox.drop()]);
});

/** An order of two sellers' products, paid at the provider; nobody here knows yet. */
async function payElsewhere() {
  const { market, stripe, seller } = opened;
  const other = await market.addSeller();
  const [first, second] = await Promise.all([
    market.addProduct({ sellerId: seller.id, priceMinor: 1_250 }),
    market.addProduct({ sellerId: other.id, priceMinor: 99 }),
  ]);
  const buyer = market.visit();
  await fillCart(buyer, [{ variantId: first.variantId, quantity: 2 }, { variantId: second.variantId }]);
  const email = `${crypto.randomUUID()}@plaza.test`;
  const { address } = await buyer.cart.get();
  if (!address) throw new Error('The cart has an address.');
  await buyer.cart.setDelivery({ email, address });
  const orderId = await mustPlace(buyer);
  await stripe.pay(await openPage(market, buyer, orderId));
  return { buyer, email, orderId, sellers: [seller, other], event: await findPaidEvent(market, orderId) };
}
const arrivesFor = (email: string) =>
  expect.poll(() => inbox.mailsTo(email).length, { timeout: 5_000, interval: 20 }).toBe(1);

describe('the confirmation of an order', () => {
  it('tells the buyer what was bought from whom, what was paid, and where to look', async () => {
    const { email, orderId, sellers, buyer, event } = await payElsewhere();
    await opened.market.deliver(event);
    await arrivesFor(email);
    const order = await buyer.order.get({ orderId });
    const [mail] = inbox.mailsTo(email);
    expect(mail?.subject).toContain(order.number);
    for (const text of [mail?.html, mail?.text]) {
      for (const seller of sellers) expect(text).toContain(`Parcel from ${seller.name}`);
      for (const line of order.sellerOrders.flatMap((part) => part.lines)) expect(text).toContain(line.title);
      expect(text).toContain('2 × $12.50');
      expect(text).toContain(`$${(order.totalMinor / 100).toFixed(2)}`);
      expect(text).toContain('350 Fifth Avenue');
      expect(text).toContain('Standard shipping · Arrives');
      expect(text).toContain(`http://plaza.test/orders/${orderId}`);
      expect(text).toContain(`http://plaza.test/orders/${orderId}/receipt`);
    }
  });

  it('is one, however often and by whom the payment is told of', async () => {
    const { market } = opened;
    const { email, orderId, buyer, event } = await payElsewhere();
    await Promise.all([
      market.deliver(event),
      buyer.payment.settle({ orderId }),
      market.deliver({ ...event, id: `${event.id}_again` }),
    ]);
    await arrivesFor(email);
    await Promise.all([buyer.payment.settle({ orderId }), market.deliver(event)]);
    const rows = await market.services.database.client`select from mail where recipient = ${email}`;
    expect(rows).toHaveLength(1);
    expect(inbox.mailsTo(email)).toMatchObject([{ copies: 1 }]);
  });

  it('is not sent for an order that nobody paid', async () => {
    const { email, buyer } = await payElsewhere();
    await buyer.cart.get();
    const rows = await opened.market.services.database.client`select from mail where recipient = ${email}`;
    expect(rows).toHaveLength(0);
  });
});
