import type { Weather } from '../../pipeline/src/test-support/flaky-proxy.ts';
import type { Random } from './random.ts';

/** Processes that are killed. Each pipeline process captures, consumes the stream and reads the outbox. */
export type Part = 'pipeline-1' | 'pipeline-2' | 'redis' | 'postgres' | 'clickhouse';
/** Connections that are disturbed, `from>to`. */
export type Link = string;
/** What is filled up until nothing more fits. */
export type Store = 'redis memory' | 'redis disk' | 'clickhouse disk';

export type Fault =
  | { kind: 'kill'; atMs: number; part: Part }
  | { kind: 'weather'; atMs: number; endsAtMs: number; link: Link; weather: Weather }
  | { kind: 'full'; atMs: number; endsAtMs: number; store: Store };

export interface FaultPlanOptions {
  random: Random;
  /** No fault begins later. Each ends at most `LONGEST_MS` after it began. */
  durationMs: number;
  parts: readonly Part[];
  links: readonly Link[];
  stores: readonly Store[];
  /** Between the beginnings of two faults, on average. */
  pauseMs: number;
}

const SHORTEST_MS = 300;
const LONGEST_MS = 6_000;
/** Kills weigh more than bad weather: of each, so many cards are in the deck. */
const KILLS = 2;
const WEATHERS: readonly [Weather, ...Weather[]] = ['away', 'answers lost', 'slow', 'frozen'];

/**
 * What goes wrong and when, in order of time; the same for the same seed. Faults are dealt from a shuffled deck that
 * holds all of them, so that a run that is long enough leaves none out, and they overlap.
 */
export function planFaults(options: FaultPlanOptions): Fault[] {
  const { random, durationMs, pauseMs } = options;
  const faults: Fault[] = [];
  let deck: ((atMs: number) => Fault)[] = [];
  for (let atMs = random.between(0, pauseMs); atMs < durationMs; atMs += random.between(0, 2 * pauseMs)) {
    if (deck.length === 0) deck = random.shuffle(allFaults(options));
    const deal = deck.pop();
    if (deal) faults.push(deal(Math.round(atMs)));
  }
  return faults;
}

function allFaults({ random, parts, links, stores }: FaultPlanOptions): ((atMs: number) => Fault)[] {
  const end = (atMs: number) => Math.round(atMs + random.between(SHORTEST_MS, LONGEST_MS));
  return [
    ...parts
      .flatMap((part) => Array.from({ length: KILLS }, () => part))
      .map(
        (part) =>
          (atMs: number): Fault => ({ kind: 'kill', atMs, part }),
      ),
    ...links.map((link) => (atMs: number): Fault => {
      const weather = random.pick(WEATHERS);
      return { kind: 'weather', atMs, endsAtMs: end(atMs), link, weather };
    }),
    ...stores.map(
      (store) =>
        (atMs: number): Fault => ({ kind: 'full', atMs, endsAtMs: end(atMs), store }),
    ),
  ];
}
