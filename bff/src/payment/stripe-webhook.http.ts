import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import Stripe from 'stripe';
import { errorAnswer } from '../platform/http-errors.ts';
import type { Services } from '../platform/services.ts';
import { handleStripeEvent } from './handle-stripe-event.ts';
import { storeEvent } from './stripe-event.repository.ts';

const MAX_BODY_BYTES = 1024 * 1024;

/**
 * Takes the provider's webhooks. An event is stored before anything else, so 200 means that it will have its effect,
 * once; 400 that it is not the provider's, or too old to be sure.
 */
export function stripeWebhook(services: Services): Hono {
  const app = new Hono();
  const tooLarge = () => errorAnswer(413, 'The body is too large.');
  app.post('/', bodyLimit({ maxSize: MAX_BODY_BYTES, onError: tooLarge }), async (c) => {
    const event = await verify(services, await c.req.text(), c.req.header('stripe-signature'));
    if (event === null) return errorAnswer(400, 'The signature does not fit this body, or is too old.');
    await storeEvent(services.database.client, {
      id: event.id,
      type: event.type,
      payload: event,
      receivedAt: services.clock.now(),
    });
    await handleStripeEvent(services, event.id);
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
