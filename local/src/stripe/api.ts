import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { createCheckout, expireCheckout, findCheckout } from './checkout-sessions.ts';
import { decodeForm, type FormValue } from './form.ts';
import { stripeId } from './ids.ts';
import {
  chargeObject,
  eventObject,
  lineItemObject,
  listObject,
  paymentObject,
  refundObject,
} from './objects.ts';
import type { Change, Checkout, Payment } from './records.ts';
import { createRefund } from './refunds.ts';
import { DEFAULT_API_VERSION, type Origin, renderCheckout, type StandIn } from './stand-in.ts';
import { missing, StripeError } from './stripe-error.ts';

const MAX_BODY_BYTES = 1024 * 1024;

interface Call extends Origin {
  requestId: string;
  id: string;
  form: Record<string, FormValue>;
}

/** A handler runs without interruption, so what it looks at cannot change before its changes are taken. */
type Handler = (call: Call, standIn: StandIn) => { body: object; changes?: Change[] };

/** Stripe's API below `/v1`, as far as the market uses it. */
export function createApi(standIn: StandIn): Hono {
  const api = new Hono();
  const on = (method: 'GET' | 'POST', path: string, handler: Handler) =>
    api.on(method, path, (context) => answer(context, standIn, handler));

  on('POST', '/checkout/sessions', (call, to) => {
    const { expand, form } = takeExpand(call.form);
    const { checkout, changes } = createCheckout(to, form);
    return { body: expandCheckout(to, checkout, expand), changes };
  });
  on('GET', '/checkout/sessions/:id', (call, to) => {
    const { expand } = takeExpand(call.form);
    const checkout = findCheckout(to, call.id);
    return { body: expandCheckout(to, checkout, expand) };
  });
  on('GET', '/checkout/sessions/:id/line_items', (call, to) => {
    const checkout = findCheckout(to, call.id);
    const lines = checkout.lines.map((line) => lineItemObject(line, checkout.currency));
    return { body: listObject(`/v1/checkout/sessions/${checkout.id}/line_items`, lines) };
  });
  on('POST', '/checkout/sessions/:id/expire', (call, to) => {
    const { checkout, changes } = expireCheckout(to, call.id, call);
    return { body: renderCheckout(to, checkout), changes };
  });
  on('GET', '/payment_intents/:id', (call, to) => {
    const { expand } = takeExpand(call.form);
    return { body: expandPayment(findPayment(to, call.id), expand) };
  });
  on('GET', '/charges/:id', (call, to) => {
    const payment = to.state.payments.get(to.state.paymentByCharge.get(call.id) ?? '');
    if (!payment) throw missing('charge', call.id);
    return { body: chargeObject(payment) };
  });
  on('POST', '/refunds', (call, to) => {
    const { refund, changes } = createRefund(to, takeExpand(call.form).form, call);
    return { body: refundObject(refund), changes };
  });
  on('GET', '/refunds', (call, to) => {
    const paymentId = call.form.payment_intent;
    const found = [...to.state.refunds.values()].filter(
      (refund) => !paymentId || refund.paymentId === paymentId,
    );
    return { body: page('/v1/refunds', found.reverse().map(refundObject), call) };
  });
  on('GET', '/refunds/:id', (call, to) => {
    const refund = to.state.refunds.get(call.id);
    if (!refund) throw missing('refund', call.id);
    return { body: refundObject(refund) };
  });
  on('GET', '/events', (call, to) => {
    const type = call.form.type;
    const found = [...to.state.events.values()].filter((event) => !type || event.type === type);
    return { body: page('/v1/events', found.reverse().map(eventObject), call) };
  });
  on('GET', '/events/:id', (call, to) => {
    const event = to.state.events.get(call.id);
    if (!event) throw missing('event', call.id);
    return { body: eventObject(event) };
  });
  api.all('*', (context) =>
    answer(context, standIn, () => {
      throw new StripeError(404, `Unrecognized request URL (${context.req.method}: ${context.req.path}).`);
    }),
  );
  return api;
}

async function answer(context: Context, standIn: StandIn, handler: Handler): Promise<Response> {
  const requestId = stripeId('req', 14);
  const apiVersion = context.req.header('stripe-version') ?? DEFAULT_API_VERSION;
  context.header('Request-Id', requestId);
  context.header('Stripe-Version', apiVersion);
  try {
    authenticate(context.req.header('authorization'));
    const text = context.req.method === 'POST' ? await readForm(context) : queryOf(context.req.url);
    const idempotencyKey =
      context.req.method === 'POST' ? (context.req.header('idempotency-key') ?? null) : null;
    const fingerprint = createHash('sha256')
      .update(`${context.req.method} ${context.req.path}\n${text}`)
      .digest('base64');
    if (idempotencyKey !== null) {
      if (idempotencyKey.length > 255)
        throw new StripeError(400, 'Idempotency keys can have up to 255 characters.');
      const earlier = standIn.state.keys.get(idempotencyKey);
      if (earlier) return await replay(context, standIn, idempotencyKey, earlier.fingerprint === fingerprint);
    }
    const call: Call = {
      apiVersion,
      requestId,
      idempotencyKey,
      id: context.req.param('id') ?? '',
      form: decodeForm(text),
    };
    const { body, changes = [] } = handler(call, standIn);
    const json = JSON.stringify(body);
    if (idempotencyKey !== null) {
      const createdAt = standIn.now();
      const value = { key: idempotencyKey, fingerprint, status: 200, body: json, requestId, createdAt };
      changes.push({ kind: 'key', value });
    }
    if (changes.length > 0) await standIn.commit(changes);
    return context.body(json, 200, { 'Content-Type': 'application/json' });
  } catch (error) {
    const known =
      error instanceof StripeError
        ? error
        : new StripeError(500, 'Something went wrong in the stand-in.', { type: 'api_error' });
    if (known !== error) console.error(error);
    return context.body(JSON.stringify(known.toBody(requestId)), toStatus(known.status), {
      'Content-Type': 'application/json',
    });
  }
}

