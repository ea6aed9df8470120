import type { settlePaymentResult } from '@plaza/contracts';
import type { z } from 'zod';
import { listBuyerKeys } from '../cart/public.ts';
import { findOwnOrder, toOrder } from '../order/public.ts';
import type { Services } from '../platform/services.ts';
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
  const before = await findOwnOrder(client, own);
  if (!before) throw notFound('order');
  if (before.status !== 'paid') await askProvider(services, orderId);
  // Read again in any case: the webhook may have been handled since.
  const { status, paymentFailure } = toOrder((await findOwnOrder(client, own)) ?? before);
  return { status, paymentFailure };
}

async function askProvider(services: Services, orderId: string): Promise<void> {
  const sessionId = await findUnpaidSession(services.database.client, orderId);
  if (sessionId === null) return;
  try {
    await observeSession(services, await readSession(services, sessionId));
  } catch (error) {
    if (!isProviderAway(error)) throw error;
    services.log.warn({ err: error, orderId }, 'the payment provider is away');
  }
}
