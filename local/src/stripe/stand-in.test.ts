import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Stripe from 'stripe';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findFreePort } from '../processes/free-port.ts';
import { type RunningStandIn, startStandIn } from './start-stand-in.ts';

const SECRET = 'whsec_test_secret';

let folder: string;
let port: number;
let shop: Shop;
let standIn: RunningStandIn;
let stripe: Stripe;
let nowMs: number;

/** The receiving end of webhooks: keeps what is properly signed. */
interface Shop {
  url: string;
  received: Stripe.Event[];
  /** Status that the shop answers with. */
  status: number;
  server: Server;
}

async function startShop(): Promise<Shop> {
  const received: Stripe.Event[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => {
      const event = stripe.webhooks.constructEvent(body, String(request.headers['stripe-signature']), SECRET);
      if (running.status === 200) received.push(event);
      response.writeHead(running.status).end();
    });
  });
  const shopPort = await findFreePort();
  await new Promise<void>((done) => server.listen(shopPort, '127.0.0.1', done));
  const running: Shop = { url: `http://127.0.0.1:${shopPort}/hook`, received, status: 200, server };
  return running;
}

function start(): Promise<RunningStandIn> {
  return startStandIn({
    port,
    host: '127.0.0.1',
    dataDir: join(folder, 'data'),
    publicBaseUrl: `http://127.0.0.1:${port}/stripe`,
    webhookUrl: shop.url,
    webhookSecret: SECRET,
    clock: () => nowMs,
  });
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plaza-stripe-'));
  port = await findFreePort();
  nowMs = Date.now();
  stripe = new Stripe('sk_test_plaza', { host: '127.0.0.1', port, protocol: 'http', maxNetworkRetries: 0 });
  shop = await startShop();
  standIn = await start();
});

afterEach(async () => {
  await standIn.stop();
  shop.server.closeAllConnections();
  await new Promise((done) => shop.server.close(done));
  rmSync(folder, { recursive: true, force: true });
});

function newCheckout(
  extra: Partial<Stripe.Checkout.SessionCreateParams> = {},
  options?: Stripe.RequestOptions,
) {
  const item = (name: string, unit_amount: number, quantity: number) => ({
    quantity,
    price_data: { currency: 'eur', unit_amount, product_data: { name } },
  });
  return stripe.checkout.sessions.create(
    {
      mode: 'payment',
      line_items: [item('Keyboard & <b>mouse</b>', 4_999, 2), item('Delivery', 490, 1)],
      success_url: 'http://shop.test/done?session={CHECKOUT_SESSION_ID}',
      cancel_url: 'http://shop.test/cart',
      client_reference_id: 'order-1',
      customer_email: 'buyer@plaza.test',
      metadata: { order: '1' },
      payment_intent_data: { metadata: { order: '1' } },
      ...extra,
    },
    options,
  );
}

function submit(url: string, fields: Record<string, string>): Promise<Response> {
  return fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
}

const card = (number: string) => ({ number, expiry: '12 / 40', cvc: '123', name: 'Bea Buyer' });
const GOOD = card('4242 4242 4242 4242');

async function pay(checkout: Stripe.Checkout.Session): Promise<Stripe.PaymentIntent> {
  await submit(checkout.url ?? '', GOOD);
  const paid = await stripe.checkout.sessions.retrieve(checkout.id, {
    expand: ['payment_intent.latest_charge'],
  });
  if (typeof paid.payment_intent !== 'object' || paid.payment_intent === null) throw new Error('Not paid.');
  return paid.payment_intent;
}

function types(): string[] {
  return shop.received.map((event) => event.type).sort();
}

