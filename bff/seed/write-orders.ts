import type { ISql } from 'postgres';
import { insertRows, type Row } from './insert-rows.ts';
import { makeOrders } from './make-orders.ts';
import type { DemoProduct } from './make-products.ts';
import { giveHistory } from './order-history.ts';
import type { DemoAccounts } from './write-accounts.ts';

/** Writes ninety days of orders and counts what was sold. */
export async function writeOrders(
  client: ISql,
  products: readonly DemoProduct[],
  accounts: DemoAccounts,
  now: Date,
): Promise<number> {
  const orders = giveHistory(makeOrders(products, now), now);
  const orderRows: Row[] = [];
  const sellerOrderRows: Row[] = [];
  const lineRows: Row[] = [];
  const refundRows: Row[] = [];
  for (const order of orders) {
    const placedAt = order.placedAt.toISOString();
    orderRows.push({
      id: order.id,
      number: order.number,
      buyer_key: order.byDemoBuyer ? `account:${accounts.buyer.id}` : order.buyerKey,
      buyer_account_id: order.byDemoBuyer ? accounts.buyer.id : null,
      cart_id: null,
      idempotency_key: order.id,
      status: order.status,
      email: order.byDemoBuyer ? accounts.buyer.email : order.email,
      address: order.address,
      currency: order.currency,
      items_minor: order.itemsMinor,
      shipping_minor: order.shippingMinor,
      total_minor: order.itemsMinor + order.shippingMinor,
      refunded_minor: order.refunds.reduce((sum, refund) => sum + refund.amountMinor, 0),
      placed_at: placedAt,
      expires_at: new Date(order.placedAt.getTime() + 900_000).toISOString(),
      paid_at: order.status === 'paid' ? new Date(order.placedAt.getTime() + 60_000).toISOString() : null,
    });
    for (const refund of order.refunds) {
      const part = order.parts.find(({ id }) => id === refund.partId);
      const at = refund.refundedAt.toISOString();
      refundRows.push({
        id: refund.id,
        order_id: order.id,
        seller_order_id: refund.partId,
        seller_id: accounts.sellerIds.get(part?.sellerSlug ?? '') ?? '',
        payment_id: refund.paymentId,
        amount_minor: refund.amountMinor,
        currency: order.currency,
        reason: 'cancelled',
        status: 'succeeded',
        refunded_at: at,
        next_attempt_at: at,
        created_at: at,
      });
    }
    for (const [index, part] of order.parts.entries()) {
      sellerOrderRows.push({
        id: part.id,
        order_id: order.id,
        number: `${order.number}-${index + 1}`,
        seller_id: accounts.sellerIds.get(part.sellerSlug) ?? '',
        status: part.status,
        items_minor: part.itemsMinor,
        shipping_minor: part.shippingMinor,
        total_minor: part.itemsMinor + part.shippingMinor,
        shipping_speed: part.shippingSpeed,
        carrier: part.trackingNumber ? 'Parcel Line' : null,
        tracking_number: part.trackingNumber,
        timeline: part.timeline,
        placed_at: placedAt,
        updated_at: part.timeline.at(-1)?.at ?? placedAt,
      });
      for (const line of part.lines) {
        lineRows.push({
          id: line.id,
          seller_order_id: part.id,
          order_id: order.id,
          variant_id: line.variant.id,
          product_id: line.product.id,
          product_slug: line.product.slug,
          title: line.product.title,
          variant_label: line.variant.optionValues.join(' / '),
          picture: null,
          quantity: line.quantity,
          unit_price_minor: line.variant.priceMinor,
          total_minor: line.variant.priceMinor * line.quantity,
        });
      }
    }
  }
  await insertRows(client, 'orders', orderRows);
  await insertRows(client, 'seller_order', sellerOrderRows);
  await insertRows(client, 'order_line', lineRows);
  await insertRows(client, 'refund', refundRows);
  await client`
    update order_line set picture = jsonb_build_object('url', p.url, 'alt', p.alt, 'width', p.width, 'height', p.height)
    from picture p where p.product_id = order_line.product_id and p.position = 0`;
  await client`
    update product set sold_count = sold.units
    from (select product_id, sum(quantity)::int as units from order_line group by product_id) sold
    where sold.product_id = product.id`;
  return orders.length;
}
