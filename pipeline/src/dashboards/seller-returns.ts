import {
  listDays,
  MARKET_CURRENCY,
  periodBefore,
  type ReturnTotals,
  type SellerReturns,
} from '@plaza/contracts';
import { z } from 'zod';
import type { Store } from '../clickhouse/store.ts';
import { count, type SellerQuestion } from './figure-rows.ts';

const refundedSchema = z.object({ day: z.string(), refundedMinor: count, refundedOrders: count });
const ordersSchema = z.object({ isCurrent: z.coerce.number(), refundedOrders: count });
const soldSchema = z.object({ isCurrent: z.coerce.number(), soldMinor: count, orders: count });

/** Refunds are few: they are read where all money is. */
const REFUNDS = `
  FROM sales
  WHERE seller_id = {sellerId:UUID} AND currency = {currency:String} AND kind = 'refund'
    AND occurred_at >= toDateTime64({since:Date}, 3, 'UTC') AND occurred_at < toDateTime64({to:Date} + 1, 3, 'UTC')`;

const BY_DAY = `
  SELECT toString(toDate(occurred_at)) AS day, -sum(amount_minor) AS refundedMinor,
    uniqExact(seller_order_id) AS refundedOrders ${REFUNDS}
  GROUP BY day`;

// An order that is refunded in two parts on two days is one order of the period.
const ORDERS = `
  SELECT toUInt8(occurred_at >= toDateTime64({from:Date}, 3, 'UTC')) AS isCurrent,
    uniqExact(seller_order_id) AS refundedOrders ${REFUNDS}
  GROUP BY isCurrent`;

const SOLD = `
  SELECT toUInt8(day >= {from:Date}) AS isCurrent, sum(amount_minor) AS soldMinor,
    uniqExact(seller_order_id) AS orders
  FROM seller_orders
  WHERE seller_id = {sellerId:UUID} AND currency = {currency:String} AND day BETWEEN {since:Date} AND {to:Date}
  GROUP BY isCurrent`;

/** What went back in a period and in the one before, beside what was sold. */
export async function readSellerReturns(
  store: Store,
  { sellerId, period }: SellerQuestion,
): Promise<SellerReturns> {
  const before = periodBefore(period);
  const params = { sellerId, ...period, since: before.from, currency: MARKET_CURRENCY };
  const [byDay, orders, sold] = await Promise.all([
    store.query(refundedSchema, BY_DAY, params),
    store.query(ordersSchema, ORDERS, params),
    store.query(soldSchema, SOLD, params),
  ]);
  const refundedOn = new Map(byDay.map((row) => [row.day, row]));
  const daysOf = (days: readonly string[]) =>
    days.map((day) => refundedOn.get(day) ?? { day, refundedMinor: 0, refundedOrders: 0 });
  const totalsOf = (current: number, days: readonly string[]): ReturnTotals => ({
    refundedMinor: daysOf(days).reduce((sum, day) => sum + day.refundedMinor, 0),
    refundedOrders: orders.find((row) => row.isCurrent === current)?.refundedOrders ?? 0,
    soldMinor: sold.find((row) => row.isCurrent === current)?.soldMinor ?? 0,
    orders: sold.find((row) => row.isCurrent === current)?.orders ?? 0,
  });
  const days = listDays(period);
  return {
    currency: MARKET_CURRENCY,
    totals: totalsOf(1, days),
    previous: totalsOf(0, listDays(before)),
    byDay: daysOf(days),
  };
}
