import type { SellerOrderStatus } from '@plaza/contracts';
import { StatusBadge, type Tone } from '@plaza/ui/badge';
import { messages } from '../../messages.ts';

const tones: Record<SellerOrderStatus, Tone> = {
  pending_payment: 'neutral',
  paid: 'warning',
  shipped: 'accent',
  delivered: 'positive',
  cancelled: 'danger',
  expired: 'neutral',
};

/** Where an order stands, as its seller says it. */
export function OrderStatus({ status }: { status: SellerOrderStatus }) {
  return <StatusBadge tone={tones[status]}>{messages.orderStatus[status]}</StatusBadge>;
}
