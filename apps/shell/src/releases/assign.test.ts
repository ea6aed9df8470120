import type { CanaryAudience } from '@plaza/contracts';
import { type Registry, releaseWithoutFiles } from '@plaza/contracts/registry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Assignment, assign, type Pins, type Visitor } from './assign.ts';

const V1 = '1111111111111111';
const V2 = '2222222222222222';

const releaseOf = (version: string) => releaseWithoutFiles(version, []);
const running = (audience: CanaryAudience, { version = V1, isHeld = false } = {}): Registry => ({
  schema: 2,
  remotes: {
    catalog: {
      stable: releaseOf('0000000000000000'),
      previous: null,
      canary: { release: releaseOf(version), audience, isHeld },
      isOff: false,
    },
  },
});
const share = (percent: number) => running({ kind: 'share', percent });
const visitor = (changes: Partial<Visitor> = {}): Visitor => ({
  pins: new Map(),
  isNew: false,
  isInternal: false,
  country: () => null,
  ...changes,
});
const never = () => expect.fail('nothing is to be drawn');
const armOf = ({ arms }: Assignment) => arms.get('catalog');

const percents = fc.integer({ min: 1, max: 99 });
const draws = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const audiences = fc.oneof(
  fc.record({ kind: fc.constant('share' as const), percent: percents }),
  fc.record({ kind: fc.constant('internal' as const) }),
  fc.record({
    kind: fc.constant('countries' as const),
    countries: fc.constant<string[]>(['DE', 'FR']),
    percent: percents,
  }),
  fc.record({ kind: fc.constant('newVisitors' as const), percent: percents }),
);

/** Numbers from 0 up to 1, each as likely as any other; those of fast-check are rather the awkward ones. */
function evenly(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('a visitor while a canary runs', () => {
  it('draws once, and gets the same from then on', () => {
    fc.assert(
      fc.property(audiences, draws, fc.boolean(), (audience, draw, isNew) => {
        const first = assign(running(audience), visitor({ isNew, country: () => 'DE' }), () => draw);
        const again = assign(running(audience), visitor({ pins: first.pins, country: () => 'DE' }), never);
        fc.pre(audience.kind !== 'newVisitors' || isNew);
        expect(again).toEqual(first);
      }),
    );
  });

  it('who has it keeps it, however the audience changes, until another canary begins', () => {
    const changes = fc.array(fc.record({ audience: audiences, isHeld: fc.boolean(), draw: draws }));
    fc.assert(
      fc.property(changes, (steps) => {
        let pins: Pins = new Map([['catalog', { version: V1, arm: 'canary', percent: 5 }]]);
        for (const { audience, isHeld, draw } of steps) {
          const next = assign(running(audience, { isHeld }), visitor({ pins }), () => draw);
          expect(armOf(next)).toBe('canary');
          pins = next.pins;
        }
        const other = assign(
          running({ kind: 'share', percent: 1 }, { version: V2 }),
          visitor({ pins }),
          () => 0.5,
        );
        expect(other.pins.get('catalog')).toEqual({ version: V2, arm: 'stable', percent: 1 });
      }),
    );
  });

  it('is one of as many as are to have it, also after more are to have it', () => {
    const steps = fc.uniqueArray(percents, { minLength: 1, maxLength: 5 });
    const count = 2_000;
    fc.assert(
      fc.property(steps, fc.integer(), (unsorted, seed) => {
        const next = evenly(seed);
        const rising = unsorted.sort((a, b) => a - b);
        const visitors = Array.from({ length: count }, () => visitor());
        for (const percent of rising)
          for (const one of visitors) one.pins = assign(share(percent), one, next).pins;
        const drawn = visitors.filter(({ pins }) => pins.get('catalog')?.arm === 'canary').length;
        const expected = (count * (rising.at(-1) ?? 0)) / 100;
        // Six standard deviations at the most that a share has.
        expect(Math.abs(drawn - expected)).toBeLessThan(6 * Math.sqrt(count / 4));
      }),
      { numRuns: 20, endOnFailure: true },
    );
  });

  it('does not join a canary that is held, nor where nobody may join', () => {
    expect(
      assign(running({ kind: 'share', percent: 99 }, { isHeld: true }), visitor(), never).arms.size,
    ).toBe(0);
    expect(assign(share(99), visitor(), null).arms.size).toBe(0);
  });

  it('stays where it is when fewer are to have it', () => {
    const pins: Pins = new Map([['catalog', { version: V1, arm: 'stable', percent: 50 }]]);
    expect(assign(share(20), visitor({ pins }), never).pins).toEqual(pins);
  });
});

describe('an audience', () => {
  it('of the staff is who has joined, for as long as they have', () => {
    const registry = running({ kind: 'internal' });
    const joined = assign(registry, visitor({ isInternal: true }), never);
    expect(armOf(joined)).toBe('canary');
    expect(armOf(assign(registry, visitor({ pins: joined.pins }), never))).toBeUndefined();
  });

  it('of countries is who comes from there; nobody else takes part', () => {
    const registry = running({ kind: 'countries', countries: ['DE', 'FR'], percent: 100 });
    expect(armOf(assign(registry, visitor({ country: () => 'FR' }), () => 0.99))).toBe('canary');
    for (const country of ['US', null]) {
      expect(assign(registry, visitor({ country: () => country }), never).arms.size).toBe(0);
    }
  });

  it('of new visitors is who has never been here, and who has drawn as such', () => {
    const half = running({ kind: 'newVisitors', percent: 50 });
    expect(assign(half, visitor(), never).arms.size).toBe(0);
    const drawn = assign(half, visitor({ isNew: true }), () => 0.7);
    expect(armOf(drawn)).toBe('stable');
    const all = running({ kind: 'newVisitors', percent: 100 });
    expect(armOf(assign(all, visitor({ pins: drawn.pins }), () => 0.99))).toBe('canary');
  });
});
