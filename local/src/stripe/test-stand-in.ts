import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Stripe from 'stripe';
import { findFreePort } from '../processes/free-port.ts';
import { startStandIn } from './start-stand-in.ts';

const SECRET = 'whsec_test_secret';

/** A form of the payment page with this card in it. */
export const card = (number: string) => ({ number, expiry: '12 / 40', cvc: '123', name: 'Bea Buyer' });
export const GOOD_CARD = card('4242 4242 4242 4242');

/** A stand-in with an empty journal, a client of it, and a shop that receives its webhooks. */
export async function openTestStandIn() {
  const folder = mkdtempSync(join(tmpdir(), 'plaza-stripe-'));
  const dataDir = join(folder, 'data');
  const port = await findFreePort();
  const stripe = new Stripe('sk_test_plaza', {
    host: '127.0.0.1',
    port,
    protocol: 'http',
    maxNetworkRetries: 0,
  });
  const shop = await startShop(stripe);
  let nowMs = Date.now();
  const start = () =>
    startStandIn({
      port,
      host: '127.0.0.1',
      dataDir,
      publicBaseUrl: `http://127.0.0.1:${port}/stripe`,
      webhookUrl: shop.url,
      webhookSecret: SECRET,
      clock: () => nowMs,
    });
  let running = await start();

  return {
    port,
    stripe,
    shop,
    nowMs: () => nowMs,
    passTime: (byMs: number) => {
      nowMs += byMs;
    },
    stop: () => running.stop(),
    start: async () => {
      running = await start();
    },
    /** What a power cut in the middle of a write leaves behind; call it while the stand-in is stopped. */
    cutOffJournal: () => appendFileSync(join(dataDir, 'journal.jsonl'), '[{"kind":"checkout","val'),
    newCheckout: (extra?: Partial<Stripe.Checkout.SessionCreateParams>, options?: Stripe.RequestOptions) =>
      createCheckout(stripe, extra, options),
    /** Pays with a good card; throws when that did not work. */
    pay: (checkout: Stripe.Checkout.Session) => pay(stripe, checkout),
    close: async () => {
      await running.stop();
      await shop.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type TestStandIn = Awaited<ReturnType<typeof openTestStandIn>>;

/** The receiving end of webhooks: keeps what is properly signed. */
async function startShop(stripe: Stripe) {
  const received: Stripe.Event[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => {
      const event = stripe.webhooks.constructEvent(body, String(request.headers['stripe-signature']), SECRET);
      if (shop.status === 200) received.push(event);
      response.writeHead(shop.status).end();
    });
  });
  const port = await findFreePort();
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  const shop = {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    /** Status that the shop answers with. */
    status: 200,
    types: () => received.map((event) => event.type).sort(),
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  return shop;
}

function createCheckout(
  stripe: Stripe,
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

/** Sends a form of the payment page; does not follow where it leads. */
export function submit(url: string, fields: Record<string, string>): Promise<Response> {
  return fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
}

async function pay(stripe: Stripe, checkout: Stripe.Checkout.Session): Promise<Stripe.PaymentIntent> {
  await submit(checkout.url ?? '', GOOD_CARD);
  const paid = await stripe.checkout.sessions.retrieve(checkout.id, {
    expand: ['payment_intent.latest_charge'],
  });
  if (typeof paid.payment_intent !== 'object' || paid.payment_intent === null) throw new Error('Not paid.');
  return paid.payment_intent;
}
