import type { Sql } from 'postgres';
import { announce } from '../order/public.ts';
import type { Query } from '../platform/query.ts';
import type { Services } from '../platform/services.ts';
import { applySession } from './observe-session.ts';
import { payOrdinary } from './pay-orders.repository.ts';
import { saveFailure } from './payment.repository.ts';
import { type Changes, NO_CHANGES } from './record-payment.ts';
import {
  claimEvent,
  keepUnhandled,
  listRetryableEvents,
  type ReceivedEvent,
} from './stripe-event.repository.ts';
import { eventSchema, intentSchema, sessionSchema } from './stripe-objects.ts';

/**
 * Handles an event of the provider, once: that it was here and what it changes are one transaction. One that cannot be
 * handled is kept with the reason and tried again by the job.
 * @throws only when it could not be kept either, so that the provider sends it again
 */
export async function handleStripeEvent(services: Services, event: ReceivedEvent): Promise<void> {
  const { client } = services.database;
  const now = services.clock.now();
  try {
    const changes = (await applyOrdinaryPayment(client, event, now)) ?? (await applyOnce(client, event, now));
    announce(services, changes);
    services.mailWaker.wake();
  } catch (error) {
    services.log.error({ err: error, eventId: event.id }, 'an event of the provider could not be handled');
    const message = error instanceof Error ? error.message : String(error);
    await keepUnhandled(client, event, { message, now });
  }
}

/** By far the most of all events: a payment as it should be. Null, with nothing changed, for any other. */
async function applyOrdinaryPayment(query: Query, event: ReceivedEvent, now: Date): Promise<Changes | null> {
  if (event.type !== 'checkout.session.completed') return null;
  const session = sessionSchema.safeParse(eventSchema.parse(event.payload).data.object).data;
  if (!session?.isPaid || session.orderId === null) return null;
  const { orderId } = session;
  const paid = await payOrdinary(query, { event, session: { ...session, orderId }, now });
  switch (paid.outcome) {
    case 'paid':
      return { orderIds: [orderId], productIds: paid.productIds };
    case 'repeated':
      return NO_CHANGES;
    case 'not_ordinary':
      return null;
  }
}

const applyOnce = (client: Sql, event: ReceivedEvent, now: Date): Promise<Changes> =>
  client.begin(async (query) => {
    const isNew = await claimEvent(query, event, now);
    return isNew ? applyEvent(query, event, now) : NO_CHANGES;
  });

/** What an event means to us. Kinds that mean nothing are handled by doing nothing. */
async function applyEvent(query: Query, { type, payload }: ReceivedEvent, now: Date): Promise<Changes> {
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
  const events = await listRetryableEvents(services.database.client, {
    now: services.clock.now(),
    maxAttempts: MAX_ATTEMPTS,
    limit: BATCH_SIZE,
  });
  for (const event of events) {
    if (signal?.aborted) return;
    await handleStripeEvent(services, event);
  }
}
