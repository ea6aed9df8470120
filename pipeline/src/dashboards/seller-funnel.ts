import { type FunnelSteps, MARKET_CURRENCY, periodBefore, type SellerFunnel } from '@plaza/contracts';
import { z } from 'zod';
import type { Store } from '../clickhouse/store.ts';
import { count, type SellerQuestion } from './figure-rows.ts';
import { ORDERS_WITH_SOURCE } from './order-sources.ts';

const seenSchema = z.object({ isCurrent: z.coerce.number(), viewed: count, added: count });
const boughtSchema = z.object({
  isCurrent: z.coerce.number(),
  bought: count,
  orders: count,
  measuredOrders: count,
});

const SEEN = `
  SELECT toUInt8(day >= {from:Date}) AS isCurrent, uniqMerge(viewers) AS viewed, uniqMerge(adders) AS added
  FROM seller_sources_daily
  WHERE seller_id = {sellerId:UUID} AND day BETWEEN {since:Date} AND {to:Date}
  GROUP BY isCurrent`;

const BOUGHT = `
  SELECT toUInt8(day >= {from:Date}) AS isCurrent, uniqExactIf(visitor, isMeasured = 1) AS bought,
    count() AS orders, countIf(isMeasured = 1) AS measuredOrders
  FROM (${ORDERS_WITH_SOURCE})
  GROUP BY isCurrent`;

const NONE: FunnelSteps = { viewed: 0, added: 0, bought: 0, orders: 0, measuredOrders: 0 };

/** How many browsers viewed, put into the cart and bought in a period, and in the one before. */
export async function readSellerFunnel(
  store: Store,
  { sellerId, period }: SellerQuestion,
): Promise<SellerFunnel> {
  const params = { sellerId, ...period, since: periodBefore(period).from, currency: MARKET_CURRENCY };
  const [seen, bought] = await Promise.all([
    store.query(seenSchema, SEEN, params),
    store.query(boughtSchema, BOUGHT, params),
  ]);
  const stepsOf = (current: number): FunnelSteps => {
    const { isCurrent: _seen, ...looks } = seen.find((row) => row.isCurrent === current) ?? { isCurrent: 0 };
    const { isCurrent: _bought, ...buys } = bought.find((row) => row.isCurrent === current) ?? {
      isCurrent: 0,
    };
    return { ...NONE, ...looks, ...buys };
  };
  return { steps: stepsOf(1), previous: stepsOf(0) };
}
