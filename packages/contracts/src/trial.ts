import { z } from 'zod';
import { frontendNameSchema, releaseVersionSchema } from './release-name.ts';
import { VITALS } from './web-vitals.ts';

/** Which of the two a visitor of a canary's trial got. */
export const TRIAL_ARMS = ['canary', 'stable'] as const;
export type TrialArm = (typeof TRIAL_ARMS)[number];

/**
 * How events say that their visitor takes part in a trial: in the property `trials`, one tag for each canary that runs.
 * @param version of the canary, whichever of the two the visitor got
 */
export const trialTag = (frontend: string, version: string, arm: TrialArm): string =>
  `${frontend}@${version}:${arm}`;

/** What a sequential test looks at: shares of visitors (failures, steps) or of page loads (vitals) that went badly. */
export const GUARD_METRICS = ['failures', 'LCP', 'INP', 'CLS', 'add_to_cart', 'checkout', 'order'] as const;
export const guardMetricSchema = z.enum(GUARD_METRICS);
export type GuardMetric = (typeof GUARD_METRICS)[number];

const armCountSchema = z.object({ total: z.int(), bad: z.int() });
export const guardFindingSchema = z.object({
  metric: guardMetricSchema,
  canary: armCountSchema,
  stable: armCountSchema,
  /** Evidence that the canary is worse, against `limit`; both as natural logarithms. */
  logEvidence: z.number(),
  logLimit: z.number(),
  isWorse: z.boolean(),
});
export type GuardFinding = z.infer<typeof guardFindingSchema>;

export const guardReportSchema = z.object({
  state: z.enum(['waiting', 'watching', 'worse']),
  /** Until when events were looked at. */
  judgedUntil: z.iso.datetime().nullable(),
  findings: z.array(guardFindingSchema),
});
export type GuardReport = z.infer<typeof guardReportSchema>;

/**
 * Outcomes of the visitors of a trial that became certain within five seconds, by arm; `at` is when these seconds began.
 * `failures` counts page views up to a visitor's first failure, a vital one page load of each visitor, a step the visitors
 * who were about to take it.
 */
export const trialBlockSchema = z.object({
  at: z.iso.datetime(),
  canary: z.partialRecord(guardMetricSchema, armCountSchema),
  stable: z.partialRecord(guardMetricSchema, armCountSchema),
});
export type TrialBlock = z.infer<typeof trialBlockSchema>;
export const trialBlocksInput = z.object({
  frontend: frontendNameSchema,
  version: releaseVersionSchema,
  /** Blocks that began at or after this. */
  since: z.iso.datetime(),
});
export type TrialBlocksInput = z.infer<typeof trialBlocksInput>;
/** `until`: blocks before it are whole and will not change. */
export const trialBlocksSchema = z.object({ blocks: z.array(trialBlockSchema), until: z.iso.datetime() });
export type TrialBlocks = z.infer<typeof trialBlocksSchema>;

/** Vitals that a canary is judged by. */
export const GUARD_VITALS = VITALS.filter((vital) => vital !== 'FCP');
