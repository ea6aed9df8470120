import { currencySchema, idSchema, newId } from '@plaza/contracts';
import { z } from 'zod';
import { parseRows, type Query } from '../platform/query.ts';

/** Asks for money that pays for nothing to be given back. */
export async function requestReturn(
  query: Query,
  input: {
    orderId: string;
    paymentId: string;
    amountMinor: number;
    currency: string;
    reason: 'cancelled' | 'paid_too_late' | 'paid_twice';
    now: Date;
  },
): Promise<void> {
  const now = input.now.toISOString();
  await query`
    insert into refund (id, order_id, payment_id, amount_minor, currency, reason, status, next_attempt_at, created_at)
    values (${newId()}, ${input.orderId}, ${input.paymentId}, ${input.amountMinor}, ${input.currency}, ${input.reason},
      'requested', ${now}::timestamptz, ${now}::timestamptz)`;
}

const dueRefundSchema = z.object({
  id: idSchema,
  orderId: idSchema,
  /** Null for money that never paid for anything. */
  sellerOrderId: idSchema.nullable(),
  sellerId: idSchema.nullable(),
  intentId: z.string().nullable(),
  amountMinor: z.coerce.number().int(),
  currency: currencySchema,
  /** This attempt included. */
  attempts: z.int(),
});
export type DueRefund = z.infer<typeof dueRefundSchema>;

/** Takes refunds whose time has come, each for one attempt: the next one is due after a pause that doubles. */
export async function claimDueRefunds(
  query: Query,
  input: { now: Date; limit: number; firstPauseMs: number; longestPauseMs: number },
): Promise<DueRefund[]> {
  const now = input.now.toISOString();
  const rows = await query`
    with due as (
      select id from refund
      where status = 'requested' and next_attempt_at <= ${now}::timestamptz
      order by next_attempt_at limit ${input.limit}
      for update skip locked
    )
    update refund r set
      attempts = r.attempts + 1,
      next_attempt_at = ${now}::timestamptz + make_interval(secs =>
        least(${input.firstPauseMs}::float8 * 2 ^ least(r.attempts, 30), ${input.longestPauseMs}::float8) / 1000)
    from due, payment p
    where r.id = due.id and p.id = r.payment_id
    returning r.id, r.order_id as "orderId", r.seller_order_id as "sellerOrderId", r.seller_id as "sellerId",
      p.intent_id as "intentId", r.amount_minor as "amountMinor", r.currency, r.attempts`;
  return parseRows(dueRefundSchema, rows);
}

/** Notes that the provider has given the money back. False when that was noted before. */
export async function saveRefunded(
  query: Query,
  input: { refundId: string; providerRefundId: string; now: Date },
): Promise<boolean> {
  const rows = await query`
    update refund set status = 'succeeded', provider_refund_id = ${input.providerRefundId},
      refunded_at = ${input.now.toISOString()}::timestamptz
    where id = ${input.refundId} and status = 'requested'
    returning id`;
  return rows.length > 0;
}
