import type { listOrdersInput, orderListResult } from '@plaza/contracts';
import type { z } from 'zod';
import { listBuyerKeys } from '../cart/public.ts';
import type { Context } from '../platform/trpc.ts';
import { listOwnOrders } from './order.repository.ts';
import { toOrder } from './order-record.ts';

/** A page of the visitor's own orders, newest first. */
export async function listOrders(
  { services, visitor }: Context,
  { page, pageSize }: z.output<typeof listOrdersInput>,
): Promise<z.output<typeof orderListResult>> {
  const buyerKeys = await listBuyerKeys(visitor);
  const { items, total } = await listOwnOrders(services.database.client, {
    buyerKeys,
    offset: (page - 1) * pageSize,
    limit: pageSize,
  });
  return { items: items.map(toOrder), total, page, pageSize };
}
