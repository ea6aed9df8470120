import {
  GUARD_METRICS,
  type GuardFinding,
  type GuardMetric,
  type GuardReport,
  guardMetricSchema,
  guardReportSchema,
  type TrialBlock,
  type TrialBlocks,
} from '@plaza/contracts';
import { z } from 'zod';
import { addOutcomes, evidenceSchema, logEvidenceOf, NO_EVIDENCE, recentHarmOf } from './evidence.ts';

/** Of a hundred canaries that are no worse, at most one is rolled back for it: in its whole life, all metrics together. */
const FALSE_ALARMS = 0.01;
/** Each metric alone may err that much less (Bonferroni). */
const LOG_LIMIT = Math.log(GUARD_METRICS.length / FALSE_ALARMS);

/** Evidence of fewer is that of one person trying things out, however strange it would be by chance. */
const FEWEST_OUTCOMES = 20;
const FEWEST_BAD = 5;

/**
 * What matters, as the share of those who would have been fine and go badly: a release is not taken back for a trifle that
 * only very many visitors can show. A page that fails is worth more than a slow one, or than a cart that stays empty.
 */
const SMALLEST_HARM: Readonly<Record<GuardMetric, number>> = {
  failures: 0.01,
  LCP: 0.05,
  INP: 0.05,
  CLS: 0.05,
  add_to_cart: 0.05,
  checkout: 0.05,
  order: 0.05,
};

/** What the guard remembers of a canary, beside the report that is made of it. Plain JSON. */
export const guardStateSchema = z.object({
  report: guardReportSchema,
  memory: z.partialRecord(guardMetricSchema, evidenceSchema),
});
export type GuardState = z.infer<typeof guardStateSchema>;

/** Nothing was looked at yet. */
export const UNWATCHED: GuardState = {
  report: { state: 'waiting', judgedUntil: null, findings: [] },
  memory: {},
};

/** Adds blocks that were not judged before, in their order. */
export function judgeBlocks(state: GuardState, { blocks, until }: TrialBlocks): GuardState {
  const memory = { ...state.memory };
  for (const block of blocks) {
    for (const metric of GUARD_METRICS) {
      const outcomes = outcomesOf(block, metric);
      if (outcomes)
        memory[metric] = addOutcomes(memory[metric] ?? NO_EVIDENCE, outcomes, SMALLEST_HARM[metric]);
    }
  }
  return { memory, report: reportOn(memory, until) };
}

const NONE = { total: 0, bad: 0 };
function outcomesOf({ canary, stable }: TrialBlock, metric: GuardMetric) {
  const outcomes = { canary: canary[metric] ?? NONE, stable: stable[metric] ?? NONE };
  return outcomes.canary.total + outcomes.stable.total > 0 ? outcomes : null;
}

function reportOn(memory: GuardState['memory'], judgedUntil: string): GuardReport {
  const findings = GUARD_METRICS.flatMap((metric): GuardFinding[] => {
    const evidence = memory[metric];
    if (!evidence) return [];
    const { canary, stable } = evidence;
    const logEvidence = logEvidenceOf(evidence);
    const isEnough = canary.total >= FEWEST_OUTCOMES && canary.bad >= FEWEST_BAD;
    const isWorse = isEnough && logEvidence >= LOG_LIMIT && recentHarmOf(evidence) >= SMALLEST_HARM[metric];
    return [{ metric, canary, stable, logEvidence, logLimit: LOG_LIMIT, isWorse }];
  });
  return {
    state: findings.some(({ isWorse }) => isWorse) ? 'worse' : 'watching',
    judgedUntil,
    findings,
  };
}
