import { paths } from '@plaza/navigation/paths';
import Stripe from 'stripe';
import type { OrderRecord } from '../order/public.ts';
import type { Services } from '../platform/services.ts';
import { type Session, sessionSchema } from './stripe-objects.ts';

type Provider = Pick<Services, 'stripe' | 'env'>;

/** The provider ends a session by itself after half an hour at the earliest; ours are ended sooner, by a call. */
const BACKSTOP_MS = 40 * 60_000;

/**
 * Opens the hosted page for what is due of an order. The same attempt always gets the same page.
 * @returns the session's id and the address to send the buyer to
 */
export async function createSession(
  { stripe, env }: Provider,
  order: OrderRecord,
  attempt: number,
): Promise<{ sessionId: string; redirectUrl: string }> {
  const session = await stripe.checkout.sessions.create(
    {
      mode: 'payment',
      line_items: toLineItems(order),
      client_reference_id: order.id,
      customer_email: order.email,
      metadata: { orderId: order.id },
      payment_intent_data: { metadata: { orderId: order.id }, description: `Plaza order ${order.number}` },
      success_url: new URL(paths.confirmation(order.id), env.PUBLIC_URL).href,
      cancel_url: new URL(paths.checkout(), env.PUBLIC_URL).href,
      expires_at: Math.floor((order.expiresAt.getTime() + BACKSTOP_MS) / 1_000),
    },
    { idempotencyKey: `order:${order.id}:${attempt}` },
  );
  if (session.url === null) throw new Error('The provider gave no address for its payment page.');
  return { sessionId: session.id, redirectUrl: session.url };
}

function toLineItems(order: OrderRecord): Stripe.Checkout.SessionCreateParams.LineItem[] {
  const item = (name: string, description: string, unitAmountMinor: number, quantity: number) => ({
    quantity,
    price_data: {
      currency: order.currency.toLowerCase(),
      unit_amount: unitAmountMinor,
      product_data: { name, ...(description === '' ? {} : { description }) },
    },
  });
  return order.sellerOrders
    .filter((part) => part.status === 'pending_payment')
    .flatMap((part) => [
      ...part.lines.map((line) => item(line.title, line.variantLabel, line.unitPriceMinor, line.quantity)),
      item(`Shipping from ${part.seller.name}`, SPEED_NAMES[part.shippingSpeed], part.shippingMinor, 1),
    ]);
}

const SPEED_NAMES = { standard: 'Standard', express: 'Express' } as const;

/** How a session stands now. */
export async function readSession({ stripe }: Provider, sessionId: string): Promise<Session> {
  return sessionSchema.parse(
    await stripe.checkout.sessions.retrieve(sessionId, { expand: ['payment_intent'] }),
  );
}

/** Ends a session, so that nobody can pay it. Answers how it stands when it has ended already, paid or not. */
export async function expireSession(provider: Provider, sessionId: string): Promise<Session> {
  try {
    return sessionSchema.parse(await provider.stripe.checkout.sessions.expire(sessionId));
  } catch (error) {
    if (error instanceof Stripe.errors.StripeInvalidRequestError) return readSession(provider, sessionId);
    throw error;
  }
}

/** Gives money back once, however often it is called with the same id. */
export async function refundAtProvider(
  { stripe }: Provider,
  input: { refundId: string; orderId: string; intentId: string; amountMinor: number; isRepeated: boolean },
): Promise<{ providerRefundId: string }> {
  // The provider forgets idempotency keys after a day; its own list of refunds it never forgets.
  if (input.isRepeated) {
    const earlier = await stripe.refunds.list({ payment_intent: input.intentId, limit: 100 });
    const same = earlier.data.find((refund) => refund.metadata?.refundId === input.refundId);
    if (same) return { providerRefundId: same.id };
  }
  const refund = await stripe.refunds.create(
    {
      payment_intent: input.intentId,
      amount: input.amountMinor,
      metadata: { refundId: input.refundId, orderId: input.orderId },
    },
    { idempotencyKey: `refund:${input.refundId}` },
  );
  return { providerRefundId: refund.id };
}

/** True when the provider could not be reached, or could not answer for reasons of its own: worth another try. */
export const isProviderAway = (error: unknown): boolean =>
  error instanceof Stripe.errors.StripeConnectionError ||
  error instanceof Stripe.errors.StripeAPIError ||
  error instanceof Stripe.errors.StripeRateLimitError;
