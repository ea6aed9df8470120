import {
  countDays,
  FRONTEND_NAME,
  frontendNameSchema,
  listDays,
  periodBefore,
  shiftDay,
  type TeamFiguresInput,
  type TeamUsage,
  type Usage,
} from '@plaza/contracts';
import { z } from 'zod';
import type { Store } from '../clickhouse/store.ts';
import { count } from './figure-rows.ts';

const MAX_VERSIONS = 8;
const MAX_FRONTENDS = 100;
const NO_USAGE: Usage = { pageViews: 0, visitors: 0, sessions: 0, failures: 0 };
const usageSchema = z.object({ pageViews: count, visitors: count, sessions: count, failures: count });
const frontendSchema = usageSchema.extend({ frontend: frontendNameSchema });
const totalSchema = usageSchema.extend({ isCurrent: z.coerce.number() });
const daySchema = z.object({ day: z.string(), pageViews: count, failures: count });
const versionSchema = usageSchema.extend({ version: z.string() });
const firstSeenSchema = z.object({ version: z.string(), firstSeenSeconds: count });

const USAGE = `sum(page_views) AS pageViews, sum(frontend_daily.failures) AS failures,
  uniqHLL12Merge(frontend_daily.visitors) AS visitors, uniqHLL12Merge(frontend_daily.sessions) AS sessions`;

// Visitors may send any name; what cannot be a frontend's is none.
const FRONTENDS = `
  SELECT mfe AS frontend, ${USAGE}
  FROM frontend_daily
  WHERE match(mfe, {name:String}) AND day BETWEEN {from:Date} AND {to:Date}
  GROUP BY mfe
  ORDER BY pageViews DESC, mfe
  LIMIT ${MAX_FRONTENDS}`;

const TOTALS = `
  SELECT toUInt8(day >= {from:Date}) AS isCurrent, ${USAGE}
  FROM frontend_daily
  WHERE mfe = {frontend:String} AND day BETWEEN {since:Date} AND {to:Date}
  GROUP BY isCurrent`;

const BY_DAY = `
  SELECT toString(frontend_daily.day) AS day, sum(page_views) AS pageViews, sum(frontend_daily.failures) AS failures
  FROM frontend_daily
  WHERE mfe = {frontend:String} AND frontend_daily.day BETWEEN {since:Date} AND {to:Date}
  GROUP BY day`;

const VERSIONS = `
  SELECT mfe_version AS version, ${USAGE}
  FROM frontend_daily
  WHERE mfe = {frontend:String} AND mfe_version != '' AND day BETWEEN {from:Date} AND {to:Date}
  GROUP BY mfe_version
  ORDER BY sessions DESC, version
  LIMIT ${MAX_VERSIONS}`;

// Of all time: a version that came before the period is none of it.
const FIRST_SEEN = `
  SELECT mfe_version AS version, toUnixTimestamp(min(first_seen)) AS firstSeenSeconds
  FROM frontend_daily
  WHERE mfe = {frontend:String}
  GROUP BY mfe_version`;

/** How much frontends were used in a period, and one of them by day and by version. */
export async function readTeamUsage(
  store: Store,
  { frontend, ...period }: TeamFiguresInput,
): Promise<TeamUsage> {
  const params = { ...period, since: periodBefore(period).from, frontend, name: FRONTEND_NAME.source };
  const [frontends, totals, days, versions, firstSeen] = await Promise.all([
    store.query(frontendSchema, FRONTENDS, params),
    store.query(totalSchema, TOTALS, params),
    store.query(daySchema, BY_DAY, params),
    store.query(versionSchema, VERSIONS, params),
    store.query(firstSeenSchema, FIRST_SEEN, params),
  ]);
  const totalOf = (isCurrent: number): Usage => {
    const row = totals.find((total) => total.isCurrent === isCurrent);
    return row === undefined ? NO_USAGE : usageSchema.parse(row);
  };
  const byDay = new Map(days.map((row) => [row.day, row]));
  const firstSeenOf = new Map(
    firstSeen.map(({ version, firstSeenSeconds }) => [version, toIso(firstSeenSeconds)]),
  );
  const since = [...firstSeenOf.values()].sort().at(0);
  return {
    frontends,
    totals: totalOf(1),
    before: totalOf(0),
    byDay: listDays(period).map((day) => {
      const now = byDay.get(day);
      const before = byDay.get(shiftDay(day, -countDays(period)));
      return {
        day,
        pageViews: now?.pageViews ?? 0,
        failures: now?.failures ?? 0,
        pageViewsBefore: before?.pageViews ?? 0,
        failuresBefore: before?.failures ?? 0,
      };
    }),
    versions: versions
      .map((row) => ({ ...row, firstSeenAt: firstSeenOf.get(row.version) ?? toIso(0) }))
      .sort((a, b) => b.firstSeenAt.localeCompare(a.firstSeenAt)),
    since: since?.slice(0, 10) ?? null,
  };
}

const toIso = (seconds: number): string => new Date(seconds * 1_000).toISOString();
