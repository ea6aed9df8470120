import { findTransition } from '@plaza/contracts';
import { createSalesEvent } from '@plaza/events';
import { appendFacts } from '../platform/outbox.ts';
import type { Query } from '../platform/query.ts';
import type { Services } from '../platform/services.ts';
import { announce } from './announce.ts';
import { readOrders } from './order.repository.ts';
import { lockOverdueOrders, writeOrderStatus, writeSellerOrderStatus } from './order-change.repository.ts';
import type { OrderRecord } from './order-record.ts';
import { moveStock } from './stock-move.repository.ts';
import { release } from './stock-move.ts';

const BATCH_SIZE = 100;
/** A payment provider that is away keeps an order from running out for so long at most. */
const PATIENCE_MS = 10 * 60_000;

/**
 * Lets unpaid orders run out whose reservation has ended: their stock is free again, once. The lines are still in the
 * buyer's cart. Answers how many there were.
 */
export async function expireOrders(services: Services, signal?: AbortSignal): Promise<number> {
  let count = 0;
  while (!signal?.aborted) {
    const now = services.clock.now();
    const expired = await services.database.client.begin((query) => expireBatch(query, now));
    announce(services, {
      orderIds: expired.map((order) => order.id),
      productIds: pendingParts(expired).flatMap((part) => part.lines.map((line) => line.productId)),
    });
    count += expired.length;
    if (expired.length < BATCH_SIZE) break;
  }
  return count;
}

async function expireBatch(query: Query, now: Date): Promise<OrderRecord[]> {
  const ids = await lockOverdueOrders(query, { now, patienceMs: PATIENCE_MS, limit: BATCH_SIZE });
  if (ids.length === 0) return [];
  const orders = await readOrders(query, ids);
  const parts = pendingParts(orders);
  const sellerOrderIds = parts.map((part) => part.id);
  await writeOrderStatus(query, { orderIds: ids, status: 'expired' });
  await writeSellerOrderStatus(query, { sellerOrderIds, status: 'expired', at: now });
  await appendFacts(
    query,
    orders.map((order) => orderExpired(order, now)),
  );
  await moveStock(query, release(parts.flatMap((part) => part.lines)), now);
  return orders;
}

const pendingParts = (orders: readonly OrderRecord[]) =>
  orders.flatMap((order) =>
    order.sellerOrders.filter((part) => findTransition(part.status, 'expire', 'system') !== null),
  );

const orderExpired = (order: OrderRecord, now: Date) =>
  createSalesEvent('order.expired', {
    aggregateId: order.id,
    occurredAt: now,
    payload: {
      orderId: order.id,
      orderNumber: order.number,
      buyerKey: order.buyerKey,
      currency: order.currency,
      totalMinor: order.totalMinor,
    },
  });
