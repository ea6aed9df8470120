import { listDays, type Period, periodBefore, type SearchQuality, type SearchTotals } from '@plaza/contracts';
import { z } from 'zod';
import type { Store } from '../clickhouse/store.ts';
import { count } from './figure-rows.ts';

const MAX_QUERIES = 20;
const daySchema = z.object({
  day: z.string(),
  searches: count,
  emptySearches: count,
  clicks: count,
  positions: count,
});
const sessionsSchema = z.object({ isCurrent: z.coerce.number(), searched: count, clicked: count });
const querySchema = z.object({ query: z.string(), searches: count, emptySearches: count });

const BY_DAY = `
  SELECT toString(searches_daily.day) AS day, sum(searches_daily.searches) AS searches,
    sum(empty_searches) AS emptySearches, sum(searches_daily.clicks) AS clicks,
    sum(searches_daily.positions) AS positions
  FROM searches_daily
  WHERE searches_daily.day BETWEEN {since:Date} AND {to:Date}
  GROUP BY day`;

const SESSIONS = `
  SELECT toUInt8(day >= {from:Date}) AS isCurrent,
    uniqCombinedMerge(14)(search_sessions_daily.searched) AS searched,
    uniqCombinedMerge(14)(search_sessions_daily.clicked) AS clicked
  FROM search_sessions_daily
  WHERE day BETWEEN {since:Date} AND {to:Date}
  GROUP BY isCurrent`;

const EMPTY_QUERIES = `
  SELECT query, sum(searches_daily.searches) AS searches, sum(empty_searches) AS emptySearches
  FROM searches_daily
  WHERE day BETWEEN {from:Date} AND {to:Date} AND empty_searches > 0
  GROUP BY query
  ORDER BY emptySearches DESC, query
  LIMIT ${MAX_QUERIES}`;

/** How well search serves in a period, and in the one before. */
export async function readSearchQuality(store: Store, period: Period): Promise<SearchQuality> {
  const before = periodBefore(period);
  const params = { ...period, since: before.from };
  const [rows, sessions, emptyQueries] = await Promise.all([
    store.query(daySchema, BY_DAY, params),
    store.query(sessionsSchema, SESSIONS, params),
    store.query(querySchema, EMPTY_QUERIES, params),
  ]);
  const found = new Map(rows.map((row) => [row.day, row]));
  const daysOf = (days: Period) =>
    listDays(days).map(
      (day) => found.get(day) ?? { day, searches: 0, emptySearches: 0, clicks: 0, positions: 0 },
    );
  const totalsOf = (days: ReturnType<typeof daysOf>, isCurrent: number): SearchTotals => {
    const sum = (of: 'searches' | 'emptySearches' | 'clicks' | 'positions') =>
      days.reduce((total, day) => total + day[of], 0);
    const pairs = sessions.find((row) => row.isCurrent === isCurrent);
    const clicks = sum('clicks');
    return {
      searches: sum('searches'),
      emptySearches: sum('emptySearches'),
      searched: pairs?.searched ?? 0,
      clicked: pairs?.clicked ?? 0,
      meanPosition: clicks === 0 ? null : sum('positions') / clicks,
    };
  };
  const byDay = daysOf(period);
  return {
    totals: totalsOf(byDay, 1),
    before: totalsOf(daysOf(before), 0),
    byDay: byDay.map(({ day, searches, emptySearches }) => ({ day, searches, emptySearches })),
    emptyQueries,
  };
}
