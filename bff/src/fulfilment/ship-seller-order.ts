import type { shipInput } from '@plaza/contracts';
import type { z } from 'zod';
import { changeSellerOrder, type SellerOrderChangeResult } from '../order/public.ts';
import type { Services } from '../platform/services.ts';

/** The parcel is on its way. */
export const shipSellerOrder = (
  services: Services,
  seller: { id: string },
  { sellerOrderId, carrier, trackingNumber }: z.output<typeof shipInput>,
): Promise<SellerOrderChangeResult> =>
  changeSellerOrder(services, {
    sellerOrderId,
    owner: { sellerId: seller.id },
    actor: 'seller',
    change: { action: 'ship', carrier, trackingNumber },
  });
