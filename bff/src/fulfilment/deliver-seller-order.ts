import { changeSellerOrder, type SellerOrderChangeResult } from '../order/public.ts';
import type { Services } from '../platform/services.ts';

/** The parcel has arrived. */
export const deliverSellerOrder = (
  services: Services,
  seller: { id: string },
  { sellerOrderId }: { sellerOrderId: string },
): Promise<SellerOrderChangeResult> =>
  changeSellerOrder(services, {
    sellerOrderId,
    owner: { sellerId: seller.id },
    actor: 'seller',
    change: { action: 'deliver' },
  });
