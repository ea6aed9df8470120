import { z } from 'zod';
import { type FormValue, formInteger, formMetadata, parseForm } from './form.ts';
import { stripeId } from './ids.ts';
import type { Change, Checkout } from './records.ts';
import { eventChange, type Origin, renderCheckout, type StandIn } from './stand-in.ts';
import { missing, StripeError } from './stripe-error.ts';

const MIN_AMOUNT_MINOR = 50;
const MAX_AMOUNT_MINOR = 99_999_999;
const MIN_LIFE_SECONDS = 30 * 60;
const MAX_LIFE_SECONDS = 24 * 60 * 60;
// A call that computes "now plus the limit" arrives a little later than it was computed.
const CLOCK_TOLERANCE_SECONDS = 60;

const url = z
  .string()
  .max(5_000)
  .regex(/^https?:\/\/\S+$/, 'Not a valid URL');
const lineItem = z.strictObject({
  quantity: formInteger.refine((quantity) => quantity > 0, 'This value must be greater than or equal to 1'),
  price_data: z.strictObject({
    currency: z.string().regex(/^[a-zA-Z]{3}$/, 'Not a currency'),
    unit_amount: formInteger.refine((amount) => amount >= 0, 'This value must be greater than or equal to 0'),
    tax_behavior: z.string().optional(),
    product_data: z.strictObject({
      name: z.string().min(1).max(1_500),
      description: z.string().max(40_000).optional(),
      images: z.array(z.string().max(2_048)).max(8).optional(),
      metadata: formMetadata.optional(),
      tax_code: z.string().optional(),
    }),
  }),
});

const createParams = z.strictObject({
  mode: z.literal('payment'),
  line_items: z.array(lineItem).min(1).max(100),
  success_url: url,
  cancel_url: url.optional(),
  client_reference_id: z.string().max(200).optional(),
  customer_email: z.email().max(800).optional(),
  metadata: formMetadata.optional(),
  expires_at: formInteger.optional(),
  payment_intent_data: z
    .strictObject({
      metadata: formMetadata.optional(),
      description: z.string().max(1_000).optional(),
      transfer_group: z.string().optional(),
    })
    .optional(),
  // Understood and without effect here: cards are all that the page offers, in one language.
  payment_method_types: z.array(z.literal('card')).optional(),
  locale: z.string().optional(),
  submit_type: z.string().optional(),
  ui_mode: z.literal('hosted_page').optional(),
  billing_address_collection: z.string().optional(),
});

/** Creates an open session. @throws StripeError on parameters that Stripe would refuse too */
export function createCheckout(
  standIn: StandIn,
  form: Record<string, FormValue>,
): { checkout: Checkout; changes: Change[] } {
  const params = parseForm(createParams, form);
  const now = standIn.now();
  const expiresAt = params.expires_at ?? now + MAX_LIFE_SECONDS;
  const life = expiresAt - now;
  if (
    life < MIN_LIFE_SECONDS - CLOCK_TOLERANCE_SECONDS ||
    life > MAX_LIFE_SECONDS + CLOCK_TOLERANCE_SECONDS
  ) {
    throw new StripeError(
      400,
      'The `expires_at` timestamp must be between 30 minutes and 24 hours from now.',
      {
        param: 'expires_at',
      },
    );
  }
  const currencies = new Set(params.line_items.map((line) => line.price_data.currency.toLowerCase()));
  const [currency] = currencies;
  if (currency === undefined || currencies.size > 1) {
    throw new StripeError(400, 'All line items must have the same currency.', { param: 'line_items' });
  }
  const lines = params.line_items.map(({ quantity, price_data }) => ({
    id: stripeId('li'),
    name: price_data.product_data.name,
    description: price_data.product_data.description ?? null,
    image: price_data.product_data.images?.[0] ?? null,
    productId: stripeId('prod', 14),
    priceId: stripeId('price'),
    unitAmountMinor: price_data.unit_amount,
    quantity,
  }));
  const amountMinor = lines.reduce((sum, line) => sum + line.unitAmountMinor * line.quantity, 0);
  if (amountMinor < MIN_AMOUNT_MINOR) {
    throw new StripeError(400, 'The total amount due is below the least that can be charged.', {
      code: 'amount_too_small',
      param: 'line_items',
    });
  }
  if (amountMinor > MAX_AMOUNT_MINOR) {
    throw new StripeError(400, `The total amount due must be no more than ${MAX_AMOUNT_MINOR}.`, {
      code: 'amount_too_large',
      param: 'line_items',
    });
  }
  const checkout: Checkout = {
    id: stripeId('cs_test', 58),
    createdAt: now,
    expiresAt,
    status: 'open',
    currency,
    amountMinor,
    lines,
    clientReferenceId: params.client_reference_id ?? null,
    customerEmail: params.customer_email ?? null,
    metadata: params.metadata ?? {},
    paymentMetadata: params.payment_intent_data?.metadata ?? {},
    paymentDescription: params.payment_intent_data?.description ?? null,
    successUrl: params.success_url,
    cancelUrl: params.cancel_url ?? null,
    paymentId: null,
  };
  return { checkout, changes: [{ kind: 'checkout', value: checkout }] };
}

/** @throws StripeError when there is no such session */
export function findCheckout(standIn: StandIn, id: string): Checkout {
  const checkout = standIn.state.checkouts.get(id);
  if (!checkout) throw missing('checkout.session', id, 'session');
  return checkout;
}

/** Ends an open session, by the shop's wish or because its time is over. @throws StripeError when it is not open */
export function expireCheckout(
  standIn: StandIn,
  id: string,
  origin: Origin,
): { checkout: Checkout; changes: Change[] } {
  const found = findCheckout(standIn, id);
  if (found.status !== 'open') {
    throw new StripeError(
      400,
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${found.status}.`,
    );
  }
  const checkout: Checkout = { ...found, status: 'expired' };
  return {
    checkout,
    changes: [
      { kind: 'checkout', value: checkout },
      eventChange(standIn, 'checkout.session.expired', renderCheckout(standIn, checkout), origin),
    ],
  };
}

/** @returns the changes that end all sessions whose time is over */
export function expireOverdue(standIn: StandIn, apiVersion: string): Change[] {
  const now = standIn.now();
  const changes: Change[] = [];
  for (const id of standIn.state.open) {
    const checkout = standIn.state.checkouts.get(id);
    if (!checkout || checkout.expiresAt > now) continue;
    changes.push(
      ...expireCheckout(standIn, id, { apiVersion, requestId: null, idempotencyKey: null }).changes,
    );
  }
  return changes;
}
