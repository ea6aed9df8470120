import type { Order } from '@plaza/contracts';
import { useHost, useSubscription } from '@plaza/federation/host';
import { useEffect } from 'react';
import { isFinal } from './timeline-steps.ts';

/** A broken connection mends itself; only a refused subscription needs this. */
const RETRY_DELAY_MS = 5_000;

/** The order as it is now. It is followed as long as something can still happen to it. */
export function useLiveOrder(order: Order): Order {
  const { api } = useHost();
  const enabled = order.sellerOrders.some(({ status }) => !isFinal(status) || status === 'expired');
  const { data, status, reset } = useSubscription(
    api.order.watch.subscriptionOptions({ orderId: order.id }, { enabled }),
  );

  useEffect(() => {
    if (status !== 'error') return;
    const timer = setTimeout(reset, RETRY_DELAY_MS);
    return () => clearTimeout(timer);
  }, [status, reset]);

  return data?.id === order.id ? data : order;
}
