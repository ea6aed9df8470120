import { GUARD_METRICS, type GuardMetric, type TrialBlock } from '@plaza/contracts';
import { type GuardState, judgeBlocks, UNWATCHED } from './judge-blocks.ts';

const BLOCK_SECONDS = 5;

/** How often something goes badly, by metric; what is absent is not looked at. */
export type Chances = Partial<Record<GuardMetric, number>>;
/** How many of the visitors a metric is about, and how often each of them. */
const FREQUENCY: Readonly<Record<GuardMetric, number>> = {
  failures: 1,
  LCP: 1,
  INP: 0.7,
  CLS: 1,
  add_to_cart: 0.5,
  checkout: 0.12,
  order: 0.04,
};
/** A market on an ordinary day. */
export const USUAL: Required<Chances> = {
  failures: 0.005,
  LCP: 0.05,
  INP: 0.03,
  CLS: 0.02,
  add_to_cart: 0.75,
  checkout: 0.6,
  order: 0.4,
};

export interface SimulatedTrial {
  seed: number;
  visitorsPerSecond: number;
  /** Of the visitors, who get the canary. */
  canaryShare: number;
  seconds: number;
  /** Chances at a moment of the trial. */
  stable: (second: number) => Chances;
  canary: (second: number) => Chances;
}

/**
 * A canary's life until the guard finds it worse, or to its end, looked at after every block.
 * @returns the second of the block that showed it, null when it lived; visitors of both arms up to then
 */
export function simulateTrial(trial: SimulatedTrial): {
  worseAt: number | null;
  visitors: number;
  state: GuardState;
} {
  const random = randomFrom(trial.seed);
  let state = UNWATCHED;
  let visitors = 0;
  for (let second = 0; second < trial.seconds; second += BLOCK_SECONDS) {
    const arm = (share: number, chances: Chances) => {
      const came = poisson(random, trial.visitorsPerSecond * BLOCK_SECONDS * share);
      visitors += came;
      return drawOutcomes(random, came, chances);
    };
    const block: TrialBlock = {
      at: new Date(second * 1_000).toISOString(),
      canary: arm(trial.canaryShare, trial.canary(second)),
      stable: arm(1 - trial.canaryShare, trial.stable(second)),
    };
    state = judgeBlocks(state, { blocks: [block], until: block.at });
    if (state.report.state === 'worse') return { worseAt: second + BLOCK_SECONDS, visitors, state };
  }
  return { worseAt: null, visitors, state };
}

function drawOutcomes(random: () => number, visitors: number, chances: Chances): TrialBlock['canary'] {
  const outcomes: TrialBlock['canary'] = {};
  for (const metric of GUARD_METRICS) {
    const chance = chances[metric];
    if (chance === undefined) continue;
    const total = successes(random, visitors, FREQUENCY[metric]);
    if (total > 0) outcomes[metric] = { total, bad: successes(random, total, chance) };
  }
  return outcomes;
}

/** Numbers between 0 and 1, the same for the same seed (Mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How many of so many tries succeed: by the gaps between successes, so that rare ones cost little. */
function successes(random: () => number, tries: number, chance: number): number {
  if (chance >= 1) return tries;
  if (chance <= 0) return 0;
  const logMiss = Math.log1p(-chance);
  let count = 0;
  for (let at = gap(random, logMiss); at < tries; at += 1 + gap(random, logMiss)) count += 1;
  return count;
}

const gap = (random: () => number, logMiss: number): number => Math.floor(Math.log1p(-random()) / logMiss);

/** How many come by chance when so many are expected. */
function poisson(random: () => number, expected: number): number {
  let count = 0;
  let time = -Math.log1p(-random());
  while (time < expected) {
    count += 1;
    time -= Math.log1p(-random());
  }
  return count;
}
