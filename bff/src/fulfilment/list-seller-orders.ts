import type { listSellerOrdersInput, sellerOrderListResult } from '@plaza/contracts';
import type { z } from 'zod';
import type { Services } from '../platform/services.ts';
import { listSold } from './fulfilment.repository.ts';
import { toSellerOrderForSeller } from './to-seller-order.ts';

/** A page of what the seller has sold, newest first. */
export async function listSellerOrders(
  services: Services,
  seller: { id: string },
  { page, pageSize, ...filter }: z.output<typeof listSellerOrdersInput>,
): Promise<z.output<typeof sellerOrderListResult>> {
  const { items, total } = await listSold(services.database.client, {
    sellerId: seller.id,
    ...filter,
    offset: (page - 1) * pageSize,
    limit: pageSize,
  });
  return { items: items.map(toSellerOrderForSeller), total, page, pageSize };
}
