import { findTransition, type SellerOrderForSeller } from '@plaza/contracts';
import { toSellerOrder } from '../order/public.ts';
import type { SellerOrderForSellerRecord } from './fulfilment.repository.ts';

/** A seller order as its seller sees it, with the steps that the seller may take now. */
export function toSellerOrderForSeller(record: SellerOrderForSellerRecord): SellerOrderForSeller {
  const { orderId, placedAt, currency, address, email } = record;
  const can = (action: 'ship' | 'deliver' | 'cancel') =>
    findTransition(record.status, action, 'seller') !== null;
  return {
    ...toSellerOrder(record, address.country),
    ...{ orderId, currency, address, email },
    placedAt: placedAt.toISOString(),
    canShip: can('ship'),
    canDeliver: can('deliver'),
    canCancel: can('cancel'),
  };
}
