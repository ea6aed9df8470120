import { lockOrderToPay, payOrder } from '../order/public.ts';
import type { Query } from '../platform/query.ts';
import { saveNotice, saveSucceeded } from './payment.repository.ts';
import { requestReturn } from './refund.repository.ts';
import type { Session } from './stripe-objects.ts';

/** What became visible to others and is to be announced after the commit. */
export interface Changes {
  orderIds: string[];
  productIds: string[];
}
export const NO_CHANGES: Changes = { orderIds: [], productIds: [] };

const TOO_LATE = 'Your payment came after the order had ended. All of it is on its way back to you.';

/**
 * Takes note of a paid session in the caller's transaction, once however often it is reported and by whom. The money
 * pays for the order as it stands now; whatever pays for nothing (twice, too late, a part that was cancelled) goes back.
 * @throws when the money is in another currency or less than what is due: somebody has to look at it
 */
export async function recordPayment(query: Query, session: Session, now: Date): Promise<Changes> {
  const { orderId, amountMinor, currency } = session;
  if (orderId === null) return NO_CHANGES;
  // The order's lock is taken first, so a payment is noted by one at a time.
  const [order, paymentId] = await Promise.all([
    lockOrderToPay(query, orderId),
    saveSucceeded(query, { ...session, orderId, now }),
  ]);
  if (!order) throw new Error(`A session was paid for an order that does not exist: ${orderId}.`);
  if (currency !== order.currency) throw new Error(`Order ${order.number} was paid in ${currency}.`);
  if (paymentId === null) return NO_CHANGES;

  const giveBack = (amount: number, reason: 'cancelled' | 'paid_too_late' | 'paid_twice') =>
    requestReturn(query, { orderId, paymentId, amountMinor: amount, currency, reason, now });
  const outcome = await payOrder(query, order, now);
  switch (outcome.kind) {
    case 'paid':
      if (amountMinor < outcome.dueMinor) throw new Error(`Order ${order.number} was paid in part only.`);
      if (amountMinor > outcome.dueMinor) await giveBack(amountMinor - outcome.dueMinor, 'cancelled');
      return { orderIds: [orderId], productIds: outcome.productIds };
    case 'already_paid':
      await giveBack(amountMinor, 'paid_twice');
      return { orderIds: [orderId], productIds: [] };
    case 'too_late':
      await giveBack(amountMinor, 'paid_too_late');
      await saveNotice(query, paymentId, TOO_LATE);
      return { orderIds: [orderId], productIds: [] };
  }
}
