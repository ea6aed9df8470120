import Stripe from 'stripe';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GOOD_CARD, openTestStandIn, submit, type TestStandIn } from './test-stand-in.ts';

let standIn: TestStandIn;

beforeEach(async () => {
  standIn = await openTestStandIn();
});
afterEach(() => standIn.close());

describe('a checkout session', () => {
  it('is created, read back and carries what the shop gave it', async () => {
    const created = await standIn.newCheckout();
    expect(created).toMatchObject({
      amount_total: 10_488,
      currency: 'eur',
      status: 'open',
      payment_status: 'unpaid',
      payment_intent: null,
      client_reference_id: 'order-1',
      metadata: { order: '1' },
    });
    expect(created.url).toBe(`http://127.0.0.1:${standIn.port}/stripe/pay/${created.id}`);
    const read = await standIn.stripe.checkout.sessions.retrieve(created.id, { expand: ['line_items'] });
    expect(read.line_items?.data.map((line) => [line.description, line.quantity, line.amount_total])).toEqual(
      [
        ['Keyboard & <b>mouse</b>', 2, 9_998],
        ['Delivery', 1, 490],
      ],
    );
  });

  it('refuses what Stripe refuses, naming the parameter', async () => {
    await expect(standIn.newCheckout({ line_items: [] })).rejects.toMatchObject({
      statusCode: 400,
      param: 'line_items',
    });
    await expect(
      standIn.newCheckout({ expires_at: Math.floor(standIn.nowMs() / 1_000) + 60 }),
    ).rejects.toMatchObject({
      param: 'expires_at',
    });
    await expect(standIn.newCheckout({ success_url: 'nowhere' })).rejects.toMatchObject({
      param: 'success_url',
    });
    await expect(standIn.newCheckout({ mode: 'setup' })).rejects.toMatchObject({
      type: 'StripeInvalidRequestError',
    });
    await expect(standIn.stripe.checkout.sessions.retrieve('cs_test_none')).rejects.toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
    });
    const stranger = new Stripe('pk_live_x', { host: '127.0.0.1', port: standIn.port, protocol: 'http' });
    await expect(stranger.events.list()).rejects.toMatchObject({ type: 'StripeAuthenticationError' });
    await expect(standIn.stripe.customers.list()).rejects.toMatchObject({ statusCode: 404 });
  });

  it('expires by the shop’s wish, and by its time', async () => {
    const first = await standIn.newCheckout();
    const second = await standIn.newCheckout({ expires_at: Math.floor(standIn.nowMs() / 1_000) + 1_800 });
    expect(await standIn.stripe.checkout.sessions.expire(first.id)).toMatchObject({
      status: 'expired',
      url: null,
    });
    await expect(standIn.stripe.checkout.sessions.expire(first.id)).rejects.toMatchObject({
      statusCode: 400,
    });
    standIn.passTime(1_801_000);
    await vi.waitFor(
      () => expect(standIn.shop.types()).toEqual(['checkout.session.expired', 'checkout.session.expired']),
      5_000,
    );
    expect(await standIn.stripe.checkout.sessions.retrieve(second.id)).toMatchObject({ status: 'expired' });
    expect((await submit(second.url ?? '', GOOD_CARD)).status).toBe(410);
  });
});

describe('an idempotency key', () => {
  it('gives the first answer again, even to calls at the same time and after a restart', async () => {
    const options = { idempotencyKey: 'order-1' };
    const answers = await Promise.all(Array.from({ length: 4 }, () => standIn.newCheckout({}, options)));
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
    await standIn.stop();
    await standIn.start();
    const replayed = await standIn.newCheckout({}, options);
    expect(replayed.id).toBe(answers[0]?.id);
    expect(replayed.lastResponse.headers['idempotent-replayed']).toBe('true');
    await expect(standIn.newCheckout({ client_reference_id: 'other' }, options)).rejects.toMatchObject({
      type: 'StripeIdempotencyError',
    });
  });
});
