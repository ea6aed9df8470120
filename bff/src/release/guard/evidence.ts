import { z } from 'zod';

/**
 * Whether more goes badly with a canary than without it, judged while it runs, as often as anybody looks.
 *
 * The test is a series of bets against the claim "the canary is no worse". Before each block of outcomes it bets that a
 * share of those who would have been fine go badly with the canary; the block multiplies the stake by how much likelier
 * that made its outcomes than if everybody in it had had the same chance. Should the claim be true, the stake does not
 * grow on average, whatever the common chance is and however it changes from block to block; so the probability that it
 * ever reaches 1/alpha is at most alpha (Ville's inequality), for any length of time and any number of looks. No number is
 * rounded to a bell curve: rare failures and uneven shares change how fast it learns, never how often it errs.
 *
 * Sources: R. Turner, A. Ly, P. Grünwald, "Generic E-variables for exact sequential k-sample tests that allow for optional
 * stopping", Journal of Statistical Planning and Inference 230 (2024), for the factor of a block; A. Ramdas, P. Grünwald,
 * V. Vovk, G. Shafer, "Game-theoretic statistics and safe anytime-valid inference", Statistical Science 38 (2023), for
 * bets and their mixtures. docs/decisions/0021 tells it in plain words, with the proof for one side.
 */

/** Outcomes of so many, of which so many went badly. */
export interface Outcomes {
  total: number;
  bad: number;
}

const outcomesSchema = z.object({ total: z.number().min(0), bad: z.number().min(0) });
/** What is remembered of one metric between blocks. Plain JSON. */
export const evidenceSchema = z.object({
  canary: outcomesSchema,
  stable: outcomesSchema,
  /** Came after the last bet, and only in one arm: part of the next block that is bet on. */
  waiting: z.object({ canary: outcomesSchema, stable: outcomesSchema }),
  /** The last ones of either arm. Bets take the stable one's for what is usual. */
  recent: z.object({ canary: outcomesSchema, stable: outcomesSchema }),
  /** Blocks that were bet on. */
  rounds: z.int().min(0),
  /** Natural logarithms of what the bets have grown to, one for each of `HARMS` from the smallest that matters on. */
  logStakes: z.array(z.number()),
});
export type Evidence = z.infer<typeof evidenceSchema>;

const NOTHING: Outcomes = { total: 0, bad: 0 };
export const NO_EVIDENCE: Evidence = {
  canary: NOTHING,
  stable: NOTHING,
  waiting: { canary: NOTHING, stable: NOTHING },
  recent: { canary: NOTHING, stable: NOTHING },
  rounds: 0,
  logStakes: [],
};

/** Shares of those who would have been fine that the bets say go badly. */
const HARMS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.9];
/** Before so many outcomes of the stable arm nobody knows what is usual, and nothing is bet. */
const OUTCOMES_BEFORE_BETS = 20;
/** What is usual changes over a day, and a canary may break in its course: so many of the last outcomes say how it is. */
const RECENT_OUTCOMES = { canary: 500, stable: 2_000 };
/** A canary may break after days of being good, when older bets are lost: new ones are placed after so many blocks. */
const ROUNDS_BETWEEN_BETS = 12;

/**
 * Adds a block of outcomes, none of which was looked at before.
 * @param smallestHarm bets are on this share and on larger ones
 */
export function addOutcomes(
  evidence: Evidence,
  added: { canary: Outcomes; stable: Outcomes },
  smallestHarm: number,
): Evidence {
  const { recent, rounds, waiting } = evidence;
  const block = { canary: sum(waiting.canary, added.canary), stable: sum(waiting.stable, added.stable) };
  const seen = {
    ...evidence,
    canary: sum(evidence.canary, added.canary),
    stable: sum(evidence.stable, added.stable),
  };
  if (block.canary.total === 0 || block.stable.total === 0) return { ...seen, waiting: block };
  const next = {
    ...seen,
    waiting: NO_EVIDENCE.waiting,
    recent: {
      canary: keepLast(RECENT_OUTCOMES.canary, sum(recent.canary, block.canary)),
      stable: keepLast(RECENT_OUTCOMES.stable, sum(recent.stable, block.stable)),
    },
  };
  if (recent.stable.total < OUTCOMES_BEFORE_BETS) return next;
  const usual = (recent.stable.bad + 0.5) / (recent.stable.total + 1);
  const logStakes = HARMS.filter((harm) => harm >= smallestHarm).map(
    (harm, index) => placeBet(evidence.logStakes[index], rounds) + logFactor(block, usual, harm),
  );
  return { ...next, rounds: rounds + 1, logStakes };
}

/**
 * Natural logarithm of the evidence that the canary is worse: what all stakes together have become, that was not bet
 * included. It begins at 0.
 */
export function logEvidenceOf({ rounds, logStakes }: Evidence): number {
  if (logStakes.length === 0) return 0;
  const logMean = logStakes.reduce(addLogs) - Math.log(logStakes.length);
  return addLogs(logMean, -Math.log(betsPlaced(rounds) + 1));
}

/** Of those who would have been fine, the share that goes badly with the canary, as it has been lately. */
export function recentHarmOf({ recent: { canary, stable } }: Evidence): number {
  const usual = stable.bad / stable.total;
  return (canary.bad / canary.total - usual) / (1 - usual);
}

const betsPlaced = (rounds: number): number => Math.ceil(rounds / ROUNDS_BETWEEN_BETS);

/** The k-th bet is 1/k(k+1) of the stake: 1/2, 1/6, 1/12 …, together never more than all of it. */
function placeBet(logStake: number | undefined, rounds: number): number {
  if (rounds % ROUNDS_BETWEEN_BETS !== 0) return logStake ?? Number.NEGATIVE_INFINITY;
  const k = betsPlaced(rounds) + 1;
  const logBet = -Math.log(k * (k + 1));
  return logStake === undefined ? logBet : addLogs(logStake, logBet);
}

/**
 * How much likelier the block is when the canary harms than when everybody in it has the same chance; as a logarithm.
 * The common chance is the mean of both over the block, which is what makes the factor a fair bet.
 */
function logFactor(
  { canary, stable }: { canary: Outcomes; stable: Outcomes },
  usual: number,
  harm: number,
): number {
  const harmed = usual + harm * (1 - usual);
  const common = (canary.total * harmed + stable.total * usual) / (canary.total + stable.total);
  const logRatio = ({ total, bad }: Outcomes, chance: number) =>
    bad * Math.log(chance / common) + (total - bad) * Math.log((1 - chance) / (1 - common));
  return logRatio(canary, harmed) + logRatio(stable, usual);
}

const sum = (a: Outcomes, b: Outcomes): Outcomes => ({ total: a.total + b.total, bad: a.bad + b.bad });

/** As many as given, in the proportion that there was. */
function keepLast(count: number, { total, bad }: Outcomes): Outcomes {
  const kept = Math.min(1, count / total);
  return { total: total * kept, bad: bad * kept };
}

/** log(exp(a) + exp(b)) without overflow. */
function addLogs(a: number, b: number): number {
  const high = Math.max(a, b);
  return high + Math.log1p(Math.exp(Math.min(a, b) - high));
}
