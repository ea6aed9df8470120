import { idSchema } from '@plaza/contracts';
import { z } from 'zod';
import { parseRows, type Query } from '../platform/query.ts';
import { type OrderRecord, orderRecordSchema } from './order-record.ts';

/** A seller order with its lines as JSON; needs `so` (seller_order) and `s` (seller) in scope. */
export const sellerOrderJson = (query: Query) => query`
  jsonb_build_object(
    'id', so.id, 'number', so.number, 'status', so.status,
    'seller', jsonb_build_object('id', s.id, 'slug', s.slug, 'name', s.name), 'sellerCountry', s.country,
    'itemsMinor', so.items_minor, 'shippingMinor', so.shipping_minor, 'totalMinor', so.total_minor,
    'shippingSpeed', so.shipping_speed, 'carrier', so.carrier, 'trackingNumber', so.tracking_number,
    'timeline', so.timeline,
    'lines', (
      select jsonb_agg(jsonb_build_object(
        'variantId', ol.variant_id, 'productId', ol.product_id, 'productSlug', ol.product_slug,
        'title', ol.title, 'variantLabel', ol.variant_label, 'picture', ol.picture, 'quantity', ol.quantity,
        'unitPriceMinor', ol.unit_price_minor, 'totalMinor', ol.total_minor
      ) order by ol.id)
      from order_line ol where ol.seller_order_id = so.id
    )
  )`;

/** An order with everything in it as JSON; needs `o` (orders) in scope. */
const orderJson = (query: Query) => query`
  jsonb_build_object(
    'id', o.id, 'number', o.number, 'buyerKey', o.buyer_key, 'cartId', o.cart_id, 'status', o.status,
    'email', o.email, 'address', o.address, 'currency', o.currency,
    'itemsMinor', o.items_minor, 'shippingMinor', o.shipping_minor, 'totalMinor', o.total_minor,
    'refundedMinor', o.refunded_minor, 'placedAt', o.placed_at, 'expiresAt', o.expires_at,
    'paymentFailure', (
      select p.failure_message from payment p where p.order_id = o.id order by p.attempt desc limit 1
    ),
    'sellerOrders', (
      select jsonb_agg(${sellerOrderJson(query)} order by so.id)
      from seller_order so join seller s on s.id = so.seller_id
      where so.order_id = o.id
    )
  )`;

const foundSchema = z.object({ found: orderRecordSchema });

/** An order of one of these buyers; null when it is not there or not theirs. */
export async function findOwnOrder(
  query: Query,
  input: { orderId: string; buyerKeys: readonly string[] },
): Promise<OrderRecord | null> {
  const rows = await query`
    select ${orderJson(query)} as found from orders o
    where o.id = ${input.orderId} and o.buyer_key = any(${[...input.buyerKeys]})`;
  return parseRows(foundSchema, rows)[0]?.found ?? null;
}

/** The orders of these buyers, newest first, without those that another order took the place of. */
export async function listOwnOrders(
  query: Query,
  input: { buyerKeys: readonly string[]; offset: number; limit: number },
): Promise<{ items: OrderRecord[]; total: number }> {
  const keys = [...input.buyerKeys];
  const [rows, counts] = await Promise.all([
    query`
      select ${orderJson(query)} as found
      from (
        select * from orders where buyer_key = any(${keys}) and superseded_by is null
        order by placed_at desc, id desc limit ${input.limit} offset ${input.offset}
      ) o
      order by o.placed_at desc, o.id desc`,
    query`select count(*)::int as total from orders where buyer_key = any(${keys}) and superseded_by is null`,
  ]);
  const total = parseRows(z.object({ total: z.int() }), counts)[0]?.total ?? 0;
  return { items: parseRows(foundSchema, rows).map((row) => row.found), total };
}

/** An order, locked until the transaction ends; its cart has to be locked before. Null when there is none. */
export async function lockOrder(query: Query, orderId: string): Promise<OrderRecord | null> {
  // Two statements: the second one sees what the first one waited for. Sent together, done in this order.
  const [, orders] = await Promise.all([
    query`select id from orders where id = ${orderId} for update`.execute(),
    readOrders(query, [orderId]),
  ]);
  return orders[0] ?? null;
}

/** These orders, without locking them. */
export async function readOrders(query: Query, orderIds: readonly string[]): Promise<OrderRecord[]> {
  const rows =
    await query`select ${orderJson(query)} as found from orders o where o.id = any(${[...orderIds]})`;
  return parseRows(foundSchema, rows).map((row) => row.found);
}

/** Who may touch a seller order: its buyer by keys, or its seller. */
export type SellerOrderOwner = { buyerKeys: readonly string[] } | { sellerId: string };

/** The order that a seller order is part of; null when it is not there or belongs to somebody else. */
export async function findOrderIdOf(
  query: Query,
  input: { sellerOrderId: string; owner: SellerOrderOwner },
): Promise<string | null> {
  const { owner } = input;
  const isOwn =
    'sellerId' in owner
      ? query`so.seller_id = ${owner.sellerId}`
      : query`o.buyer_key = any(${[...owner.buyerKeys]})`;
  const rows = await query`
    select o.id from seller_order so join orders o on o.id = so.order_id
    where so.id = ${input.sellerOrderId} and ${isOwn}`;
  return parseRows(z.object({ id: idSchema }), rows)[0]?.id ?? null;
}
