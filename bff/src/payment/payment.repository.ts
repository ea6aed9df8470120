import { idSchema, newId } from '@plaza/contracts';
import { z } from 'zod';
import { parseRows, type Query } from '../platform/query.ts';

const openPaymentSchema = z.object({
  id: idSchema,
  orderId: idSchema,
  attempt: z.int(),
  /** Null until the provider has answered. */
  sessionId: z.string().nullable(),
  redirectUrl: z.string().nullable(),
});
export type OpenPayment = z.infer<typeof openPaymentSchema>;

const openColumns = (query: Query) => query`
  p.id, p.order_id as "orderId", p.attempt, p.session_id as "sessionId", p.redirect_url as "redirectUrl"`;

/** The open payment of an order, begun when there is none. Of several at once, all get the same one. */
export async function beginPayment(
  query: Query,
  input: { orderId: string; amountMinor: number; currency: string; now: Date },
): Promise<OpenPayment> {
  const now = input.now.toISOString();
  await query`
    insert into payment (id, order_id, attempt, status, amount_minor, currency, created_at, updated_at)
    select ${newId()}, ${input.orderId}, coalesce(max(attempt), 0) + 1, 'open', ${input.amountMinor},
      ${input.currency}, ${now}::timestamptz, ${now}::timestamptz
    from payment where order_id = ${input.orderId}
    having not exists (select from payment where order_id = ${input.orderId} and status = 'open')
    on conflict do nothing`;
  const rows = await query`
    select ${openColumns(query)} from payment p where p.order_id = ${input.orderId} and p.status = 'open'`;
  const payment = parseRows(openPaymentSchema, rows)[0];
  if (!payment) throw new Error('The payment was closed while it began.');
  return payment;
}

/** Keeps the provider's session of an open payment. False when it was closed meanwhile. */
export async function saveSession(
  query: Query,
  input: { paymentId: string; sessionId: string; redirectUrl: string; now: Date },
): Promise<boolean> {
  const rows = await query`
    update payment set session_id = ${input.sessionId}, redirect_url = ${input.redirectUrl},
      updated_at = ${input.now.toISOString()}::timestamptz
    where id = ${input.paymentId} and status = 'open'
    returning id`;
  return rows.length > 0;
}

/**
 * Open payments of a cart that must not be paid any more: of orders that another took the place of, that were
 * cancelled or ran out, and of this one when what is due has changed.
 */
export async function listStalePayments(query: Query, orderId: string): Promise<OpenPayment[]> {
  const rows = await query`
    select ${openColumns(query)}
    from orders mine
    join orders o on o.id = mine.id or (o.cart_id = mine.cart_id and o.status <> 'paid')
    join payment p on p.order_id = o.id and p.status = 'open'
    where mine.id = ${orderId} and (o.status <> 'pending_payment' or p.amount_minor <> o.total_minor)`;
  return parseRows(openPaymentSchema, rows);
}

/** Open payments of orders that nobody may pay any more. */
export async function listOverduePayments(
  query: Query,
  input: { now: Date; limit: number },
): Promise<OpenPayment[]> {
  const rows = await query`
    select ${openColumns(query)}
    from payment p join orders o on o.id = p.order_id
    where p.status = 'open' and (o.status <> 'pending_payment' or o.expires_at <= ${input.now.toISOString()}::timestamptz)
    order by p.created_at
    limit ${input.limit}`;
  return parseRows(openPaymentSchema, rows);
}

/** The session that an order was last to be paid with, unless that is known to be paid; null without one. */
export async function findUnpaidSession(query: Query, orderId: string): Promise<string | null> {
  const rows = await query`
    select session_id as "sessionId" from payment
    where order_id = ${orderId} and session_id is not null and status <> 'succeeded'
    order by attempt desc limit 1`;
  return parseRows(z.object({ sessionId: z.string() }), rows)[0]?.sessionId ?? null;
}

/** Nobody can pay this session any more. Open payments only: what is paid stays paid. */
export async function closePaymentOf(query: Query, sessionId: string, now: Date): Promise<void> {
  await query`
    update payment set status = 'expired', updated_at = ${now.toISOString()}::timestamptz
    where session_id = ${sessionId} and status = 'open'`;
}

/** As `closePaymentOf`, for a payment that never came to a session. */
export async function closeUnsentPayment(query: Query, paymentId: string, now: Date): Promise<void> {
  await query`
    update payment set status = 'expired', updated_at = ${now.toISOString()}::timestamptz
    where id = ${paymentId} and status = 'open' and session_id is null`;
}

/** Why an attempt failed, kept on the order's open payment; a message that comes after the payment changes nothing. */
export async function saveFailure(
  query: Query,
  input: { orderId: string; message: string; now: Date },
): Promise<void> {
  await query`
    update payment set failure_message = ${input.message}, updated_at = ${input.now.toISOString()}::timestamptz
    where order_id = ${input.orderId} and status = 'open'`;
}

/** Notes that a session was paid, also one that was never heard of. Null when it was noted before. */
export async function saveSucceeded(
  query: Query,
  input: {
    orderId: string;
    sessionId: string;
    intentId: string | null;
    amountMinor: number;
    currency: string;
    now: Date;
  },
): Promise<string | null> {
  const now = input.now.toISOString();
  const rows = await query`
    insert into payment (id, order_id, attempt, session_id, intent_id, status, amount_minor, currency, created_at,
      updated_at)
    select ${newId()}, ${input.orderId}, coalesce(max(attempt), 0) + 1, ${input.sessionId}, ${input.intentId},
      'succeeded', ${input.amountMinor}, ${input.currency}, ${now}::timestamptz, ${now}::timestamptz
    from payment where order_id = ${input.orderId}
    on conflict (session_id) do update set status = 'succeeded', intent_id = excluded.intent_id,
      failure_message = null, updated_at = excluded.updated_at
      where payment.status <> 'succeeded'
    returning id`.execute();
  return parseRows(z.object({ id: idSchema }), rows)[0]?.id ?? null;
}

/** What the buyer is to know about a payment that paid for nothing. */
export async function saveNotice(query: Query, paymentId: string, message: string): Promise<void> {
  await query`update payment set failure_message = ${message} where id = ${paymentId}`;
}
