import type { Order } from '@plaza/contracts';
import { useHost, useSubscription } from '@plaza/federation/host';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { forgetPendingOrder } from '../checkout/order-attempt.ts';
import { type Settlement, settlementOf } from './settlement.ts';

const ASK_EVERY_MS = 2_500;
const MAX_QUESTIONS = 24;
/** Questions after which the page stops promising "a few seconds". */
const PATIENCE = 5;

/**
 * The order as it is now, and what became of its payment. While that is open, changes arrive over the web socket, and
 * the provider is asked through `payment.settle`, which covers a webhook that is late or a socket that is down.
 */
export function useSettlement(loaded: Order): { order: Order; settlement: Settlement } {
  const { api, client, track } = useHost();
  const queryClient = useQueryClient();
  const [order, setOrder] = useState(loaded);
  const [asked, setAsked] = useState(0);
  const orderId = loaded.id;
  const open = order.status === 'pending_payment' && order.paymentFailure === null;

  useSubscription(
    api.order.watch.subscriptionOptions(
      { orderId },
      { enabled: order.status === 'pending_payment' || order.status === 'paid', onData: setOrder },
    ),
  );

  useEffect(() => {
    if (!open || asked >= MAX_QUESTIONS) return;
    let left = false;
    const timer = setTimeout(ask, asked === 0 ? 0 : ASK_EVERY_MS);
    async function ask(): Promise<void> {
      try {
        const answer = await client.payment.settle.mutate({ orderId });
        const isNews = answer.status !== 'pending_payment' || answer.paymentFailure !== null;
        if (isNews && !left) setOrder(await client.order.get.query({ orderId }));
      } catch {
        // Asked again shortly: the provider or the way to it is down.
      }
      if (!left) setAsked(asked + 1);
    }
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [open, asked, orderId, client]);

  const settlement = settlementOf(order, order.paymentFailure === null ? asked : 1, PATIENCE);
  const paid = settlement === 'paid';
  useEffect(() => {
    if (!paid) return;
    forgetPendingOrder(sessionStorage);
    void queryClient.invalidateQueries({ queryKey: api.cart.get.queryKey() });
    track('order_confirmed', { orderId });
  }, [paid, orderId, queryClient, api, track]);

  return { order, settlement };
}
