import { createHash } from 'node:crypto';
import type { SalesEvent } from '@plaza/events';
import { NO_ID } from '../steps/validate-event.ts';

export const SALES_COLUMNS = [
  'event_id',
  'kind',
  'occurred_at',
  'seller_id',
  'order_id',
  'seller_order_id',
  'buyer',
  'product_id',
  'variant_id',
  'title',
  'currency',
  'quantity',
  'orders',
  'amount_minor',
] as const;

/** A movement of money, as the table `sales` keeps it. */
export interface SalesRow {
  eventId: string;
  kind: 'line' | 'shipping' | 'refund';
  occurredAtMs: number;
  sellerId: string;
  orderId: string;
  sellerOrderId: string;
  /** From `digestBuyer`; `0` in refunds, which do not say. */
  buyer: string;
  productId: string;
  variantId: string;
  title: string;
  currency: string;
  quantity: number;
  /** 1 on the one row that stands for the seller order as such. */
  orders: 0 | 1;
  /** Minor units; below zero when money went back. */
  amountMinor: number;
}

/** Stands for a buyer where purchases are counted by person: 64 bits of a digest of their key, as a decimal number. */
export const digestBuyer = (buyerKey: string): string =>
  createHash('sha256').update(buyerKey).digest().readBigUInt64BE().toString();

/** The movements that a fact states: lines and shipping of a paid order, a refund; none for other facts. */
export function toSalesRows(event: SalesEvent): SalesRow[] {
  const occurredAtMs = Date.parse(event.occurredAt);
  const head = {
    eventId: event.id,
    occurredAtMs,
    buyer: '0',
    productId: NO_ID,
    variantId: NO_ID,
    title: '',
    quantity: 0,
  };
  if (event.type === 'payment.refunded') {
    const { orderId, sellerOrderId, sellerId, currency, amountMinor } = event.payload;
    const refund = {
      orderId,
      sellerOrderId,
      sellerId,
      currency,
      orders: 0,
      amountMinor: -amountMinor,
    } as const;
    return [{ ...head, kind: 'refund', ...refund }];
  }
  if (event.type !== 'order.paid') return [];
  const { orderId, currency, buyerKey, sellerOrders } = event.payload;
  const buyer = digestBuyer(buyerKey);
  return sellerOrders.flatMap(({ sellerOrderId, sellerId, shippingMinor, lines }): SalesRow[] => {
    const place = { orderId, sellerOrderId, sellerId, currency, buyer };
    return [
      { ...head, ...place, kind: 'shipping', orders: 1, amountMinor: shippingMinor },
      ...lines.map(
        ({ productId, variantId, title, quantity, totalMinor }): SalesRow => ({
          ...head,
          ...place,
          kind: 'line',
          orders: 0,
          productId,
          variantId,
          title: title.toWellFormed(),
          quantity,
          amountMinor: totalMinor,
        }),
      ),
    ];
  });
}

/** One JSON array in the order of `SALES_COLUMNS`. */
export function writeSalesRow(row: SalesRow): string {
  return JSON.stringify([
    row.eventId,
    row.kind,
    row.occurredAtMs,
    row.sellerId,
    row.orderId,
    row.sellerOrderId,
    row.buyer,
    row.productId,
    row.variantId,
    row.title,
    row.currency,
    row.quantity,
    row.orders,
    row.amountMinor,
  ]);
}
