import { type Chances, simulateTrial, USUAL } from '../../../bff/src/release/guard/simulate-trial.ts';
import type { Figure } from '../report.ts';

const CANARY_SHARE = 0.1;
/** Lives of canaries that are no worse, half an hour each, looked at every five seconds. */
const LIVES = 2_000;
const LIFE_SECONDS = 1_800;
const TRIALS = 200;
const TRIAL_SECONDS = 3_600;

/** More goes badly at some hours than at others, with both versions; and hardly anything fails. */
const changing = (second: number): Chances => ({
  ...USUAL,
  failures: 0.001,
  LCP: 0.1 * (1 + Math.sin(second / 300)),
  add_to_cart: 0.75 + 0.2 * Math.sin(second / 400),
});
const HARMLESS = [
  { name: 'a tenth get it', canaryShare: CANARY_SHARE, chances: () => USUAL },
  { name: 'one of a hundred', canaryShare: 0.01, chances: () => USUAL },
  { name: 'half', canaryShare: 0.5, chances: () => USUAL },
  { name: 'a changing day', canaryShare: CANARY_SHARE, chances: changing },
];
const BROKEN: { name: string; canary: Chances; stable: Chances; delaySeconds: number }[] = [
  {
    name: 'errors on every fifth page',
    canary: { failures: 0.2 },
    stable: { failures: 0 },
    delaySeconds: 10,
  },
  { name: 'nothing gets into the cart', canary: { add_to_cart: 1 }, stable: {}, delaySeconds: 30 },
  { name: 'slow for 40 % instead of 5 %', canary: { LCP: 0.4 }, stable: {}, delaySeconds: 0 },
];
/** An event is stored within three seconds, and the guard looks every five. */
const LOOK_SECONDS = 3 + 5;

/** How often the guard of canaries cries wolf, and how soon it takes a broken one back; by its own code, with invented visitors. */
export function guard(): Figure[] {
  return [
    falseAlarms(),
    ...[5, 20, 100].flatMap((perSecond) => BROKEN.map((one) => reaction(one, perSecond))),
  ];
}

function falseAlarms(): Figure {
  const alarms = HARMLESS.map(({ name, canaryShare, chances }, place) => {
    const perKind = LIVES / HARMLESS.length;
    const seeds = Array.from({ length: perKind }, (_, index) => place * LIVES + index);
    const worse = seeds.filter(
      (seed) =>
        simulateTrial({
          seed,
          visitorsPerSecond: 10,
          canaryShare,
          seconds: LIFE_SECONDS,
          stable: chances,
          canary: chances,
        }).worseAt !== null,
    );
    return { name, count: worse.length };
  });
  return {
    name: 'guard: harmless canaries rolled back',
    value: (100 * alarms.reduce((sum, { count }) => sum + count, 0)) / LIVES,
    unit: '%',
    aim: 1,
    better: 'lower',
    note: `of ${LIVES.toLocaleString('en-US')} lives of half an hour: ${alarms.map(({ name, count }) => `${name} ${count}`).join(', ')}`,
  };
}

function reaction(
  { name, canary, stable, delaySeconds }: (typeof BROKEN)[number],
  perSecond: number,
): Figure {
  const found = Array.from({ length: TRIALS }, (_, seed) =>
    simulateTrial({
      seed,
      visitorsPerSecond: perSecond,
      canaryShare: CANARY_SHARE,
      seconds: TRIAL_SECONDS,
      stable: () => ({ ...USUAL, ...stable }),
      canary: () => ({ ...USUAL, ...canary }),
    }),
  );
  const visitors = found.map((trial) => trial.visitors).sort((a, b) => a - b);
  const seconds = found
    .map(({ worseAt }) => (worseAt ?? Number.POSITIVE_INFINITY) + delaySeconds + LOOK_SECONDS)
    .sort((a, b) => a - b);
  const at = (sorted: readonly number[], share: number) => sorted[Math.floor(share * sorted.length)] ?? 0;
  return {
    name: `guard: ${name}, ${perSecond} visitors/s, 10 % get it: p50 until it is taken back`,
    value: at(seconds, 0.5),
    unit: 's',
    better: 'lower',
    note: `p95 ${at(seconds, 0.95)} s; visitors of both versions: p50 ${at(visitors, 0.5)}, p95 ${at(visitors, 0.95)}; ${delaySeconds} s until an outcome is certain`,
  };
}
