import { STOCK_RATE_DAYS } from '@plaza/contracts';
import { z } from 'zod';
import type { Store } from '../clickhouse/store.ts';
import { count } from './figure-rows.ts';

const rowSchema = z.object({ variantId: z.string(), units: count });

/** Units that a seller sold of each variant in the last `STOCK_RATE_DAYS` days, to the moment. */
export const readSellerUnits = (
  store: Store,
  { sellerId, now }: { sellerId: string; now: Date },
): Promise<z.output<typeof rowSchema>[]> =>
  store.query(
    rowSchema,
    `SELECT toString(variant_id) AS variantId, sum(toInt64(quantity)) AS units
     FROM sales
     WHERE seller_id = {sellerId:UUID} AND kind = 'line'
       AND occurred_at > fromUnixTimestamp64Milli({sinceMs:Int64}) AND occurred_at <= fromUnixTimestamp64Milli({nowMs:Int64})
     GROUP BY variant_id`,
    { sellerId, sinceMs: now.getTime() - STOCK_RATE_DAYS * 86_400_000, nowMs: now.getTime() },
  );
