import { changeSellerOrder, type SellerOrderChangeResult } from '../order/public.ts';
import type { Services } from '../platform/services.ts';

/** The seller cannot or will not send it: stock and money go back. */
export const cancelSellerOrder = (
  services: Services,
  seller: { id: string },
  { sellerOrderId }: { sellerOrderId: string },
): Promise<SellerOrderChangeResult> =>
  changeSellerOrder(services, {
    sellerOrderId,
    owner: { sellerId: seller.id },
    actor: 'seller',
    change: { action: 'cancel' },
  });
