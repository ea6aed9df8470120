import { announce } from '../order/public.ts';
import type { Query } from '../platform/query.ts';
import type { Services } from '../platform/services.ts';
import { closePaymentOf, saveFailure } from './payment.repository.ts';
import { type Changes, NO_CHANGES, recordPayment } from './record-payment.ts';
import type { Session } from './stripe-objects.ts';

/** Brings our books in line with how a session stands, whoever reported it: a webhook, a return, a job. */
export async function applySession(query: Query, session: Session, now: Date): Promise<Changes> {
  if (session.isPaid) return recordPayment(query, session, now);
  if (session.isExpired) {
    await closePaymentOf(query, session.sessionId, now);
    return NO_CHANGES;
  }
  if (session.orderId === null || session.failure === null) return NO_CHANGES;
  await saveFailure(query, { orderId: session.orderId, message: session.failure, now });
  return { orderIds: [session.orderId], productIds: [] };
}

/** As `applySession`, in a transaction of its own, and announced. */
export async function observeSession(services: Services, session: Session): Promise<void> {
  const now = services.clock.now();
  const changes = await services.database.client.begin((query) => applySession(query, session, now));
  announce(services, changes);
  services.mailWaker.wake();
}
