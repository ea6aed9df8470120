import { dayOf, MARKET_CURRENCY, type SellerLive } from '@plaza/contracts';
import { z } from 'zod';
import type { Store } from '../clickhouse/store.ts';
import { count } from './figure-rows.ts';

const todaySchema = z.object({ revenueMinor: count, orders: count, units: count });
const lastSaleSchema = z.object({ atMs: count, sellerOrderId: z.string(), amountMinor: count });

const TODAY = `
  SELECT sum(amount_minor) AS revenueMinor, sum(orders) AS orders, sum(quantity) AS units
  FROM sales_daily
  WHERE seller_id = {sellerId:UUID} AND currency = {currency:String} AND day = {today:Date}`;

// The rows of an order have the same time; the latest few hold the latest order whole, since an order has a bound of lines.
const LAST_SALE = `
  SELECT toUnixTimestamp64Milli(occurred_at) AS atMs, toString(seller_order_id) AS sellerOrderId,
    sum(amount_minor) AS amountMinor
  FROM sales
  WHERE seller_id = {sellerId:UUID} AND currency = {currency:String} AND kind != 'refund'
    AND occurred_at >= toDateTime64({today:Date} - 400, 3, 'UTC')
    AND occurred_at = (
      SELECT max(occurred_at) FROM sales
      WHERE seller_id = {sellerId:UUID} AND currency = {currency:String} AND kind != 'refund'
        AND occurred_at >= toDateTime64({today:Date} - 400, 3, 'UTC'))
  GROUP BY atMs, sellerOrderId
  ORDER BY sellerOrderId DESC
  LIMIT 1`;

/** What a seller sold today (UTC) so far, and the latest order. */
export async function readSellerLive(
  store: Store,
  { sellerId, now }: { sellerId: string; now: Date },
): Promise<SellerLive> {
  const params = { sellerId, today: dayOf(now), currency: MARKET_CURRENCY };
  const [today, sales] = await Promise.all([
    store.query(todaySchema, TODAY, params),
    store.query(lastSaleSchema, LAST_SALE, params),
  ]);
  const [last] = sales;
  return {
    currency: MARKET_CURRENCY,
    ...(today[0] ?? { revenueMinor: 0, orders: 0, units: 0 }),
    lastSale: last ? { at: new Date(last.atMs).toISOString(), amountMinor: last.amountMinor } : null,
    asOf: now.toISOString(),
  };
}
