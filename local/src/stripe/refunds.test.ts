import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { card, openTestStandIn, submit, type TestStandIn } from './test-stand-in.ts';

let standIn: TestStandIn;

beforeEach(async () => {
  standIn = await openTestStandIn();
});
afterEach(() => standIn.close());

describe('refunds', () => {
  it('may be partial, and never exceed what was paid', async () => {
    const intent = await standIn.pay(await standIn.newCheckout());
    const first = await standIn.stripe.refunds.create({
      payment_intent: intent.id,
      amount: 10_000,
      reason: 'requested_by_customer',
    });
    expect(await standIn.stripe.refunds.retrieve(first.id)).toMatchObject({
      amount: 10_000,
      status: 'succeeded',
    });
    await expect(
      standIn.stripe.refunds.create({ payment_intent: intent.id, amount: 489 }),
    ).rejects.toMatchObject({
      param: 'amount',
    });
    expect(await standIn.stripe.refunds.create({ payment_intent: intent.id })).toMatchObject({ amount: 488 });
    await expect(standIn.stripe.refunds.create({ payment_intent: intent.id })).rejects.toMatchObject({
      code: 'charge_already_refunded',
    });
    await vi.waitFor(() =>
      expect(standIn.shop.types().filter((type) => type === 'charge.refunded')).toHaveLength(2),
    );
    expect((await standIn.stripe.refunds.list({ payment_intent: intent.id })).data).toHaveLength(2);
  });

  it('need a payment', async () => {
    const created = await standIn.newCheckout();
    await submit(created.url ?? '', card('4000000000000002'));
    const unpaid = await standIn.stripe.checkout.sessions.retrieve(created.id);
    await expect(
      standIn.stripe.refunds.create({ payment_intent: String(unpaid.payment_intent) }),
    ).rejects.toMatchObject({ statusCode: 400 });
    await expect(standIn.stripe.refunds.create({ payment_intent: 'pi_none' })).rejects.toMatchObject({
      code: 'resource_missing',
    });
  });
});
