import { describe, expect, it } from 'vitest';
import { guardStateSchema } from './judge-blocks.ts';
import { type Chances, simulateTrial, USUAL } from './simulate-trial.ts';

const MINUTE = 60;
const always = (chances: Chances) => () => chances;
/** More goes badly by day than by night, with both versions. */
const overTheDay = (second: number): Chances => ({
  ...USUAL,
  failures: 0.005 * (1 + Math.sin(second / 200)),
  LCP: 0.1 * (1 + Math.sin(second / 300)),
  add_to_cart: 0.75 + 0.2 * Math.sin(second / 400),
});
const trial = (seed: number, more: Partial<Parameters<typeof simulateTrial>[0]> = {}) =>
  simulateTrial({
    seed,
    visitorsPerSecond: 20,
    canaryShare: 0.1,
    seconds: 10 * MINUTE,
    stable: always(USUAL),
    canary: always(USUAL),
    ...more,
  });
const seeds = (count: number) => Array.from({ length: count }, (_, index) => 1 + index * 7_919);

describe('a canary that is no worse', () => {
  it.each([
    ['is seen by a tenth', {}],
    ['is seen by one of a hundred', { canaryShare: 0.01 }],
    ['is seen by most', { canaryShare: 0.9 }],
    ['lives through the day', { stable: overTheDay, canary: overTheDay }],
    ['rarely fails', { stable: always({ failures: 0.001 }), canary: always({ failures: 0.001 }) }],
    ['is better', { canary: always({ ...USUAL, failures: 0.001, LCP: 0.01, add_to_cart: 0.7 }) }],
  ])('is left alone when it %s', (_, more) => {
    const alarms = seeds(250).filter((seed) => trial(seed, more).worseAt !== null);
    // At most one of a hundred, by promise: more than six of 250 would come up in one such series of seventy.
    expect(alarms.length).toBeLessThanOrEqual(6);
  });

  it('is left alone when nobody has the stable version to compare it with, whatever happens', () => {
    const { worseAt, state } = trial(1, { canaryShare: 1, canary: always({ failures: 1 }) });
    expect(worseAt).toBeNull();
    const [failures] = state.report.findings;
    expect(failures).toMatchObject({ metric: 'failures', stable: { total: 0 }, logEvidence: 0 });
    expect(failures?.canary.bad).toBeGreaterThan(1_000);
  });

  it('is left alone when what it loses matters to nobody', () => {
    const canary = always({ ...USUAL, failures: 0.006, add_to_cart: 0.752 });
    const alarms = seeds(10).filter(
      (seed) => trial(seed, { canary, visitorsPerSecond: 300 }).worseAt !== null,
    );
    expect(alarms).toEqual([]);
  });
});

describe('a canary that is worse', () => {
  const broken: [string, Chances, Chances, number, string][] = [
    ['fails on every fifth page', { failures: 0.2 }, { failures: 0 }, 900, 'failures'],
    ['is slow for two of five', { LCP: 0.4 }, {}, 800, 'LCP'],
    ['does not put anything into the cart', { add_to_cart: 1 }, {}, 1_400, 'add_to_cart'],
    ['does not begin to check out', { checkout: 1 }, {}, 4_500, 'checkout'],
  ];
  it.each(broken)('is found when it %s', (_, canary, stable, visitors, metric) => {
    for (const seed of seeds(20)) {
      const found = trial(seed, {
        canary: always({ ...USUAL, ...canary }),
        stable: always({ ...USUAL, ...stable }),
      });
      expect(found.worseAt).not.toBeNull();
      expect(found.visitors).toBeLessThan(visitors);
      const { findings } = found.state.report;
      expect(findings.filter(({ isWorse }) => isWorse).map((finding) => finding.metric)).toEqual([metric]);
    }
  });

  it('is found within minutes when it breaks after an hour of being good', () => {
    const brokenAt = 60 * MINUTE;
    for (const seed of seeds(3)) {
      const found = trial(seed, {
        seconds: 70 * MINUTE,
        canary: (second) => (second < brokenAt ? USUAL : { ...USUAL, add_to_cart: 1 }),
      });
      expect(found.worseAt).toBeGreaterThan(brokenAt);
      expect(found.worseAt).toBeLessThan(brokenAt + 3 * MINUTE);
    }
  });

  it('is not found worse by a handful of people, whatever they see', () => {
    const found = trial(1, {
      visitorsPerSecond: 0.1,
      seconds: 20 * MINUTE,
      canary: always({ failures: 1 }),
      stable: always({ failures: 0 }),
    });
    const [failures] = found.state.report.findings;
    expect(failures?.logEvidence).toBeGreaterThan(failures?.logLimit ?? 0);
    expect(failures?.canary.total).toBeLessThan(20);
    expect(found.worseAt).toBeNull();
  });
});

it('what is remembered survives JSON', () => {
  const { state } = trial(1);
  expect(guardStateSchema.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
});
