import { AUDIENCE_DIMENSIONS, type Audience, type Period, periodBefore } from '@plaza/contracts';
import { z } from 'zod';
import type { Store } from '../clickhouse/store.ts';
import { count } from './figure-rows.ts';

const MAX_PARTS = 12;
const visitorsSchema = z.object({ isCurrent: z.coerce.number(), visitors: count });
const partSchema = z.object({
  dimension: z.enum(AUDIENCE_DIMENSIONS),
  value: z.string(),
  pageViews: count,
  visitors: count,
  buyers: count,
});

// Everybody has a device, if only an unknown one.
const VISITORS = `
  SELECT toUInt8(day >= {from:Date}) AS isCurrent, uniqHLL12Merge(audience_daily.visitors) AS visitors
  FROM audience_daily
  WHERE dimension = 'device' AND day BETWEEN {since:Date} AND {to:Date}
  GROUP BY isCurrent`;

const PARTS = `
  SELECT dimension, value, sum(page_views) AS pageViews,
    uniqHLL12Merge(audience_daily.visitors) AS visitors, uniqHLL12Merge(audience_daily.buyers) AS buyers
  FROM audience_daily
  WHERE day BETWEEN {from:Date} AND {to:Date}
  GROUP BY dimension, value
  ORDER BY dimension, visitors DESC, value
  LIMIT ${MAX_PARTS} BY dimension`;

/** Who came in a period: how many, from where, with what, and who of them bought. */
export async function readAudience(store: Store, period: Period): Promise<Audience> {
  const params = { ...period, since: periodBefore(period).from };
  const [visitors, parts] = await Promise.all([
    store.query(visitorsSchema, VISITORS, params),
    store.query(partSchema, PARTS, params),
  ]);
  const visitorsOf = (isCurrent: number) =>
    visitors.find((row) => row.isCurrent === isCurrent)?.visitors ?? 0;
  return { visitors: visitorsOf(1), visitorsBefore: visitorsOf(0), parts };
}
