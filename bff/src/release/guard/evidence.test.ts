import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addOutcomes, type Evidence, logEvidenceOf, NO_EVIDENCE, type Outcomes } from './evidence.ts';

const SMALLEST_HARM = 0.01;
const add = (evidence: Evidence, canary: Outcomes, stable: Outcomes) =>
  addOutcomes(evidence, { canary, stable }, SMALLEST_HARM);
const outcomes = (max: number) => fc.nat(max).chain((total) => fc.nat(total).map((bad) => ({ total, bad })));
/** Any life of a canary up to now, with nothing that waits for the other arm. */
const evidences = fc.array(fc.tuple(outcomes(6), outcomes(30)), { maxLength: 40 }).map((blocks) =>
  [
    ...blocks,
    [
      { total: 1, bad: 0 },
      { total: 1, bad: 1 },
    ] as const,
  ].reduce((evidence, [canary, stable]) => add(evidence, canary, stable), NO_EVIDENCE),
);

/** How likely each number of bad outcomes is. */
function binomial(total: number, chance: number): number[] {
  let row = [1];
  for (let count = 0; count < total; count += 1)
    row = [...row, 0].map((value, bad) => value * (1 - chance) + (row[bad - 1] ?? 0) * chance);
  return row;
}

describe('evidence that a canary is worse', () => {
  it('does not grow on average while it is not worse, whatever came before and whatever is usual now', () => {
    const chances = fc
      .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([a, b]) => ({ canary: Math.min(a, b), stable: Math.max(a, b) }));
    fc.assert(
      fc.property(evidences, chances, fc.nat(5), fc.nat(5), (evidence, chance, canaryTotal, stableTotal) => {
        let expected = 0;
        binomial(canaryTotal, chance.canary).forEach((canaryLikelihood, canaryBad) => {
          binomial(stableTotal, chance.stable).forEach((stableLikelihood, stableBad) => {
            const after = add(
              evidence,
              { total: canaryTotal, bad: canaryBad },
              { total: stableTotal, bad: stableBad },
            );
            expected += canaryLikelihood * stableLikelihood * Math.exp(logEvidenceOf(after));
          });
        });
        expect(expected).toBeLessThanOrEqual(Math.exp(logEvidenceOf(evidence)) * (1 + 1e-9));
      }),
    );
  });

  it('grows while it is worse', () => {
    let evidence = add(NO_EVIDENCE, { total: 1, bad: 0 }, { total: 100, bad: 1 });
    for (let block = 0; block < 30; block += 1) {
      const before = logEvidenceOf(evidence);
      evidence = add(evidence, { total: 10, bad: 3 }, { total: 90, bad: 1 });
      expect(logEvidenceOf(evidence)).toBeGreaterThan(before);
    }
  });

  it('survives JSON', () => {
    fc.assert(
      fc.property(evidences, outcomes(6), outcomes(30), (evidence, canary, stable) => {
        const kept: Evidence = JSON.parse(JSON.stringify(evidence));
        expect(logEvidenceOf(add(kept, canary, stable))).toBe(logEvidenceOf(add(evidence, canary, stable)));
      }),
    );
  });

  it('waits for the other arm, and is then as if both had come at once', () => {
    const none = { total: 0, bad: 0 };
    fc.assert(
      fc.property(evidences, outcomes(6), outcomes(30), (evidence, canary, stable) => {
        fc.pre(canary.total > 0 && stable.total > 0);
        const stableAlone = add(evidence, none, stable);
        expect(logEvidenceOf(stableAlone)).toBe(logEvidenceOf(evidence));
        expect(add(stableAlone, canary, none)).toEqual(add(evidence, canary, stable));
        expect(add(add(evidence, canary, none), none, stable)).toEqual(add(evidence, canary, stable));
      }),
    );
  });
});
