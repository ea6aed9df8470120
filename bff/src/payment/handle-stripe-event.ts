import { announce } from '../order/public.ts';
import type { Query } from '../platform/query.ts';
import type { Services } from '../platform/services.ts';
import { applySession } from './observe-session.ts';
import { saveFailure } from './payment.repository.ts';
import { type Changes, NO_CHANGES } from './record-payment.ts';
import { claimEvent, listRetryableEvents, saveHandlingError } from './stripe-event.repository.ts';
import { eventSchema, intentSchema, sessionSchema } from './stripe-objects.ts';

/**
 * Handles a stored event, once: what it changes and that it is handled are one transaction. A failure is kept with
 * the event, which is tried again by the job. Never throws.
 */
export async function handleStripeEvent(services: Services, eventId: string): Promise<void> {
  const { client } = services.database;
  const now = services.clock.now();
  try {
    const changes = await client.begin(async (query) => {
      const event = await claimEvent(query, eventId, now);
      return event ? applyEvent(query, event.type, event.payload, now) : NO_CHANGES;
    });
    announce(services, changes);
  } catch (error) {
    services.log.error({ err: error, eventId }, 'an event of the payment provider could not be handled');
    const message = error instanceof Error ? error.message : String(error);
    await saveHandlingError(client, eventId, message).catch((failure: unknown) => {
      services.log.error({ err: failure, eventId }, 'and that could not be noted');
    });
  }
}

/** What an event means to us. Kinds that mean nothing are handled by doing nothing. */
async function applyEvent(query: Query, type: string, payload: unknown, now: Date): Promise<Changes> {
  const { object } = eventSchema.parse(payload).data;
  switch (type) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded':
    case 'checkout.session.expired':
      return applySession(query, sessionSchema.parse(object), now);
    case 'payment_intent.payment_failed': {
      const { orderId, failure } = intentSchema.parse(object);
      if (orderId === null || failure === null) return NO_CHANGES;
      await saveFailure(query, { orderId, message: failure, now });
      return { orderIds: [orderId], productIds: [] };
    }
    default:
      return NO_CHANGES;
  }
}

const MAX_ATTEMPTS = 16;
const BATCH_SIZE = 50;

/** Tries events again that could not be handled. After the last attempt (most of a day) they wait for a person. */
export async function retryStripeEvents(services: Services, signal?: AbortSignal): Promise<void> {
  const ids = await listRetryableEvents(services.database.client, {
    now: services.clock.now(),
    maxAttempts: MAX_ATTEMPTS,
    limit: BATCH_SIZE,
  });
  for (const id of ids) {
    if (signal?.aborted) return;
    await handleStripeEvent(services, id);
  }
}
