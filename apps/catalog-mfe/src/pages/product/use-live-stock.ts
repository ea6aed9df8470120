import type { StockUpdate } from '@plaza/contracts';
import { useHost, useSubscription } from '@plaza/federation/host';
import { useEffect } from 'react';

/** A broken connection mends itself; only a refused subscription needs this. */
const RETRY_DELAY_MS = 5_000;

export interface LiveStock {
  /** The newest state, or undefined before the first one has come. */
  update: StockUpdate | undefined;
  /** False while the connection is away after it has been there. */
  connected: boolean;
}

/** Follows stock and price of a product's variants, in the browser only. */
export function useLiveStock(productId: string): LiveStock {
  const { api } = useHost();
  const { data, status, reset } = useSubscription(api.inventory.watch.subscriptionOptions({ productId }));

  useEffect(() => {
    if (status !== 'error') return;
    const timer = setTimeout(reset, RETRY_DELAY_MS);
    return () => clearTimeout(timer);
  }, [status, reset]);

  const update = data?.productId === productId ? data : undefined;
  return { update, connected: status === 'pending' || update === undefined };
}
