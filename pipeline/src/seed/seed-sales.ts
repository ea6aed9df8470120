import type { Sql } from 'postgres';
import { z } from 'zod';
import type { Store } from '../clickhouse/store.ts';
import { digestBuyer, SALES_COLUMNS, type SalesRow, writeSalesRow } from '../outbox/sales-rows.ts';
import { NO_ID } from '../steps/validate-event.ts';

const amount = z.coerce.number().pipe(z.int());
const partSchema = z.object({
  order_id: z.string(),
  seller_order_id: z.string(),
  seller_id: z.string(),
  currency: z.string(),
  buyer_key: z.string(),
  paid_at: z.date(),
  shipping_minor: amount,
});
const lineSchema = partSchema.extend({
  product_id: z.string(),
  variant_id: z.string(),
  title: z.string(),
  quantity: z.int(),
  total_minor: amount,
});

const refundSchema = z.object({
  order_id: z.string(),
  seller_order_id: z.string(),
  seller_id: z.string(),
  currency: z.string(),
  refund_id: z.string(),
  refunded_at: z.date(),
  amount_minor: amount,
});

/**
 * Copies the history of orders that the demo market was created with: it never went through the outbox. Orders that did
 * are left to it.
 * @returns how many rows of money were written
 */
export async function seedSales(sql: Sql, store: Store): Promise<number> {
  const history = sql`
    from orders o join seller_order so on so.order_id = o.id
    where o.paid_at is not null
      and not exists (select from outbox x where x.type = 'order.paid' and x.aggregate_id = o.id::text)`;
  const head = sql`o.id as order_id, so.id as seller_order_id, so.seller_id, o.buyer_key, o.currency, o.paid_at, so.shipping_minor`;
  const parts = await sql`select ${head} ${history}`;
  const lines = await sql`
    select part.*, l.product_id, l.variant_id, l.title, l.quantity, l.total_minor
    from (select ${head} ${history}) part join order_line l on l.seller_order_id = part.seller_order_id`;
  const refunds = await sql`
    select o.id as order_id, r.seller_order_id, r.seller_id, r.currency, r.id as refund_id, r.refunded_at, r.amount_minor
    from refund r join orders o on o.id = r.order_id
    where r.status = 'succeeded' and r.seller_order_id is not null
      and not exists (select from outbox x where x.type = 'order.paid' and x.aggregate_id = o.id::text)`;
  const rows = [
    ...refunds.map((row) => toRefundRow(refundSchema.parse(row))),
    ...parts.map((row) => toShippingRow(partSchema.parse(row))),
    ...lines.map((row) => toLineRow(lineSchema.parse(row))),
  ];
  await store.insert({
    table: 'sales',
    columns: SALES_COLUMNS,
    rows: rows.map(writeSalesRow),
    token: 'seed:sales',
  });
  return rows.length;
}

function toShippingRow(part: z.infer<typeof partSchema>): SalesRow {
  return {
    eventId: part.order_id,
    kind: 'shipping',
    occurredAtMs: part.paid_at.getTime(),
    sellerId: part.seller_id,
    orderId: part.order_id,
    sellerOrderId: part.seller_order_id,
    buyer: digestBuyer(part.buyer_key),
    productId: NO_ID,
    variantId: NO_ID,
    title: '',
    currency: part.currency,
    quantity: 0,
    orders: 1,
    amountMinor: part.shipping_minor,
  };
}

function toLineRow(line: z.infer<typeof lineSchema>): SalesRow {
  return {
    ...toShippingRow(line),
    kind: 'line',
    productId: line.product_id,
    variantId: line.variant_id,
    title: line.title,
    quantity: line.quantity,
    orders: 0,
    amountMinor: line.total_minor,
  };
}

const toRefundRow = (refund: z.infer<typeof refundSchema>): SalesRow => ({
  eventId: refund.refund_id,
  kind: 'refund',
  occurredAtMs: refund.refunded_at.getTime(),
  sellerId: refund.seller_id,
  orderId: refund.order_id,
  sellerOrderId: refund.seller_order_id,
  buyer: '0',
  productId: NO_ID,
  variantId: NO_ID,
  title: '',
  currency: refund.currency,
  quantity: 0,
  orders: 0,
  amountMinor: -refund.amount_minor,
});
