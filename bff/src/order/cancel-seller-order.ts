import { listBuyerKeys } from '../cart/public.ts';
import type { Context } from '../platform/trpc.ts';
import { changeSellerOrder, type SellerOrderChangeResult } from './change-seller-order.ts';

/** The buyer cancels one seller's part of an own order, as long as it has not been shipped. */
export async function cancelSellerOrder(
  { services, visitor }: Context,
  { sellerOrderId }: { sellerOrderId: string },
): Promise<SellerOrderChangeResult> {
  const owner = { buyerKeys: await listBuyerKeys(visitor) };
  return changeSellerOrder(services, { sellerOrderId, owner, actor: 'buyer', change: { action: 'cancel' } });
}
