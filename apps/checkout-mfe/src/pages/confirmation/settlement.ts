import type { Order } from '@plaza/contracts';

/** What the return from the payment page turned out to be. */
export type Settlement = 'paid' | 'settling' | 'slow' | 'unpaid' | 'expired' | 'cancelled';

/**
 * Puts the state of an order and of the questions to the provider into one word for the page.
 * @param asked how often the provider was asked whether it is paid
 * @param patience how many questions pass before the page says that it takes longer
 */
export function settlementOf(
  order: Pick<Order, 'status' | 'paymentFailure'>,
  asked: number,
  patience: number,
): Settlement {
  if (order.status !== 'pending_payment') return order.status;
  if (asked > 0 && order.paymentFailure !== null) return 'unpaid';
  return asked >= patience ? 'slow' : 'settling';
}
