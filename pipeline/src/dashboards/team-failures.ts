import type { Failure, TeamFiguresInput } from '@plaza/contracts';
import { z } from 'zod';
import type { Store } from '../clickhouse/store.ts';
import { count } from './figure-rows.ts';

const MAX_MESSAGES = 20;
const failureSchema = z.object({
  kind: z.enum(['remote_failed', 'frontend_failed']),
  version: z.string(),
  message: z.string(),
  failures: count,
  sessions: count,
  lastSeenSeconds: count,
});

/** What failed in a frontend, and in how many sessions; the most frequent. */
export async function readTeamFailures(
  store: Store,
  { frontend, ...period }: TeamFiguresInput,
): Promise<Failure[]> {
  const rows = await store.query(
    failureSchema,
    `SELECT event AS kind, mfe_version AS version, message,
       sum(frontend_failures_daily.failures) AS failures,
       uniqHLL12Merge(frontend_failures_daily.sessions) AS sessions,
       toUnixTimestamp(max(last_seen)) AS lastSeenSeconds
     FROM frontend_failures_daily
     WHERE mfe = {frontend:String} AND day BETWEEN {from:Date} AND {to:Date}
     GROUP BY event, mfe_version, message
     ORDER BY failures DESC, message
     LIMIT ${MAX_MESSAGES}`,
    { ...period, frontend },
  );
  return rows.map(({ lastSeenSeconds, ...row }) => ({
    ...row,
    lastSeenAt: new Date(lastSeenSeconds * 1_000).toISOString(),
  }));
}
