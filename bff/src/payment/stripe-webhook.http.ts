import { Hono } from 'hono';
import Stripe from 'stripe';
import { limitBody } from '../platform/guards.ts';
import { errorAnswer } from '../platform/http-errors.ts';
import type { Services } from '../platform/services.ts';
import { handleStripeEvent } from './handle-stripe-event.ts';

const MAX_BODY_BYTES = 1024 * 1024;

/**
 * Takes the provider's webhooks. 200 means that the event is stored and has had its effect or, if that was not possible
 * now, will have it, once; 400 that it is not the provider's, or too old to be sure.
 */
export function stripeWebhook(services: Services): Hono {
  const app = new Hono();
  app.post('/', limitBody(MAX_BODY_BYTES), async (c) => {
    const event = await verify(services, await c.req.text(), c.req.header('stripe-signature'));
    if (event === null) return errorAnswer(400, 'The signature does not fit this body, or is too old.');
    await handleStripeEvent(services, { id: event.id, type: event.type, payload: event });
    return c.json({ received: true });
  });
  return app;
}

async function verify(
  { stripe, env }: Services,
  body: string,
  signature: string | undefined,
): Promise<Stripe.Event | null> {
  if (signature === undefined) return null;
  try {
    return await stripe.webhooks.constructEventAsync(body, signature, env.STRIPE_WEBHOOK_SECRET);
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError) return null;
    throw error;
  }
}
