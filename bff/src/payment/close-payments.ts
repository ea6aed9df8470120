import type { Services } from '../platform/services.ts';
import { observeSession } from './observe-session.ts';
import { closeUnsentPayment, listOverduePayments, type OpenPayment } from './payment.repository.ts';
import { expireSession, isProviderAway } from './provider.ts';

const BATCH_SIZE = 50;

/**
 * Closes the payment page of an open payment for good. When it was paid already, that is what is noted.
 * @throws what the provider's library throws when the provider is away
 */
export async function closePayment(services: Services, payment: OpenPayment): Promise<void> {
  if (payment.sessionId === null) {
    await closeUnsentPayment(services.database.client, payment.id, services.clock.now());
    return;
  }
  await observeSession(services, await expireSession(services, payment.sessionId));
}

/** Closes the pages of orders that nobody may pay any more, ahead of the orders' running out. */
export async function closeOverduePayments(services: Services, signal?: AbortSignal): Promise<void> {
  const overdue = await listOverduePayments(services.database.client, {
    now: services.clock.now(),
    limit: BATCH_SIZE,
  });
  for (const payment of overdue) {
    if (signal?.aborted) return;
    try {
      await closePayment(services, payment);
    } catch (error) {
      services.log.warn({ err: error, orderId: payment.orderId }, 'a payment page could not be closed');
      if (isProviderAway(error)) return;
    }
  }
}
