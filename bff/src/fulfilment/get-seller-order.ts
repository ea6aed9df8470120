import type { SellerOrderForSeller } from '@plaza/contracts';
import type { Services } from '../platform/services.ts';
import { notFound } from '../platform/trpc.ts';
import { findSellerOrder } from './fulfilment.repository.ts';
import { toSellerOrderForSeller } from './to-seller-order.ts';

/**
 * One of the seller's own orders.
 * @throws NOT_FOUND when there is none, or it is somebody else's
 */
export async function getSellerOrder(
  services: Services,
  seller: { id: string },
  { sellerOrderId }: { sellerOrderId: string },
): Promise<SellerOrderForSeller> {
  const found = await findSellerOrder(services.database.client, { sellerId: seller.id, sellerOrderId });
  if (!found) throw notFound('order');
  return toSellerOrderForSeller(found);
}
