import { currencySchema, type Period, shiftDay } from '@plaza/contracts';
import type { ISql, Sql } from 'postgres';
import { z } from 'zod';

const amount = z.coerce.number().pipe(z.int());

/** From midnight of the first day up to midnight after the last, in UTC. */
const boundsOf = ({ from, to }: Period) => ({
  start: `${from}T00:00:00Z`,
  end: `${shiftDay(to, 1)}T00:00:00Z`,
});

const paidSchema = z.object({
  day: z.string(),
  currency: currencySchema,
  orders: amount,
  paidMinor: amount,
  receivedMinor: amount,
  importedMinor: amount,
});
export type PaidDay = z.output<typeof paidSchema>;

/**
 * Orders by the day on which they were paid, and what their payments brought in. Money that pays for nothing, because it
 * came twice or for a part that was cancelled, goes back and belongs to no seller's order: it is not counted.
 */
export async function readPaid(sql: ISql, period: Period): Promise<PaidDay[]> {
  const { start, end } = boundsOf(period);
  const rows = await sql`
    select to_char(o.paid_at at time zone 'UTC', 'YYYY-MM-DD') as day, o.currency, count(*) as orders,
      sum(o.total_minor) as "paidMinor",
      coalesce(sum(p.received_minor - p.returned_minor), 0) as "receivedMinor",
      sum(case when p.received_minor is null then o.total_minor else 0 end) as "importedMinor"
    from orders o
    cross join lateral (
      select sum(amount_minor) as received_minor,
        (select coalesce(sum(r.amount_minor), 0) from refund r
          where r.order_id = o.id and r.seller_order_id is null) as returned_minor
      from payment where order_id = o.id and status = 'succeeded') p
    where o.paid_at >= ${start}::timestamptz and o.paid_at < ${end}::timestamptz
    group by 1, 2`;
  return rows.map((row) => paidSchema.parse(row));
}

const refundedSchema = z.object({ day: z.string(), currency: currencySchema, refundedMinor: amount });

/** What went back to buyers, by the day on which it did. */
export async function readRefunded(sql: ISql, period: Period): Promise<z.output<typeof refundedSchema>[]> {
  const { start, end } = boundsOf(period);
  const rows = await sql`
    select to_char(refunded_at at time zone 'UTC', 'YYYY-MM-DD') as day, currency,
      sum(amount_minor) as "refundedMinor"
    from refund
    where seller_order_id is not null
      and refunded_at >= ${start}::timestamptz and refunded_at < ${end}::timestamptz
    group by 1, 2`;
  return rows.map((row) => refundedSchema.parse(row));
}

const waitingSchema = z.object({
  day: z.string(),
  currency: currencySchema,
  orders: amount,
  paidMinor: amount,
  refundedMinor: amount,
});

/** Money in facts that the reader of the outbox has not passed, by the day on which it moved. */
export async function readWaiting(sql: ISql, period: Period): Promise<z.output<typeof waitingSchema>[]> {
  const { start, end } = boundsOf(period);
  const rows = await sql`
    select to_char(o.occurred_at at time zone 'UTC', 'YYYY-MM-DD') as day, o.payload->>'currency' as currency,
      count(*) filter (where o.type = 'order.paid') as orders,
      coalesce(sum((o.payload->>'totalMinor')::bigint) filter (where o.type = 'order.paid'), 0) as "paidMinor",
      coalesce(sum((o.payload->>'amountMinor')::bigint) filter (where o.type = 'payment.refunded'), 0)
        as "refundedMinor"
    from outbox o
    left join outbox_reader r on r.consumer = 'clickhouse'
    where (r.last_tx is null or (o.tx, o.id) > (r.last_tx, r.last_id))
      and o.type in ('order.paid', 'payment.refunded')
      and o.occurred_at >= ${start}::timestamptz and o.occurred_at < ${end}::timestamptz
    group by 1, 2`;
  return rows.map((row) => waitingSchema.parse(row));
}

const outboxSchema = z.object({ waitingFacts: amount, oldestWaitingMs: z.number().nullable() });

/** How much waits in the outbox, of whatever kind, and for how long. */
export async function readOutbox(sql: ISql): Promise<z.output<typeof outboxSchema>> {
  const [row] = await sql`
    select count(*) as "waitingFacts",
      case when count(*) > 0 then greatest(0, extract(epoch from now() - min(o.occurred_at)) * 1000)::float8 end
        as "oldestWaitingMs"
    from outbox o
    left join outbox_reader r on r.consumer = 'clickhouse'
    where r.last_tx is null or (o.tx, o.id) > (r.last_tx, r.last_id)`;
  return outboxSchema.parse(row);
}

/**
 * What Plaza keeps of what buyers paid in a period: the total of their orders less the totals of the sellers' parts
 * that were paid, in minor units.
 */
export async function readTake(sql: Sql, period: Period, currency: string): Promise<number> {
  const { start, end } = boundsOf(period);
  const [row] = await sql`
    select coalesce(sum(o.total_minor - s.total_minor), 0) as "takeMinor"
    from orders o
    cross join lateral (
      select coalesce(sum(total_minor), 0) as total_minor from seller_order
      where order_id = o.id and timeline @> '[{"status": "paid"}]') s
    where o.paid_at >= ${start}::timestamptz and o.paid_at < ${end}::timestamptz and o.currency = ${currency}`;
  return z.object({ takeMinor: amount }).parse(row).takeMinor;
}