describe('a checkout session', () => {
  it('is created, read back and carries what the shop gave it', async () => {
    const created = await newCheckout();
    expect(created).toMatchObject({
      amount_total: 10_488,
      currency: 'eur',
      status: 'open',
      payment_status: 'unpaid',
      payment_intent: null,
      client_reference_id: 'order-1',
      metadata: { order: '1' },
    });
    expect(created.url).toBe(`http://127.0.0.1:${port}/stripe/pay/${created.id}`);
    const read = await stripe.checkout.sessions.retrieve(created.id, { expand: ['line_items'] });
    expect(read.line_items?.data.map((line) => [line.description, line.quantity, line.amount_total])).toEqual(
      [
        ['Keyboard & <b>mouse</b>', 2, 9_998],
        ['Delivery', 1, 490],
      ],
    );
  });

  it('refuses what Stripe refuses, naming the parameter', async () => {
    await expect(newCheckout({ line_items: [] })).rejects.toMatchObject({
      statusCode: 400,
      param: 'line_items',
    });
    await expect(newCheckout({ expires_at: Math.floor(nowMs / 1_000) + 60 })).rejects.toMatchObject({
      param: 'expires_at',
    });
    await expect(newCheckout({ success_url: 'nowhere' })).rejects.toMatchObject({ param: 'success_url' });
    await expect(newCheckout({ mode: 'setup' })).rejects.toMatchObject({ type: 'StripeInvalidRequestError' });
    await expect(stripe.checkout.sessions.retrieve('cs_test_none')).rejects.toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
    });
    const stranger = new Stripe('pk_live_x', { host: '127.0.0.1', port, protocol: 'http' });
    await expect(stranger.events.list()).rejects.toMatchObject({ type: 'StripeAuthenticationError' });
    await expect(stripe.customers.list()).rejects.toMatchObject({ statusCode: 404 });
  });

  it('expires by the shop’s wish, and by its time', async () => {
    const first = await newCheckout();
    const second = await newCheckout({ expires_at: Math.floor(nowMs / 1_000) + 1_800 });
    expect(await stripe.checkout.sessions.expire(first.id)).toMatchObject({ status: 'expired', url: null });
    await expect(stripe.checkout.sessions.expire(first.id)).rejects.toMatchObject({ statusCode: 400 });
    nowMs += 1_801_000;
    await vi.waitFor(
      () => expect(types()).toEqual(['checkout.session.expired', 'checkout.session.expired']),
      5_000,
    );
    expect(await stripe.checkout.sessions.retrieve(second.id)).toMatchObject({ status: 'expired' });
    expect((await submit(second.url ?? '', GOOD)).status).toBe(410);
  });
});

describe('the payment page', () => {
  it('shows the order with its texts escaped, and the way back', async () => {
    const created = await newCheckout();
    const response = await fetch(created.url ?? '');
    const page = await response.text();
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page).toContain('Keyboard &amp; &lt;b&gt;mouse&lt;/b&gt;');
    expect(page).toContain('€104.88');
    expect(page).toContain('href="http://shop.test/cart"');
    expect((await fetch(`http://127.0.0.1:${port}/stripe/pay/none`)).status).toBe(404);
  });

  it('takes a good card and sends the buyer on', async () => {
    const created = await newCheckout();
    const answer = await submit(created.url ?? '', GOOD);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`http://shop.test/done?session=${created.id}`);
    const intent = await pay(created);
    expect(intent).toMatchObject({ status: 'succeeded', amount_received: 10_488, metadata: { order: '1' } });
    await vi.waitFor(() =>
      expect(types()).toEqual(['checkout.session.completed', 'payment_intent.succeeded']),
    );
    const completed = shop.received.find((event) => event.type === 'checkout.session.completed');
    expect(completed?.data.object).toMatchObject({
      id: created.id,
      payment_status: 'paid',
      payment_intent: intent.id,
    });
  });

  it.each([
    ['4000 0000 0000 0002', 'generic_decline', 'Your card was declined'],
    ['4000 0000 0000 9995', 'insufficient_funds', 'insufficient funds'],
    ['4111 1111 1111 1111', 'test_mode_live_card', 'test cards only'],
  ])(
    'stays and says why when %s is declined, and takes another card after it',
    async (number, code, text) => {
      const created = await newCheckout();
      const answer = await submit(created.url ?? '', card(number));
      expect(answer.status).toBe(402);
      expect(await answer.text()).toContain(text);
      await vi.waitFor(() => expect(types()).toEqual(['payment_intent.payment_failed']));
      expect(shop.received[0]?.data.object).toMatchObject({
        last_payment_error: { code: 'card_declined', decline_code: code },
      });
      expect(await pay(created)).toMatchObject({ status: 'succeeded' });
    },
  );

  it('asks to correct a form that cannot be right, without an attempt', async () => {
    const created = await newCheckout();
    const answer = await submit(created.url ?? '', {
      number: '4242 4242 4242 4241',
      expiry: '01/20',
      cvc: '1',
      name: '',
    });
    expect(answer.status).toBe(422);
    expect((await answer.text()).match(/class="error"/g)).toHaveLength(4);
    expect(await stripe.checkout.sessions.retrieve(created.id)).toMatchObject({ payment_intent: null });
  });

  it.each([
    ['complete', 303, 'payment_intent.succeeded'],
    ['fail', 402, 'payment_intent.payment_failed'],
  ])('asks for 3-D Secure and lets the buyer %s it', async (answer, status, type) => {
    const created = await newCheckout();
    const first = await submit(created.url ?? '', card('4000002500003155'));
    const challenge = first.headers.get('location') ?? '';
    expect(challenge).toBe(`${created.url}/challenge`);
    expect(await (await fetch(challenge)).text()).toContain('€104.88');
    expect((await submit(challenge, { answer })).status).toBe(status);
    await vi.waitFor(() => expect(types()).toContain(type));
  });

  it('pays once, however often the form is sent', async () => {
    const created = await newCheckout();
    const answers = await Promise.all(Array.from({ length: 5 }, () => submit(created.url ?? '', GOOD)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 200, 200, 200, 303]);
    await vi.waitFor(() =>
      expect(types()).toEqual(['checkout.session.completed', 'payment_intent.succeeded']),
    );
  });
});

