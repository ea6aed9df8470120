import type { TeamFiguresInput, TeamFunnel } from '@plaza/contracts';
import { z } from 'zod';
import type { Store } from '../clickhouse/store.ts';
import { count } from './figure-rows.ts';

const MAX_VERSIONS = 8;
/** Buckets that sessions are sorted into by their digest; `session_steps` begins with them. */
const BUCKETS = 64;
/** So many sessions are looked at one by one within the time that a dashboard has. */
const MAX_SESSIONS = 64_000;

const sizeSchema = z.object({ sessions: count });
const versionSchema = z.object({
  version: z.string(),
  sessions: count,
  viewed: count,
  addedToCart: count,
  checkedOut: count,
  confirmed: count,
});

const SIZE_OF_A_BUCKET = `
  SELECT count() AS sessions FROM session_steps WHERE bucket = 0 AND day BETWEEN {from:Date} AND {to:Date}`;

const FUNNEL = `
  SELECT version, count() AS sessions,
    countIf(bitAnd(taken, 1) = 1) AS viewed,
    countIf(bitAnd(taken, 3) = 3) AS addedToCart,
    countIf(bitAnd(taken, 7) = 7) AS checkedOut,
    countIf(bitAnd(taken, 15) = 15) AS confirmed
  FROM (
    SELECT groupBitOr(steps) AS taken, groupUniqArrayArray(frontends) AS met
    FROM session_steps
    WHERE bucket < {buckets:UInt8} AND day BETWEEN {from:Date} AND {to:Date}
    GROUP BY bucket, session
  )
  ARRAY JOIN met AS digest
  INNER JOIN (
    SELECT mfe_version AS version, toUInt32(sipHash64(mfe, mfe_version)) AS digest
    FROM frontend_daily
    WHERE mfe = {frontend:String} AND mfe_version != '' AND day BETWEEN {from:Date} AND {to:Date}
    GROUP BY mfe, mfe_version
  ) AS named USING (digest)
  GROUP BY version
  ORDER BY sessions DESC, version
  LIMIT ${MAX_VERSIONS}`;

/** How far sessions came that met a version of a frontend; of very many sessions, as far as a fair share of them shows. */
export async function readTeamFunnel(
  store: Store,
  { frontend, ...period }: TeamFiguresInput,
): Promise<TeamFunnel> {
  const [size] = await store.query(sizeSchema, SIZE_OF_A_BUCKET, period);
  const buckets = bucketsFor(size?.sessions ?? 0);
  const rows = await store.query(versionSchema, FUNNEL, { ...period, frontend, buckets });
  const sampledEvery = BUCKETS / buckets;
  const stand = (counted: number) => Math.round(counted * sampledEvery);
  return {
    sampledEvery,
    versions: rows.map((row) => ({
      version: row.version,
      sessions: stand(row.sessions),
      viewed: stand(row.viewed),
      addedToCart: stand(row.addedToCart),
      checkedOut: stand(row.checkedOut),
      confirmed: stand(row.confirmed),
    })),
  };
}

/** How many buckets to read: all, or so many, a power of two, that the sessions in them are not too many. */
export function bucketsFor(sessionsOfABucket: number): number {
  let buckets = BUCKETS;
  while (buckets > 1 && sessionsOfABucket * buckets > MAX_SESSIONS) buckets /= 2;
  return buckets;
}
