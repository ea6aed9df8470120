import {
  guardMetricSchema,
  TRIAL_ARMS,
  type TrialBlock,
  type TrialBlocks,
  type TrialBlocksInput,
  trialTag,
} from '@plaza/contracts';
import { z } from 'zod';
import type { Store } from '../clickhouse/store.ts';
import { count } from './figure-rows.ts';
import { TRIAL_FAILURES_AND_STEPS, TRIAL_VITALS } from './trial-statements.ts';

const BLOCK_MS = 5_000;
/** Longest that one answer reaches; who is further behind asks again. */
const MAX_RANGE_MS = 600_000;
/** An event is a row by then. */
const STORED_WITHIN_MS = 3_000;

const rowSchema = z.object({
  atMs: count,
  arm: z.enum(TRIAL_ARMS),
  metric: guardMetricSchema,
  total: count,
  bad: count,
});

/**
 * How a canary and its stable did, in blocks of five seconds: each holds the outcomes that became certain in it, so that
 * it is final when it is answered, and metrics that are quick to show need not wait for slow ones. The clock is when
 * events were received: what browsers send late changes no block.
 */
export async function readTrialBlocks(
  store: Store,
  { frontend, version, since, now }: TrialBlocksInput & { now: Date },
): Promise<TrialBlocks> {
  const fromMs = Math.ceil(Date.parse(since) / BLOCK_MS) * BLOCK_MS;
  const finalMs = Math.floor((now.getTime() - STORED_WITHIN_MS) / BLOCK_MS) * BLOCK_MS;
  const untilMs = Math.min(finalMs, fromMs + MAX_RANGE_MS);
  if (untilMs <= fromMs) return { blocks: [], until: new Date(fromMs).toISOString() };
  const params = {
    frontend,
    canaryTag: trialTag(frontend, version, 'canary'),
    stableTag: trialTag(frontend, version, 'stable'),
    fromMs,
    untilMs,
    blockMs: BLOCK_MS,
  };
  const found = await Promise.all([
    store.query(rowSchema, TRIAL_FAILURES_AND_STEPS, params),
    store.query(rowSchema, TRIAL_VITALS, params),
  ]);
  return { blocks: toBlocks(found.flat()), until: new Date(untilMs).toISOString() };
}

function toBlocks(rows: readonly z.output<typeof rowSchema>[]): TrialBlock[] {
  const blocks = new Map<number, TrialBlock>();
  for (const { atMs, arm, metric, total, bad } of rows) {
    const block = blocks.get(atMs) ?? { at: new Date(atMs).toISOString(), canary: {}, stable: {} };
    block[arm][metric] = { total, bad };
    blocks.set(atMs, block);
  }
  return [...blocks.values()].sort((a, b) => a.at.localeCompare(b.at));
}
