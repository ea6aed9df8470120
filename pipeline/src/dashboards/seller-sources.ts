import { MARKET_CURRENCY, MAX_SOURCES, type SellerSources, sourceChannelSchema } from '@plaza/contracts';
import { z } from 'zod';
import type { Store } from '../clickhouse/store.ts';
import { count, type SellerQuestion } from './figure-rows.ts';
import { ORDERS_WITH_SOURCE } from './order-sources.ts';

const rowSchema = z.object({
  // A channel of a later version is one that does not say.
  channel: sourceChannelSchema.catch(''),
  campaign: z.string(),
  visitors: count,
  orders: count,
  soldMinor: count,
});

const SOURCES = `
  SELECT channel, campaign, sum(visitors) AS visitors, sum(orders) AS orders, sum(soldMinor) AS soldMinor
  FROM (
    SELECT toString(channel) AS channel, toString(campaign) AS campaign, uniqMerge(viewers) AS visitors,
      toUInt64(0) AS orders, toInt64(0) AS soldMinor
    FROM seller_sources_daily
    WHERE seller_id = {sellerId:UUID} AND day BETWEEN {since:Date} AND {to:Date}
    GROUP BY channel, campaign
    UNION ALL
    SELECT if(isMeasured = 1, toString(channel), 'unmeasured') AS channel, toString(campaign) AS campaign,
      toUInt64(0) AS visitors, count() AS orders, sum(amount_minor) AS soldMinor
    FROM (${ORDERS_WITH_SOURCE})
    GROUP BY channel, campaign
  )
  GROUP BY channel, campaign
  HAVING visitors > 0 OR orders > 0
  ORDER BY soldMinor DESC, visitors DESC, channel, campaign
  LIMIT ${MAX_SOURCES}`;

/** Where visitors and orders of a period came from. */
export async function readSellerSources(
  store: Store,
  { sellerId, period }: SellerQuestion,
): Promise<SellerSources> {
  const params = { sellerId, since: period.from, to: period.to, currency: MARKET_CURRENCY };
  return { currency: MARKET_CURRENCY, sources: await store.query(rowSchema, SOURCES, params) };
}
