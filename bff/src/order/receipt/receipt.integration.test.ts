import { createHash } from 'node:crypto';
import { type Receipt, verifyReceiptResult } from '@plaza/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryOutRefunds } from '../../payment/carry-out-refunds.ts';
import { openPaymentMarket, type PaymentMarket } from '../../testing/payment-market.ts';
import { startTestBff, type TestBff } from '../../testing/start-test-bff.ts';
import { beginCheckout, findPaidEvent } from '../../testing/test-checkout.ts';
import { readOrders } from '../order.repository.ts';
import { issueReceipt } from './issue-receipt.ts';

let opened: PaymentMarket;
let market: PaymentMarket['market'];
let bff: TestBff;

beforeAll(async () => {
  opened = await openPaymentMarket();
  ({ market } = opened);
  bff = await startTestBff(market.services);
});
afterAll(async () => {
  await bff.close();
  await opened.close();
});

async function buy() {
  const checkout = await beginCheckout(market, { sellerId: opened.seller.id });
  await opened.stripe.pay(checkout.sessionId);
  await market.deliver(await findPaidEvent(market, checkout.orderId));
  return checkout;
}

async function receiptOf({ buyer, orderId }: Awaited<ReturnType<typeof buy>>): Promise<Receipt> {
  const result = await buyer.receipt.get({ orderId });
  if (!result.ok) throw new Error(result.code);
  return result.receipt;
}
const verify = (digest: string) => market.visit().receipt.verify({ digest });

describe('a receipt', () => {
  it('says what was bought and paid, and is made once', async () => {
    const bought = await buy();
    const order = await bought.order();
    const [record] = await readOrders(market.services.database.client, [bought.orderId]);
    if (!record) throw new Error('There is an order.');
    await Promise.all(Array.from({ length: 5 }, () => issueReceipt(market.services, record)));
    const receipt = await receiptOf(bought);
    expect(receipt.content).toMatchObject({
      orderNumber: order.number,
      totalMinor: order.totalMinor,
      sellerOrders: [{ lines: [{ quantity: 2, unitPriceMinor: 1_000, totalMinor: 2_000 }] }],
    });
    // A new name of the seller is no new receipt.
    await market.services.database
      .client`update seller set name = 'Another name' where id = ${opened.seller.id}`;
    expect(await receiptOf(bought)).toEqual(receipt);
  });

  it('is there for its buyer alone, and only when something was paid', async () => {
    const bought = await buy();
    await expect(market.visit().receipt.get({ orderId: bought.orderId })).rejects.toThrow();
    const unpaid = await beginCheckout(market, { sellerId: opened.seller.id });
    expect(await unpaid.buyer.receipt.get({ orderId: unpaid.orderId })).toEqual({
      ok: false,
      code: 'not_paid',
    });
  });

  it('is verified by its digest, by anyone, with nothing personal in the answer', async () => {
    const bought = await buy();
    const { digest, content } = await receiptOf(bought);
    const answer = await verify(`  ${digest.toUpperCase().replace(/(.{8})/g, '$1 ')}`);
    expect(answer).toEqual({
      ok: true,
      orderNumber: content.orderNumber,
      paidAt: content.paidAt,
      currency: 'USD',
      totalMinor: content.totalMinor,
      state: 'unchanged',
      refundedMinor: 0,
    });
    expect(JSON.stringify(answer)).not.toMatch(/Ada|Fifth|plaza\.test/);
    expect(await verify(digest.replace(/^./, (c) => (c === 'a' ? 'b' : 'a')))).toEqual({
      ok: false,
      code: 'unknown',
    });
  });

  it('says what was given back since', async () => {
    const bought = await buy();
    const { digest, content } = await receiptOf(bought);
    const [part] = (await bought.order()).sellerOrders;
    await bought.buyer.order.cancelSellerOrder({ sellerOrderId: part?.id ?? '' });
    await carryOutRefunds(market.services);
    expect(await verify(digest)).toMatchObject({ state: 'refunded', refundedMinor: content.totalMinor });
    expect((await receiptOf(bought)).digest).toBe(digest);
  });

  it('does not verify when its row was changed, or signed by somebody else', async () => {
    const { client } = market.services.database;
    const [changed, forged] = await Promise.all([buy(), buy()]);
    const [first, second] = [await receiptOf(changed), await receiptOf(forged)];
    await client`update receipt set content = replace(content, '"quantity":2', '"quantity":3')
      where order_id = ${changed.orderId}`;
    await client`update receipt set signature = ${first.signature} where order_id = ${forged.orderId}`;
    expect(await verify(first.digest)).toMatchObject({ ok: false });
    expect(await verify(second.digest)).toMatchObject({ ok: false });
  });

  it('still verifies when its content was erased', async () => {
    const bought = await buy();
    const { digest, content } = await receiptOf(bought);
    await market.services.database
      .client`update receipt set content = null where order_id = ${bought.orderId}`;
    expect(await verify(digest)).toMatchObject({ ok: true, totalMinor: content.totalMinor });
    await expect(bought.buyer.receipt.get({ orderId: bought.orderId })).rejects.toThrow();
  });
});

describe('over HTTP', () => {
  it('it comes as PDF and as the bytes of its digest, to its buyer alone', async () => {
    const { account } = await market.addSeller();
    const bought = await buy();
    await market.services.database.client`
      update orders set buyer_key = ${`account:${account.id}`} where id = ${bought.orderId}`;
    const [mine, other] = await Promise.all([bff.browse(account), bff.browse()]);
    const pdf = await mine.send(`/api/receipts/${bought.orderId}.pdf`);
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(pdf.headers.get('cache-control')).toBe('private, no-store');
    expect((await pdf.text()).startsWith('%PDF-')).toBe(true);

    const json = await mine.send(`/api/receipts/${bought.orderId}.json`);
    const digest = createHash('sha256')
      .update(await json.text())
      .digest('hex');
    const answer = await other.query('receipt.verify', { digest });
    expect(verifyReceiptResult.parse(answer.data).ok).toBe(true);

    for (const file of [
      `${bought.orderId}.pdf`,
      `${bought.orderId}.json`,
      'nothing.pdf',
      `${bought.orderId}.exe`,
    ]) {
      expect((await other.send(`/api/receipts/${file}`)).status).toBe(404);
    }
  });

  it('the public keys are for everybody, the private ones for nobody', async () => {
    const response = await (await bff.browse()).send('/api/receipts/keys.json');
    const body = await response.text();
    expect(JSON.parse(body)).toMatchObject({ keys: [{ kid: 'test', kty: 'OKP', crv: 'Ed25519' }] });
    expect(body).not.toContain('"d"');
  });
});
