import { listDays, MARKET_CURRENCY, periodBefore, type SalesDay, type SellerSales } from '@plaza/contracts';
import { z } from 'zod';
import type { Store } from '../clickhouse/store.ts';
import { conversionOf, count, type SellerQuestion } from './figure-rows.ts';

const salesSchema = z.object({ day: z.string(), revenueMinor: count, orders: count, units: count });
const soldSchema = z.object({ day: z.string(), soldMinor: count });
const viewsSchema = z.object({ day: z.string(), views: count });
const dailyVisitorsSchema = z.object({ day: z.string(), visitors: count });
const visitorsSchema = z.object({ isCurrent: z.coerce.number(), visitors: count });
const sinceSchema = z.object({ since: z.iso.date() });

const DAILY_SALES = `
  SELECT toString(day) AS day, sum(amount_minor) AS revenueMinor, sum(orders) AS orders, sum(quantity) AS units
  FROM sales_daily
  WHERE seller_id = {sellerId:UUID} AND currency = {currency:String}
    AND sales_daily.day BETWEEN {since:Date} AND {to:Date}
  GROUP BY day`;

// Revenue is after refunds; what was sold is not.
const DAILY_SOLD = `
  SELECT toString(day) AS day, sum(amount_minor) AS soldMinor
  FROM seller_orders
  WHERE seller_id = {sellerId:UUID} AND currency = {currency:String}
    AND seller_orders.day BETWEEN {since:Date} AND {to:Date}
  GROUP BY day`;

const DAILY_VIEWS = `
  SELECT toString(toDate(hour)) AS day, sum(product_views_hourly.views) AS views
  FROM product_views_hourly
  WHERE seller_id = {sellerId:UUID}
    AND hour >= toDateTime({since:Date}, 'UTC') AND hour < toDateTime({to:Date} + 1, 'UTC')
  GROUP BY day`;

// Where each product and hour has its visitors, the same ones are written down many times: by source they are few.
const DAILY_VISITORS = `
  SELECT toString(seller_sources_daily.day) AS day, uniqMerge(viewers) AS visitors
  FROM seller_sources_daily
  WHERE seller_id = {sellerId:UUID} AND seller_sources_daily.day BETWEEN {since:Date} AND {to:Date}
  GROUP BY day`;

// A visitor who comes on two days is one visitor of the period, so days cannot be added up.
const VISITORS = `
  SELECT toUInt8(day >= {from:Date}) AS isCurrent, uniqMerge(viewers) AS visitors
  FROM seller_sources_daily
  WHERE seller_id = {sellerId:UUID} AND day BETWEEN {since:Date} AND {to:Date}
  GROUP BY isCurrent`;

const DATA_SINCE = `
  SELECT toString(min(day)) AS since
  FROM (
    SELECT min(day) AS day FROM sales_daily WHERE seller_id = {sellerId:UUID} HAVING count() > 0
    UNION ALL
    SELECT min(day) AS day FROM seller_sources_daily WHERE seller_id = {sellerId:UUID} HAVING count() > 0
  )
  HAVING count() > 0`;

/**
 * What a seller sold in a period and in as many days before it. Days without anything are there with zeros. Amounts are
 * minor units of the market's currency.
 */
export async function readSellerSales(
  store: Store,
  { sellerId, period, now }: SellerQuestion,
): Promise<SellerSales> {
  const before = periodBefore(period);
  const params = { sellerId, ...period, since: before.from, currency: MARKET_CURRENCY };
  const [sales, sold, views, dailyVisitors, visitors, since] = await Promise.all([
    store.query(salesSchema, DAILY_SALES, params),
    store.query(soldSchema, DAILY_SOLD, params),
    store.query(viewsSchema, DAILY_VIEWS, params),
    store.query(dailyVisitorsSchema, DAILY_VISITORS, params),
    store.query(visitorsSchema, VISITORS, params),
    store.query(sinceSchema, DATA_SINCE, params),
  ]);
  const salesByDay = new Map(sales.map((row) => [row.day, row]));
  const soldByDay = new Map(sold.map((row) => [row.day, row.soldMinor]));
  const viewsByDay = new Map(views.map((row) => [row.day, row.views]));
  const visitorsByDay = new Map(dailyVisitors.map((row) => [row.day, row.visitors]));
  const toDay = (day: string): SalesDay => {
    const { revenueMinor = 0, orders = 0, units = 0 } = salesByDay.get(day) ?? {};
    const soldMinor = soldByDay.get(day) ?? 0;
    const views = viewsByDay.get(day) ?? 0;
    const visitors = visitorsByDay.get(day) ?? 0;
    const conversion = conversionOf(orders, visitors);
    return { day, revenueMinor, soldMinor, orders, units, views, visitors, conversion };
  };
  const visitorsOf = (isCurrent: number) =>
    visitors.find((row) => row.isCurrent === isCurrent)?.visitors ?? 0;
  const byDay = listDays(period).map(toDay);
  const previousByDay = listDays(before).map(toDay);
  return {
    currency: MARKET_CURRENCY,
    period,
    dataSince: since[0]?.since ?? null,
    totals: sumTotals(byDay, visitorsOf(1)),
    previous: sumTotals(previousByDay, visitorsOf(0)),
    byDay,
    previousByDay,
    asOf: now.toISOString(),
  };
}

function sumTotals(days: readonly SalesDay[], visitors: number): SellerSales['totals'] {
  const sum = (pick: (day: SalesDay) => number) => days.reduce((total, day) => total + pick(day), 0);
  const orders = sum((day) => day.orders);
  return {
    revenueMinor: sum((day) => day.revenueMinor),
    soldMinor: sum((day) => day.soldMinor),
    orders,
    units: sum((day) => day.units),
    views: sum((day) => day.views),
    visitors,
    conversion: conversionOf(orders, visitors),
  };
}
