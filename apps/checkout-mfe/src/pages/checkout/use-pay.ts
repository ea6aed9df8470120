import type { Cart } from '@plaza/contracts';
import { toApiError, useHost } from '@plaza/federation/host';
import { paths, useNavigation } from '@plaza/navigation';
import { useCallback, useEffect, useState } from 'react';
import { useCartCache } from '../../cart/use-cart.ts';
import { messages } from '../../messages.ts';
import { attemptKey, endAttempt, forgetPendingOrder, rememberPendingOrder } from './order-attempt.ts';
import { retryLost } from './retry-lost.ts';

/** Where the way to the payment page stands. `leaving`: the browser is on its way there. */
export type PayState =
  | { kind: 'idle' }
  | { kind: 'working' }
  | { kind: 'leaving' }
  | { kind: 'refused'; message: string };

/** Places orders and opens the page on which they are paid. */
export function usePay() {
  const { client, track } = useHost();
  const { open } = useNavigation();
  const cache = useCartCache();
  const [state, setState] = useState<PayState>({ kind: 'idle' });

  // "Back" from the payment page may restore this page as it was left: busy, with yesterday's cart.
  useEffect(() => {
    const wakeUp = (event: PageTransitionEvent) => {
      if (!event.persisted) return;
      setState({ kind: 'idle' });
      void cache.refetch();
    };
    window.addEventListener('pageshow', wakeUp);
    return () => window.removeEventListener('pageshow', wakeUp);
  });

  const refuse = (message: string) => setState({ kind: 'refused', message });

  /** Opens the payment page of an order that was placed before. */
  async function payOrder(orderId: string): Promise<void> {
    setState({ kind: 'working' });
    try {
      const started = await retryLost(() => client.payment.start.mutate({ orderId }));
      if (started.ok) {
        setState({ kind: 'leaving' });
        window.location.assign(started.redirectUrl);
        return;
      }
      if (started.code === 'already_paid') return await open(paths.confirmation(orderId));
      if (started.code !== 'provider_unavailable') forgetPendingOrder(sessionStorage);
      refuse(started.message);
    } catch (error) {
      refuse(toApiError(error)?.message ?? messages.checkout.providerDown);
    }
  }

  /** Orders the cart as it is shown, then opens the payment page. */
  async function placeAndPay(cart: Cart): Promise<void> {
    setState({ kind: 'working' });
    track('checkout_started', {});
    const attempt = {
      idempotencyKey: attemptKey(sessionStorage, cart.version),
      shownTotalMinor: cart.totalMinor,
    };
    try {
      const placed = await retryLost(() => client.order.place.mutate(attempt));
      endAttempt(sessionStorage);
      if (placed.ok) {
        rememberPendingOrder(sessionStorage, placed.orderId);
        return await payOrder(placed.orderId);
      }
      await cache.refetch();
      refuse(placed.message);
    } catch (error) {
      refuse(toApiError(error)?.message ?? messages.checkout.unreachable);
    }
  }

  /** A refusal is about the cart as it was. */
  const forgetRefusal = useCallback(
    () => setState((known) => (known.kind === 'refused' ? { kind: 'idle' } : known)),
    [],
  );

  return { state, payOrder, placeAndPay, forgetRefusal };
}
