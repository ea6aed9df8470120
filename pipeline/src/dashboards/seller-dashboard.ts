import {
  type dashboardDaysSchema,
  MARKET_CURRENCY,
  type SellerDashboard,
  sellerDashboardSchema,
} from '@plaza/contracts';
import { z } from 'zod';
import type { Store } from '../clickhouse/store.ts';

export type DashboardDays = z.infer<typeof dashboardDaysSchema>;

const DAY_MS = 86_400_000;
const TOP_PRODUCTS = 10;

// ClickHouse writes 64-bit numbers as text or as numbers, depending on its version.
const count = z.coerce.number().pipe(z.int());
const salesSchema = z.object({ day: z.string(), revenueMinor: count, orders: count, units: count });
const viewsSchema = z.object({ day: z.string(), views: count, visitors: count });
const visitorsSchema = z.object({ isCurrent: z.coerce.number(), visitors: count });
const productSchema = z.object({
  productId: z.string(),
  title: z.string(),
  units: count,
  revenueMinor: count,
  views: count,
});

const DAILY_SALES = `
  SELECT toString(day) AS day, sum(amount_minor) AS revenueMinor, sum(orders) AS orders, sum(quantity) AS units
  FROM sales_daily
  WHERE seller_id = {sellerId:UUID} AND currency = {currency:String} AND sales_daily.day >= {since:Date}
  GROUP BY day`;

const DAILY_VIEWS = `
  SELECT toString(toDate(hour)) AS day, sum(views) AS views, uniqMerge(visitors) AS visitors
  FROM product_views_hourly
  WHERE seller_id = {sellerId:UUID} AND hour >= toDateTime({since:Date}, 'UTC')
  GROUP BY day`;

// A visitor who comes on two days is one visitor of the period, so days cannot be added up.
const VISITORS = `
  SELECT toUInt8(hour >= toDateTime({current:Date}, 'UTC')) AS isCurrent, uniqMerge(visitors) AS visitors
  FROM product_views_hourly
  WHERE seller_id = {sellerId:UUID} AND hour >= toDateTime({since:Date}, 'UTC')
  GROUP BY isCurrent`;

const PRODUCTS = `
  SELECT toString(product_id) AS productId, anyLast(title) AS title,
    sum(quantity) AS units, sum(amount_minor) AS revenueMinor, any(viewed.views) AS views
  FROM product_sales_daily AS sold
  LEFT JOIN (
    SELECT product_id, sum(views) AS views
    FROM product_views_hourly
    WHERE seller_id = {sellerId:UUID} AND hour >= toDateTime({current:Date}, 'UTC')
    GROUP BY product_id
  ) AS viewed ON viewed.product_id = sold.product_id
  WHERE seller_id = {sellerId:UUID} AND currency = {currency:String} AND day >= {current:Date}
  GROUP BY product_id
  ORDER BY revenueMinor DESC, productId
  LIMIT ${TOP_PRODUCTS}`;

type Totals = SellerDashboard['totals'];

/**
 * What a seller sees of the last `days` days (UTC, today included) and of as many before. Days without anything are
 * there with zeros. Amounts are minor units of the market's currency.
 */
export async function readSellerDashboard(
  store: Store,
  input: { sellerId: string; days: DashboardDays; now: Date },
): Promise<SellerDashboard> {
  const { sellerId, days, now } = input;
  const current = dayBefore(now, days - 1);
  const since = dayBefore(now, 2 * days - 1);
  const params = { sellerId, current, since, currency: MARKET_CURRENCY };
  const [sales, views, visitors, topProducts] = await Promise.all([
    store.query(salesSchema, DAILY_SALES, params),
    store.query(viewsSchema, DAILY_VIEWS, params),
    store.query(visitorsSchema, VISITORS, params),
    store.query(productSchema, PRODUCTS, params),
  ]);
  const salesByDay = new Map(sales.map((row) => [row.day, row]));
  const viewsByDay = new Map(views.map((row) => [row.day, row]));
  const allDays = Array.from({ length: 2 * days }, (_, index) => {
    const day = dayBefore(now, 2 * days - 1 - index);
    const sold = salesByDay.get(day) ?? { revenueMinor: 0, orders: 0, units: 0 };
    const seen = viewsByDay.get(day) ?? { views: 0, visitors: 0 };
    const { revenueMinor, orders, units } = sold;
    const conversion = conversionOf(orders, seen.visitors);
    return { day, revenueMinor, orders, units, views: seen.views, conversion };
  });
  const visitorsOf = (isCurrent: number) =>
    visitors.find((row) => row.isCurrent === isCurrent)?.visitors ?? 0;
  return sellerDashboardSchema.parse({
    currency: MARKET_CURRENCY,
    totals: sumTotals(allDays.slice(days), visitorsOf(1)),
    previous: sumTotals(allDays.slice(0, days), visitorsOf(0)),
    byDay: allDays.slice(days),
    topProducts,
    asOf: now.toISOString(),
  });
}

function sumTotals(days: readonly Totals[], visitorCount: number): Totals {
  const sum = (pick: (day: Totals) => number) => days.reduce((total, day) => total + pick(day), 0);
  const orders = sum((day) => day.orders);
  return {
    revenueMinor: sum((day) => day.revenueMinor),
    orders,
    units: sum((day) => day.units),
    views: sum((day) => day.views),
    conversion: conversionOf(orders, visitorCount),
  };
}

/** Visitors who refuse to be counted buy all the same, so orders may outnumber visitors. */
function conversionOf(orderCount: number, visitorCount: number): number | null {
  return visitorCount === 0 ? null : Math.min(1, orderCount / visitorCount);
}

function dayBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * DAY_MS).toISOString().slice(0, 10);
}
