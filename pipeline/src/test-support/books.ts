import { newId } from '@plaza/contracts';
import type { SalesEventOf } from '@plaza/events';
import type { Sql } from 'postgres';

interface Booked {
  paid: SalesEventOf<'order.paid'>;
  /** What the order cost beside the sellers' parts of it. */
  keptMinor?: number;
  /** What the payments brought in; all of the order when absent, null for an order without a payment. */
  receivedMinor?: number | null;
  /** Refunds of the first seller's part. */
  refunds?: readonly { amountMinor: number; at: Date }[];
}

/** Writes paid orders into the ledger as the BFF keeps them, with payments and refunds. */
export async function writeBooks(sql: Sql, booked: readonly Booked[]): Promise<void> {
  for (const { paid, keptMinor = 0, receivedMinor, refunds = [] } of booked) {
    const { orderId, currency, sellerOrders } = paid.payload;
    const at = paid.occurredAt;
    const totalMinor = paid.payload.totalMinor + keptMinor;
    await sql`
      insert into orders (id, number, buyer_key, idempotency_key, status, email, address, currency, items_minor,
        shipping_minor, total_minor, placed_at, expires_at, paid_at)
      values (${orderId}, ${orderId}, 'b', ${orderId}, 'paid', 'e', '{}', ${currency}, ${totalMinor}, 0, ${totalMinor},
        ${at}, ${at}, ${at})`;
    for (const { sellerOrderId, sellerId, itemsMinor, shippingMinor, totalMinor: partMinor } of sellerOrders)
      await sql`
        insert into seller_order (id, order_id, number, seller_id, status, items_minor, shipping_minor, total_minor,
          shipping_speed, timeline, placed_at, updated_at)
        values (${sellerOrderId}, ${orderId}, ${sellerOrderId}, ${sellerId}, 'paid', ${itemsMinor}, ${shippingMinor},
          ${partMinor}, 'standard', ${sql.json([{ status: 'paid', at }])}, ${at}, ${at})`;
    const paymentId = newId();
    if (receivedMinor !== null)
      await sql`
        insert into payment (id, order_id, attempt, session_id, status, amount_minor, currency, created_at, updated_at)
        values (${paymentId}, ${orderId}, 1, ${paymentId}, 'succeeded', ${receivedMinor ?? totalMinor}, ${currency},
          ${at}, ${at})`;
    for (const refund of refunds)
      await sql`
        insert into refund (id, order_id, seller_order_id, seller_id, payment_id, amount_minor, currency, reason, status,
          refunded_at, next_attempt_at, created_at)
        values (${newId()}, ${orderId}, ${sellerOrders[0]?.sellerOrderId ?? null}, ${sellerOrders[0]?.sellerId ?? null},
          ${paymentId}, ${refund.amountMinor}, ${currency}, 'cancelled', 'succeeded', ${refund.at}, ${at}, ${at})`;
  }
}
