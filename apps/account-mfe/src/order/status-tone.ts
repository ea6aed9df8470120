import type { OrderStatus, SellerOrderStatus } from '@plaza/contracts';
import type { Tone } from '@plaza/ui/badge';

const tones: Record<SellerOrderStatus | OrderStatus, Tone> = {
  pending_payment: 'warning',
  paid: 'accent',
  shipped: 'accent',
  delivered: 'positive',
  cancelled: 'neutral',
  expired: 'neutral',
};

/** Colour that goes with a status, beside its word. */
export const statusTone = (status: SellerOrderStatus | OrderStatus): Tone => tones[status];
