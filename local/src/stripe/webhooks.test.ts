import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openTestStandIn, type TestStandIn } from './test-stand-in.ts';

let standIn: TestStandIn;

beforeEach(async () => {
  standIn = await openTestStandIn();
});
afterEach(() => standIn.close());

describe('webhooks', () => {
  it('are sent again until the shop confirms', async () => {
    standIn.shop.status = 500;
    await standIn.pay(await standIn.newCheckout());
    standIn.shop.status = 200;
    await vi.waitFor(
      () => expect(standIn.shop.types()).toEqual(['checkout.session.completed', 'payment_intent.succeeded']),
      8_000,
    );
    const events = await standIn.stripe.events.list({ type: 'checkout.session.completed' });
    expect(await standIn.stripe.events.retrieve(events.data[0]?.id ?? '')).toMatchObject({
      type: 'checkout.session.completed',
    });
  });

  it('survive a restart, as does everything else, behind a line that was cut off', async () => {
    standIn.shop.status = 503;
    const created = await standIn.newCheckout();
    const intent = await standIn.pay(created);
    await standIn.stop();
    standIn.cutOffJournal();
    standIn.shop.status = 200;
    await standIn.start();
    await vi.waitFor(
      () => expect(standIn.shop.types()).toEqual(['checkout.session.completed', 'payment_intent.succeeded']),
      5_000,
    );
    expect(await standIn.stripe.checkout.sessions.retrieve(created.id)).toMatchObject({ status: 'complete' });
    expect(await standIn.stripe.refunds.create({ payment_intent: intent.id })).toMatchObject({
      amount: 10_488,
    });
  });
});