async function replay(
  context: Context,
  standIn: StandIn,
  key: string,
  sameParameters: boolean,
): Promise<Response> {
  const earlier = standIn.state.keys.get(key);
  if (!earlier || !sameParameters) {
    throw new StripeError(
      400,
      `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
      { type: 'idempotency_error' },
    );
  }
  // The first answer may still be on its way to the disk; nobody shall learn of it sooner.
  await standIn.commit([]);
  return context.body(earlier.body, 200, {
    'Content-Type': 'application/json',
    'Idempotent-Replayed': 'true',
    'Original-Request': earlier.requestId,
  });
}

function authenticate(header: string | undefined): void {
  const basic = /^Basic (\S+)$/.exec(header ?? '')?.[1];
  const key = basic
    ? Buffer.from(basic, 'base64').toString('utf8').split(':')[0]
    : /^Bearer (\S+)$/.exec(header ?? '')?.[1];
  if (!key) {
    throw new StripeError(
      401,
      'You did not provide an API key. Send it as "Authorization: Bearer YOUR_SECRET_KEY".',
    );
  }
  if (!/^(sk|rk)_test_\w+$/.test(key)) {
    throw new StripeError(
      401,
      `Invalid API Key provided: ${key.slice(0, 8)}****. The stand-in takes keys that begin with sk_test_.`,
    );
  }
}

async function readForm(context: Context): Promise<string> {
  const declared = Number(context.req.header('content-length') ?? 0);
  if (declared > MAX_BODY_BYTES)
    throw new StripeError(413, `The body is larger than ${MAX_BODY_BYTES} bytes.`);
  const text = await context.req.text();
  if (text.length > MAX_BODY_BYTES)
    throw new StripeError(413, `The body is larger than ${MAX_BODY_BYTES} bytes.`);
  return text;
}

function queryOf(url: string): string {
  const at = url.indexOf('?');
  return at < 0 ? '' : url.slice(at + 1);
}

function takeExpand(form: Record<string, FormValue>): {
  expand: Set<string>;
  form: Record<string, FormValue>;
} {
  const { expand, ...rest } = form;
  const names = Array.isArray(expand) ? expand.filter((name) => typeof name === 'string') : [];
  return { expand: new Set(names), form: rest };
}

function expandCheckout(standIn: StandIn, checkout: Checkout, expand: Set<string>): object {
  const payment = checkout.paymentId ? standIn.state.payments.get(checkout.paymentId) : undefined;
  const ofPayment = [...expand].filter((name) => name.startsWith('payment_intent'));
  const body: Record<string, unknown> = { ...renderCheckout(standIn, checkout) };
  if (payment && ofPayment.length > 0) {
    const nested = new Set(ofPayment.map((name) => name.replace(/^payment_intent\./, '')));
    body.payment_intent = expandPayment(payment, nested);
  }
  if (expand.has('line_items')) {
    const lines = checkout.lines.map((line) => lineItemObject(line, checkout.currency));
    body.line_items = listObject(`/v1/checkout/sessions/${checkout.id}/line_items`, lines);
  }
  return body;
}

function expandPayment(payment: Payment, expand: Set<string>): object {
  const body = paymentObject(payment);
  return expand.has('latest_charge') && payment.chargeId
    ? { ...body, latest_charge: chargeObject(payment) }
    : body;
}

function findPayment(standIn: StandIn, id: string): Payment {
  const payment = standIn.state.payments.get(id);
  if (!payment) throw missing('payment_intent', id, 'intent');
  return payment;
}

/** Newest first, by `limit` and `starting_after`. */
function page(url: string, objects: object[], call: Call): object {
  const limit = Math.min(Math.max(Number(call.form.limit ?? 10) || 10, 1), 100);
  const after = call.form.starting_after;
  const start = after ? objects.findIndex((object) => 'id' in object && object.id === after) + 1 : 0;
  return listObject(url, objects.slice(start, start + limit), objects.length > start + limit);
}

function toStatus(status: number): 400 | 401 | 404 | 413 | 500 {
  return status === 401 || status === 404 || status === 413 || status === 500 ? status : 400;
}
