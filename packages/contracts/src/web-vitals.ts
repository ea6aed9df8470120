import { z } from 'zod';

/** What a visitor feels of a page: how soon there is something, how soon it answers, whether it stays in its place. */
export const vitalSchema = z.enum(['LCP', 'INP', 'CLS', 'FCP']);
export type Vital = z.infer<typeof vitalSchema>;
export const VITALS = vitalSchema.options;

/** Up to `good` a page is good, above `poor` it is poor. Milliseconds; CLS has no unit. As https://web.dev/vitals has them. */
export const VITAL_LIMITS: Readonly<Record<Vital, { good: number; poor: number }>> = {
  LCP: { good: 2_500, poor: 4_000 },
  INP: { good: 200, poor: 500 },
  CLS: { good: 0.1, poor: 0.25 },
  FCP: { good: 1_800, poor: 3_000 },
};
export type VitalBand = 'good' | 'needs_work' | 'poor';

/** Where a value lies. */
export function bandOf(vital: Vital, value: number): VitalBand {
  const { good, poor } = VITAL_LIMITS[vital];
  return value <= good ? 'good' : value <= poor ? 'needs_work' : 'poor';
}

/** How a vital was on many pages. */
const vitalSummarySchema = z.object({
  vital: vitalSchema,
  /** Pages that it was measured on. */
  samples: z.int(),
  /** Three pages of four were at or below: milliseconds, or no unit for CLS. Rounded up to a step of a few percent. */
  p75: z.number(),
  goodShare: z.number(),
  poorShare: z.number(),
});
export type VitalSummary = z.infer<typeof vitalSummarySchema>;

export const vitalsReportSchema = z.object({
  vitals: z.array(vitalSummarySchema),
  /** As many days before. */
  before: z.array(vitalSummarySchema),
  /** What three pages of four were at or below, by day; null on days without a measurement. */
  byDay: z.array(
    z.object({
      day: z.iso.date(),
      LCP: z.number().nullable(),
      INP: z.number().nullable(),
      CLS: z.number().nullable(),
      FCP: z.number().nullable(),
    }),
  ),
  /** By version of a frontend, or by device: what the report was asked to compare. */
  parts: z.array(z.object({ name: z.string(), vitals: z.array(vitalSummarySchema) })),
});
export type VitalsReport = z.infer<typeof vitalsReportSchema>;
