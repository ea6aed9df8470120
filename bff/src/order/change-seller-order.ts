import {
  findTransition,
  type OrderActor,
  type SellerOrderStatus,
  type sellerOrderChangeResult,
} from '@plaza/contracts';
import { createSalesEvent, type SalesEvent } from '@plaza/events';
import type { z } from 'zod';
import { appendFacts } from '../platform/outbox.ts';
import type { Query } from '../platform/query.ts';
import type { Services } from '../platform/services.ts';
import { notFound } from '../platform/trpc.ts';
import { announce } from './announce.ts';
import { findOrderIdOf, lockOrder, type SellerOrderOwner } from './order.repository.ts';
import {
  reduceOrder,
  requestRefund,
  writeOrderStatus,
  writeSellerOrderStatus,
  writeTracking,
} from './order-change.repository.ts';
import type { OrderRecord, SellerOrderRecord } from './order-record.ts';
import { moveStock } from './stock-move.repository.ts';
import { putBack, release } from './stock-move.ts';

export type SellerOrderChange =
  | { action: 'cancel' }
  | { action: 'ship'; carrier: string; trackingNumber: string }
  | { action: 'deliver' };
export type SellerOrderChangeResult = z.infer<typeof sellerOrderChangeResult>;

/**
 * Moves one seller order on, as far as the state machine lets this actor. Of two steps at once, one happens and the
 * other is told where the order stands.
 * @throws NOT_FOUND when there is no such seller order, or it is somebody else's
 */
export async function changeSellerOrder(
  services: Services,
  input: { sellerOrderId: string; owner: SellerOrderOwner; actor: OrderActor; change: SellerOrderChange },
): Promise<SellerOrderChangeResult> {
  const { client } = services.database;
  const now = services.clock.now();
  const orderId = await findOrderIdOf(client, input);
  if (orderId === null) throw notFound('order');

  const { result, productIds } = await client.begin(async (query) => {
    const order = await lockOrder(query, orderId);
    const part = order?.sellerOrders.find((one) => one.id === input.sellerOrderId);
    if (!order || !part) throw notFound('order');
    const step = findTransition(part.status, input.change.action, input.actor);
    if (!step) return { result: refuse(part.status, input.change.action), productIds: [] };

    await writeSellerOrderStatus(query, { sellerOrderIds: [part.id], status: step.to, at: now });
    if (input.change.action === 'cancel') await cancelPart(query, order, part, now);
    if (input.change.action === 'ship') {
      const { carrier, trackingNumber } = input.change;
      await writeTracking(query, { sellerOrderId: part.id, carrier, trackingNumber });
    }
    await appendFacts(query, [toFact(order, part, input, now)]);
    const isCancelled = input.change.action === 'cancel';
    return {
      result: { ok: true as const, status: step.to },
      productIds: isCancelled ? part.lines.map((line) => line.productId) : [],
    };
  });
  if (result.ok) announce(services, { orderIds: [orderId], productIds });
  return result;
}

/** Gives back what a part holds: the stock, and the money when it was paid. The last part takes the order with it. */
async function cancelPart(
  query: Query,
  order: OrderRecord,
  part: SellerOrderRecord,
  now: Date,
): Promise<void> {
  const isLast = order.sellerOrders.every((one) => one.id === part.id || one.status === 'cancelled');
  if (isLast) await writeOrderStatus(query, { orderIds: [order.id], status: 'cancelled' });
  if (part.status === 'paid') {
    await moveStock(query, putBack(part.lines), now);
    await requestRefund(query, {
      orderId: order.id,
      sellerOrderId: part.id,
      sellerId: part.seller.id,
      amountMinor: part.totalMinor,
      at: now,
    });
    return;
  }
  await moveStock(query, release(part.lines), now);
  if (!isLast) await reduceOrder(query, { orderId: order.id, ...part });
}

function toFact(
  order: OrderRecord,
  part: SellerOrderRecord,
  { change, actor }: { change: SellerOrderChange; actor: OrderActor },
  occurredAt: Date,
): SalesEvent {
  const head = { orderId: order.id, sellerOrderId: part.id, sellerId: part.seller.id };
  const about = { aggregateId: part.id, occurredAt };
  switch (change.action) {
    case 'cancel':
      return createSalesEvent('seller_order.cancelled', { ...about, payload: { ...head, by: actor } });
    case 'ship': {
      const { carrier, trackingNumber } = change;
      return createSalesEvent('seller_order.shipped', {
        ...about,
        payload: { ...head, carrier, trackingNumber },
      });
    }
    case 'deliver':
      return createSalesEvent('seller_order.delivered', { ...about, payload: head });
  }
}

const STATES: Readonly<Record<SellerOrderStatus, string>> = {
  pending_payment: 'is not paid yet',
  paid: 'is paid',
  shipped: 'has been shipped',
  delivered: 'has been delivered',
  cancelled: 'has been cancelled',
  expired: 'ran out before it was paid',
};
const DEEDS = { cancel: 'cancelled', ship: 'shipped', deliver: 'marked as delivered' } as const;

const refuse = (
  status: SellerOrderStatus,
  action: SellerOrderChange['action'],
): Extract<SellerOrderChangeResult, { ok: false }> => ({
  ok: false,
  code: 'wrong_state',
  status,
  message: `This order ${STATES[status]} and cannot be ${DEEDS[action]}.`,
});
