import type { startPaymentResult } from '@plaza/contracts';
import type { z } from 'zod';
import { listBuyerKeys } from '../cart/public.ts';
import { findOwnOrder, type OrderRecord } from '../order/public.ts';
import type { Services } from '../platform/services.ts';
import { type Context, notFound } from '../platform/trpc.ts';
import { closePayment } from './close-payments.ts';
import { beginPayment, listStalePayments, saveSession } from './payment.repository.ts';
import { createSession, expireSession, isProviderAway } from './provider.ts';

type StartPaymentResult = z.infer<typeof startPaymentResult>;

/**
 * Opens the hosted page for an unpaid order of the visitor's own; a page that is open is used again. Pages of orders
 * that this one took the place of are closed first, so that a buyer never has two to pay.
 * @throws NOT_FOUND when there is no such order, or it is somebody else's
 */
export async function startPayment(
  { services, visitor }: Context,
  { orderId }: { orderId: string },
): Promise<StartPaymentResult> {
  const { client } = services.database;
  const own = { orderId, buyerKeys: await listBuyerKeys(visitor) };
  try {
    for (const stale of await listStalePayments(client, orderId)) await closePayment(services, stale);
    const order = await findOwnOrder(client, own);
    if (!order) throw notFound('order');
    return refuse(order, services.clock.now()) ?? (await openPage(services, order));
  } catch (error) {
    if (!isProviderAway(error)) throw error;
    services.log.warn({ err: error, orderId }, 'the payment provider is away');
    return {
      ok: false,
      code: 'provider_unavailable',
      message: 'Payment is not possible at the moment. Your order is kept; please try again in a minute.',
    };
  }
}

async function openPage(services: Services, order: OrderRecord): Promise<StartPaymentResult> {
  const { client } = services.database;
  const now = services.clock.now();
  const payment = await beginPayment(client, {
    orderId: order.id,
    amountMinor: order.totalMinor,
    currency: order.currency,
    now,
  });
  if (payment.redirectUrl !== null) return { ok: true, redirectUrl: payment.redirectUrl };
  const session = await createSession(services, order, payment.attempt);
  if (await saveSession(client, { paymentId: payment.id, ...session, now })) {
    return { ok: true, redirectUrl: session.redirectUrl };
  }
  // The order ended while the page was being opened: close it again.
  await expireSession(services, session.sessionId);
  return { ok: false, code: 'order_expired', message: MESSAGES.expired };
}

const MESSAGES = {
  paid: 'This order is paid already.',
  expired: 'This order was not paid in time. Your cart is as you left it: place the order again.',
  cancelled: 'This order was cancelled.',
};

function refuse(order: OrderRecord, now: Date): Extract<StartPaymentResult, { ok: false }> | null {
  if (order.status === 'paid') return { ok: false, code: 'already_paid', message: MESSAGES.paid };
  if (order.status === 'cancelled')
    return { ok: false, code: 'order_cancelled', message: MESSAGES.cancelled };
  if (order.status === 'expired' || order.expiresAt <= now) {
    return { ok: false, code: 'order_expired', message: MESSAGES.expired };
  }
  return null;
}
