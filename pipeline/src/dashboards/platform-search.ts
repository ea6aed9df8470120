import { listDays, type Period, periodBefore, type SearchQuality, type SearchTotals } from '@plaza/contracts';
import { z } from 'zod';
import type { Store } from '../clickhouse/store.ts';
import { count } from './figure-rows.ts';

const MAX_QUERIES = 20;
const totalsSchema = z.object({
  isCurrent: z.coerce.number(),
  searches: count,
  emptySearches: count,
  clicks: count,
  positions: count,
});
const sessionsSchema = z.object({ isCurrent: z.coerce.number(), searched: count, clicked: count });
const daySchema = z.object({ day: z.string(), searches: count, emptySearches: count });
const querySchema = z.object({ query: z.string(), searches: count, emptySearches: count });

const TOTALS = `
  SELECT toUInt8(day >= {from:Date}) AS isCurrent, sum(searches_daily.searches) AS searches,
    sum(empty_searches) AS emptySearches, sum(searches_daily.clicks) AS clicks,
    sum(searches_daily.positions) AS positions
  FROM searches_daily
  WHERE day BETWEEN {since:Date} AND {to:Date}
  GROUP BY isCurrent`;

const SESSIONS = `
  SELECT toUInt8(day >= {from:Date}) AS isCurrent,
    uniqCombinedMerge(14)(search_sessions_daily.searched) AS searched,
    uniqCombinedMerge(14)(search_sessions_daily.clicked) AS clicked
  FROM search_sessions_daily
  WHERE day BETWEEN {since:Date} AND {to:Date}
  GROUP BY isCurrent`;

const BY_DAY = `
  SELECT toString(searches_daily.day) AS day, sum(searches_daily.searches) AS searches,
    sum(empty_searches) AS emptySearches
  FROM searches_daily
  WHERE searches_daily.day BETWEEN {from:Date} AND {to:Date}
  GROUP BY day`;

const EMPTY_QUERIES = `
  SELECT query, sum(searches_daily.searches) AS searches, sum(empty_searches) AS emptySearches
  FROM searches_daily
  WHERE day BETWEEN {from:Date} AND {to:Date} AND empty_searches > 0
  GROUP BY query
  ORDER BY emptySearches DESC, query
  LIMIT ${MAX_QUERIES}`;

/** How well search serves in a period, and in the one before. */
export async function readSearchQuality(store: Store, period: Period): Promise<SearchQuality> {
  const params = { ...period, since: periodBefore(period).from };
  const [totals, sessions, days, emptyQueries] = await Promise.all([
    store.query(totalsSchema, TOTALS, params),
    store.query(sessionsSchema, SESSIONS, params),
    store.query(daySchema, BY_DAY, params),
    store.query(querySchema, EMPTY_QUERIES, params),
  ]);
  const totalsOf = (isCurrent: number): SearchTotals => {
    const sums = totals.find((row) => row.isCurrent === isCurrent);
    const pairs = sessions.find((row) => row.isCurrent === isCurrent);
    const clicks = sums?.clicks ?? 0;
    return {
      searches: sums?.searches ?? 0,
      emptySearches: sums?.emptySearches ?? 0,
      searched: pairs?.searched ?? 0,
      clicked: pairs?.clicked ?? 0,
      meanPosition: clicks === 0 ? null : (sums?.positions ?? 0) / clicks,
    };
  };
  const byDay = new Map(days.map((row) => [row.day, row]));
  return {
    totals: totalsOf(1),
    before: totalsOf(0),
    byDay: listDays(period).map((day) => byDay.get(day) ?? { day, searches: 0, emptySearches: 0 }),
    emptyQueries,
  };
}