describe('refunds', () => {
  it('may be partial, and never exceed what was paid', async () => {
    const intent = await pay(await newCheckout());
    const first = await stripe.refunds.create({
      payment_intent: intent.id,
      amount: 10_000,
      reason: 'requested_by_customer',
    });
    expect(await stripe.refunds.retrieve(first.id)).toMatchObject({ amount: 10_000, status: 'succeeded' });
    await expect(stripe.refunds.create({ payment_intent: intent.id, amount: 489 })).rejects.toMatchObject({
      param: 'amount',
    });
    expect(await stripe.refunds.create({ payment_intent: intent.id })).toMatchObject({ amount: 488 });
    await expect(stripe.refunds.create({ payment_intent: intent.id })).rejects.toMatchObject({
      code: 'charge_already_refunded',
    });
    await vi.waitFor(() => expect(types().filter((type) => type === 'charge.refunded')).toHaveLength(2));
    expect((await stripe.refunds.list({ payment_intent: intent.id })).data).toHaveLength(2);
  });

  it('need a payment', async () => {
    const created = await newCheckout();
    await submit(created.url ?? '', card('4000000000000002'));
    const unpaid = await stripe.checkout.sessions.retrieve(created.id);
    await expect(
      stripe.refunds.create({ payment_intent: String(unpaid.payment_intent) }),
    ).rejects.toMatchObject({ statusCode: 400 });
    await expect(stripe.refunds.create({ payment_intent: 'pi_none' })).rejects.toMatchObject({
      code: 'resource_missing',
    });
  });
});

describe('an idempotency key', () => {
  it('gives the first answer again, even to calls at the same time and after a restart', async () => {
    const options = { idempotencyKey: 'order-1' };
    const answers = await Promise.all(Array.from({ length: 4 }, () => newCheckout({}, options)));
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
    await standIn.stop();
    standIn = await start();
    const replayed = await newCheckout({}, options);
    expect(replayed.id).toBe(answers[0]?.id);
    expect(replayed.lastResponse.headers['idempotent-replayed']).toBe('true');
    await expect(newCheckout({ client_reference_id: 'other' }, options)).rejects.toMatchObject({
      type: 'StripeIdempotencyError',
    });
  });
});

describe('webhooks', () => {
  it('are sent again until the shop confirms', async () => {
    shop.status = 500;
    await pay(await newCheckout());
    shop.status = 200;
    await vi.waitFor(
      () => expect(types()).toEqual(['checkout.session.completed', 'payment_intent.succeeded']),
      8_000,
    );
    const events = await stripe.events.list({ type: 'checkout.session.completed' });
    expect(await stripe.events.retrieve(events.data[0]?.id ?? '')).toMatchObject({
      type: 'checkout.session.completed',
    });
  });

  it('survive a restart, as does everything else, behind a line that was cut off', async () => {
    shop.status = 503;
    const created = await newCheckout();
    const intent = await pay(created);
    await standIn.stop();
    appendFileSync(join(folder, 'data', 'journal.jsonl'), '[{"kind":"checkout","val');
    shop.status = 200;
    standIn = await start();
    await vi.waitFor(
      () => expect(types()).toEqual(['checkout.session.completed', 'payment_intent.succeeded']),
      5_000,
    );
    expect(await stripe.checkout.sessions.retrieve(created.id)).toMatchObject({ status: 'complete' });
    expect(await stripe.refunds.create({ payment_intent: intent.id })).toMatchObject({ amount: 10_488 });
  });
});
