import {
  countDays,
  listDays,
  MARKET_CURRENCY,
  type MarketSales,
  type MarketTotals,
  type Period,
  periodBefore,
  shiftDay,
} from '@plaza/contracts';
import type { Sql } from 'postgres';
import { z } from 'zod';
import type { Store } from '../clickhouse/store.ts';
import { count } from './figure-rows.ts';
import { readTake } from './ledger.ts';

const totalsSchema = z.object({
  isCurrent: z.coerce.number(),
  gmvMinor: count,
  shippingMinor: count,
  refundedMinor: count,
  orders: count,
  units: count,
  sellers: count,
});
const daySchema = z.object({ day: z.string(), gmvMinor: count, orders: count });
const firstSchema = z.object({ since: z.string().nullable() });

const TOTALS = `
  SELECT toUInt8(day >= {from:Date}) AS isCurrent, sum(items_minor) AS gmvMinor, sum(shipping_minor) AS shippingMinor,
    sum(refunded_minor) AS refundedMinor, sum(market_sales_daily.units) AS units,
    uniqExactMerge(market_sales_daily.orders) AS orders, uniqExactMerge(market_sales_daily.sellers) AS sellers
  FROM market_sales_daily
  WHERE currency = {currency:String} AND day BETWEEN {since:Date} AND {to:Date}
  GROUP BY isCurrent`;

const BY_DAY = `
  SELECT toString(market_sales_daily.day) AS day, sum(items_minor) AS gmvMinor,
    uniqExactMerge(market_sales_daily.orders) AS orders
  FROM market_sales_daily
  WHERE currency = {currency:String} AND market_sales_daily.day BETWEEN {since:Date} AND {to:Date}
  GROUP BY day`;

const FIRST = `
  SELECT if(count() = 0, NULL, toString(min(day))) AS since FROM market_sales_daily WHERE currency = {currency:String}`;

/** What the whole market sold in a period and in the one before, in its currency. */
export async function readMarketSales(
  { store, sql }: { store: Store; sql: Sql },
  period: Period,
): Promise<MarketSales> {
  const before = periodBefore(period);
  const params = { ...period, since: before.from, currency: MARKET_CURRENCY };
  const [totals, days, first, take, takeBefore] = await Promise.all([
    store.query(totalsSchema, TOTALS, params),
    store.query(daySchema, BY_DAY, params),
    store.query(firstSchema, FIRST, params),
    readTake(sql, period, MARKET_CURRENCY),
    readTake(sql, before, MARKET_CURRENCY),
  ]);
  const totalsOf = (current: number, takeMinor: number): MarketTotals => {
    const { isCurrent: _, ...sums } = totals.find((row) => row.isCurrent === current) ?? {
      isCurrent: current,
      gmvMinor: 0,
      shippingMinor: 0,
      refundedMinor: 0,
      orders: 0,
      units: 0,
      sellers: 0,
    };
    return { ...sums, takeMinor };
  };
  const byDay = new Map(days.map((row) => [row.day, row]));
  return {
    currency: MARKET_CURRENCY,
    totals: totalsOf(1, take),
    before: totalsOf(0, takeBefore),
    byDay: listDays(period).map((day) => {
      const now = byDay.get(day);
      const then = byDay.get(shiftDay(day, -countDays(period)));
      return {
        day,
        gmvMinor: now?.gmvMinor ?? 0,
        orders: now?.orders ?? 0,
        gmvBeforeMinor: then?.gmvMinor ?? 0,
        ordersBefore: then?.orders ?? 0,
      };
    }),
    since: first[0]?.since ?? null,
  };
}
