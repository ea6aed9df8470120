import type { Order } from '@plaza/contracts';
import { listBuyerKeys } from '../cart/public.ts';
import { type Context, notFound } from '../platform/trpc.ts';
import { findOwnOrder } from './order.repository.ts';
import { toOrder } from './order-record.ts';

/**
 * An order of the visitor's own.
 * @throws NOT_FOUND when there is none, or it is somebody else's
 */
export async function getOrder({ services, visitor }: Context, input: { orderId: string }): Promise<Order> {
  const buyerKeys = await listBuyerKeys(visitor);
  const order = await findOwnOrder(services.database.client, { ...input, buyerKeys });
  if (!order) throw notFound('order');
  return toOrder(order);
}
