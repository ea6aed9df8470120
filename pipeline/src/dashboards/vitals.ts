import {
  listDays,
  type Period,
  periodBefore,
  VITAL_LIMITS,
  VITALS,
  type Vital,
  type VitalSummary,
  type VitalsReport,
  vitalSchema,
} from '@plaza/contracts';
import { z } from 'zod';
import type { Store } from '../clickhouse/store.ts';
import { count } from './figure-rows.ts';

const MAX_PARTS = 8;
const summarySchema = z.object({
  vital: vitalSchema,
  samples: count,
  p75: count,
  goodSamples: count,
  poorSamples: count,
});
const totalSchema = summarySchema.extend({ isCurrent: z.coerce.number() });
const partSchema = summarySchema.extend({ name: z.string() });
const daySchema = z.object({ day: z.string(), vital: vitalSchema, p75: count });

/** How a value is kept: CLS in thousandths. */
const scaleOf = (vital: Vital): number => (vital === 'CLS' ? 1_000 : 1);

const limits = (limit: 'good' | 'poor') => {
  const values = VITALS.map((vital) => VITAL_LIMITS[vital][limit] * scaleOf(vital));
  return `transform(metric, ['${VITALS.join("','")}'], [${values.join(',')}], 0)`;
};
const SUMMARY = `
  metric AS vital, sum(vitals_daily.samples) AS samples,
  quantileExactWeighted(0.75)(value, vitals_daily.samples) AS p75,
  sumIf(vitals_daily.samples, value <= ${limits('good')}) AS goodSamples,
  sumIf(vitals_daily.samples, value > ${limits('poor')}) AS poorSamples`;

/**
 * Web vitals of a period, all together and by part, and those of the period before.
 * @param frontend whose pages; everybody's when absent
 * @param by what the parts are
 */
export async function readVitals(
  store: Store,
  { period, frontend, by }: { period: Period; frontend?: string; by: 'mfe_version' | 'device' },
): Promise<VitalsReport> {
  const whose = frontend === undefined ? '' : 'mfe = {frontend:String} AND';
  const params = {
    ...period,
    since: periodBefore(period).from,
    ...(frontend !== undefined && { frontend }),
  };
  const [totals, parts, days] = await Promise.all([
    store.query(
      totalSchema,
      `SELECT toUInt8(day >= {from:Date}) AS isCurrent, ${SUMMARY}
       FROM vitals_daily WHERE ${whose} day BETWEEN {since:Date} AND {to:Date}
       GROUP BY isCurrent, metric`,
      params,
    ),
    store.query(
      partSchema,
      `SELECT ${by} AS name, ${SUMMARY}
       FROM vitals_daily WHERE ${whose} ${by} != '' AND day BETWEEN {from:Date} AND {to:Date}
       GROUP BY name, metric ORDER BY samples DESC LIMIT ${MAX_PARTS} BY metric`,
      params,
    ),
    store.query(
      daySchema,
      `SELECT toString(vitals_daily.day) AS day, metric AS vital,
         quantileExactWeighted(0.75)(value, samples) AS p75
       FROM vitals_daily WHERE ${whose} vitals_daily.day BETWEEN {from:Date} AND {to:Date}
       GROUP BY day, metric`,
      params,
    ),
  ]);
  const found = new Map(days.map(({ day, vital, p75 }) => [`${day} ${vital}`, p75 / scaleOf(vital)]));
  const on = (day: string, vital: Vital) => found.get(`${day} ${vital}`) ?? null;
  return {
    vitals: inOrder(totals.filter((row) => row.isCurrent === 1)),
    before: inOrder(totals.filter((row) => row.isCurrent === 0)),
    byDay: listDays(period).map((day) => ({
      day,
      LCP: on(day, 'LCP'),
      INP: on(day, 'INP'),
      CLS: on(day, 'CLS'),
      FCP: on(day, 'FCP'),
    })),
    parts: [...new Set(parts.map(({ name }) => name))].map((name) => ({
      name,
      vitals: inOrder(parts.filter((row) => row.name === name)),
    })),
  };
}

/** One summary for each vital that was measured, in the order in which they are always shown. */
const inOrder = (rows: readonly z.output<typeof summarySchema>[]): VitalSummary[] =>
  VITALS.flatMap((vital) => rows.filter((row) => row.vital === vital)).map(
    ({ vital, samples, p75, goodSamples, poorSamples }) => ({
      vital,
      samples,
      p75: p75 / scaleOf(vital),
      goodShare: goodSamples / samples,
      poorShare: poorSamples / samples,
    }),
  );
