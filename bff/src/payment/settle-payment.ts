import type { settlePaymentResult } from '@plaza/contracts';
import type { z } from 'zod';
import { listBuyerKeys } from '../cart/public.ts';
import { findOwnOrder, toOrder } from '../order/public.ts';
import { type Context, notFound } from '../platform/trpc.ts';
import { observeSession } from './observe-session.ts';
import { findUnpaidSession } from './payment.repository.ts';
import { isProviderAway, readSession } from './provider.ts';

/**
 * On return from the hosted page: asks the provider how the session stands, in case its webhook is late, and answers
 * how the order stands then. While the provider is away that is what is known.
 * @throws NOT_FOUND when there is no such order, or it is somebody else's
 */
export async function settlePayment(
  { services, visitor }: Context,
  { orderId }: { orderId: string },
): Promise<z.infer<typeof settlePaymentResult>> {
  const { client } = services.database;
  const own = { orderId, buyerKeys: await listBuyerKeys(visitor) };
  let order = await findOwnOrder(client, own);
  if (!order) throw notFound('order');
  const sessionId = order.status === 'paid' ? null : await findUnpaidSession(client, orderId);
  if (sessionId !== null) {
    try {
      await observeSession(services, await readSession(services, sessionId));
    } catch (error) {
      if (!isProviderAway(error)) throw error;
      services.log.warn({ err: error, orderId }, 'the payment provider is away');
    }
    order = (await findOwnOrder(client, own)) ?? order;
  }
  const { status, paymentFailure } = toOrder(order);
  return { status, paymentFailure };
}
