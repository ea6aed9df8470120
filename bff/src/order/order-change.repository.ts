import { idSchema, newId, type OrderStatus, type SellerOrderStatus } from '@plaza/contracts';
import { z } from 'zod';
import { parseRows, type Query, toJson } from '../platform/query.ts';

/** Moves seller orders on, keeping the moment in their timeline. The rows' order is locked by the caller. */
export async function writeSellerOrderStatus(
  query: Query,
  input: { sellerOrderIds: readonly string[]; status: SellerOrderStatus; at: Date },
): Promise<void> {
  const at = input.at.toISOString();
  await query`
    update seller_order set
      status = ${input.status},
      timeline = timeline || ${toJson({ status: input.status, at })}::jsonb,
      updated_at = ${at}::timestamptz
    where id = any(${[...input.sellerOrderIds]})`;
}

export async function writeOrderStatus(
  query: Query,
  input: { orderIds: readonly string[]; status: OrderStatus; paidAt?: Date },
): Promise<void> {
  await query`
    update orders set status = ${input.status},
      paid_at = coalesce(${input.paidAt?.toISOString() ?? null}::timestamptz, paid_at)
    where id = any(${[...input.orderIds]})`;
}

/** Takes a part that was cancelled before it was paid off what the buyer owes. */
export async function reduceOrder(
  query: Query,
  input: { orderId: string; itemsMinor: number; shippingMinor: number },
): Promise<void> {
  await query`
    update orders set
      items_minor = items_minor - ${input.itemsMinor},
      shipping_minor = shipping_minor - ${input.shippingMinor},
      total_minor = total_minor - ${input.itemsMinor + input.shippingMinor}
    where id = ${input.orderId}`;
}

export async function addRefunded(
  query: Query,
  input: { orderId: string; amountMinor: number },
): Promise<void> {
  await query`update orders set refunded_minor = refunded_minor + ${input.amountMinor} where id = ${input.orderId}`;
}

export async function writeTracking(
  query: Query,
  input: { sellerOrderId: string; carrier: string; trackingNumber: string },
): Promise<void> {
  await query`
    update seller_order set carrier = ${input.carrier}, tracking_number = ${input.trackingNumber}
    where id = ${input.sellerOrderId}`;
}

/** Asks for a seller order's money to be given back; a worker of the payment domain carries it out. */
export async function requestRefund(
  query: Query,
  input: { orderId: string; sellerOrderId: string; sellerId: string; amountMinor: number; at: Date },
): Promise<void> {
  const at = input.at.toISOString();
  await query`
    insert into refund (id, order_id, seller_order_id, seller_id, payment_id, amount_minor, currency, reason, status,
      next_attempt_at, created_at)
    select ${newId()}, p.order_id, ${input.sellerOrderId}, ${input.sellerId}, p.id, ${input.amountMinor}, p.currency,
      'cancelled', 'requested', ${at}::timestamptz, ${at}::timestamptz
    from payment p
    where p.order_id = ${input.orderId} and p.status = 'succeeded'
    order by p.attempt limit 1`;
}

const expiredSchema = z.object({ id: idSchema });

/**
 * Locks unpaid orders whose reservation has run out, skipping those that somebody is at work on. One whose payment page
 * is still open waits for it to be closed, so that nobody pays for an order that is gone, but not longer than
 * `patienceMs`.
 */
export async function lockOverdueOrders(
  query: Query,
  input: { now: Date; patienceMs: number; limit: number },
): Promise<string[]> {
  const now = input.now.toISOString();
  const lastCall = new Date(input.now.getTime() - input.patienceMs).toISOString();
  const rows = await query`
    select o.id from orders o
    where o.status = 'pending_payment' and o.superseded_by is null and o.expires_at <= ${now}::timestamptz
      and (o.expires_at <= ${lastCall}::timestamptz
        or not exists (select from payment p where p.order_id = o.id and p.status = 'open'))
    order by o.expires_at
    limit ${input.limit}
    for update of o skip locked`;
  return parseRows(expiredSchema, rows).map((row) => row.id);
}

/**
 * Makes paid orders an account's that were placed with this address under keys like these. Their idempotency keys were
 * chosen by strangers and might meet: they have had their use, and the order's id takes their place.
 */
export async function moveGuestOrders(
  query: Query,
  input: { email: string; from: string; to: { accountId: string; buyerKey: string } },
): Promise<void> {
  const { email, from, to } = input;
  await query`
    update orders set buyer_key = ${to.buyerKey}, buyer_account_id = ${to.accountId}, idempotency_key = id
    where email = ${email} and buyer_key like ${from} and paid_at is not null`;
}
