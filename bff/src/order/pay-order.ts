import { findTransition } from '@plaza/contracts';
import { createSalesEvent } from '@plaza/events';
import { lockCartOfOrder, removeBought } from '../cart/public.ts';
import { queueMail } from '../notification/public.ts';
import { appendFacts } from '../platform/outbox.ts';
import type { Query } from '../platform/query.ts';
import { lockOrder } from './order.repository.ts';
import { writeOrderStatus, writeSellerOrderStatus } from './order-change.repository.ts';
import { orderConfirmation } from './order-confirmation.mail.ts';
import type { OrderRecord, SellerOrderRecord } from './order-record.ts';
import { lockFreeStock, moveStock } from './stock-move.repository.ts';
import { takeFree, takeReserved } from './stock-move.ts';

export type PayOutcome =
  /** The money pays for `dueMinor`; the stock has left the shelf. */
  | { kind: 'paid'; dueMinor: number; productIds: string[] }
  | { kind: 'already_paid' }
  /** Cancelled, or run out and the stock has been sold since. */
  | { kind: 'too_late' };

/** Locks an order ahead of anything that a payment changes: its cart first, then itself. Null when there is none. */
export async function lockOrderToPay(query: Query, orderId: string): Promise<OrderRecord | null> {
  const [, order] = await Promise.all([lockCartOfOrder(query, orderId), lockOrder(query, orderId)]);
  return order;
}

/**
 * Makes a locked order paid: parts and order move on, stock leaves the shelf, what was bought leaves the cart, the
 * buyer gets a mail, and the pipeline is told. An order that has run out is honoured when all of its stock is still free.
 */
export async function payOrder(query: Query, order: OrderRecord, now: Date): Promise<PayOutcome> {
  if (order.status === 'paid') return { kind: 'already_paid' };
  if (order.status === 'cancelled') return { kind: 'too_late' };
  const parts = order.sellerOrders.filter((part) => findTransition(part.status, 'pay', 'system') !== null);
  const lines = parts.flatMap((part) => part.lines);
  if (order.status === 'expired' && !(await isAllFree(query, lines))) return { kind: 'too_late' };

  // Sent together: none of these needs the answer of another.
  await Promise.all([
    writeSellerOrderStatus(query, { sellerOrderIds: parts.map((part) => part.id), status: 'paid', at: now }),
    writeOrderStatus(query, { orderIds: [order.id], status: 'paid', paidAt: now }),
    moveStock(query, order.status === 'expired' ? takeFree(lines) : takeReserved(lines), now),
    appendFacts(query, [orderPaid(order, parts, now)]),
    queueMail(query, orderConfirmation, {
      to: order.email,
      data: { orderId: order.id },
      dedupeKey: order.id,
      now,
    }),
    order.cartId === null ? null : removeBought(query, { cartId: order.cartId, bought: lines }),
  ]);
  return { kind: 'paid', dueMinor: order.totalMinor, productIds: lines.map((line) => line.productId) };
}

async function isAllFree(
  query: Query,
  lines: readonly { variantId: string; quantity: number }[],
): Promise<boolean> {
  const needed = takeFree(lines);
  const free = await lockFreeStock(
    query,
    needed.map((move) => move.variantId),
  );
  return needed.every((move) => (free.get(move.variantId) ?? 0) + move.onHand >= 0);
}

const orderPaid = (order: OrderRecord, parts: readonly SellerOrderRecord[], now: Date) =>
  createSalesEvent('order.paid', {
    aggregateId: order.id,
    occurredAt: now,
    payload: {
      orderId: order.id,
      orderNumber: order.number,
      buyerKey: order.buyerKey,
      currency: order.currency,
      totalMinor: order.totalMinor,
      sellerOrders: parts.map((part) => ({
        sellerOrderId: part.id,
        sellerId: part.seller.id,
        itemsMinor: part.itemsMinor,
        shippingMinor: part.shippingMinor,
        totalMinor: part.totalMinor,
        lines: part.lines.map(({ productId, variantId, title, quantity, unitPriceMinor, totalMinor }) => {
          return { productId, variantId, title, quantity, unitPriceMinor, totalMinor };
        }),
      })),
    },
  });
