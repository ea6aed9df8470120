import type { Order } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { forgetPendingOrder, pendingOrderId } from './order-attempt.ts';

/**
 * The unpaid order that the buyer came back from: the one that the address names, or the one whose payment this tab
 * opened ("back" names none). Null once it is paid, expired or cancelled.
 */
export function usePendingOrder(loaded: Order | null): Order | null {
  const { api } = useHost();
  const [rememberedId, setRememberedId] = useState<string | null>(null);
  useEffect(() => {
    const remember = () => setRememberedId(pendingOrderId(sessionStorage));
    remember();
    window.addEventListener('pageshow', remember);
    return () => window.removeEventListener('pageshow', remember);
  }, []);

  const orderId = loaded?.id ?? rememberedId;
  const { data = loaded } = useQuery({
    ...api.order.get.queryOptions({ orderId: orderId ?? '' }),
    enabled: orderId !== null,
    retry: false,
  });
  const settled = data !== null && data.status !== 'pending_payment';
  useEffect(() => {
    if (settled) forgetPendingOrder(sessionStorage);
  }, [settled]);
  return data && !settled ? data : null;
}
