import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  distanceKm,
  findCredentialStuffing,
  findImpossibleTravel,
  findMassRegistration,
  findPasswordSpraying,
  findSuccessAfterFailures,
} from './detection.ts';

const point = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});
const tally = fc
  .tuple(fc.nat(500), fc.nat(500))
  .map(([distinct, more]) => ({ distinct, count: distinct === 0 ? 0 : distinct + more }));
const HALF_ROUND_KM = Math.PI * 6_371;
const NOW = new Date('2026-11-21T12:00:00Z');
const hoursBefore = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);
const BERLIN = { latitude: 52.5, longitude: 13.4, radiusKm: 0 };
const TOKYO = { latitude: 35.7, longitude: 139.7, radiusKm: 0 };

describe('a distance', () => {
  it('is the same there and back, never more than half around, and nothing to where one is', () => {
    fc.assert(
      fc.property(point, point, (one, other) => {
        const km = distanceKm(one, other);
        expect(km).toBeGreaterThanOrEqual(0);
        expect(km).toBeLessThanOrEqual(HALF_ROUND_KM + 0.001);
        expect(distanceKm(other, one)).toBeCloseTo(km, 6);
        expect(distanceKm(one, one)).toBeCloseTo(0, 6);
      }),
    );
  });
  it('is what the atlas says', () => {
    expect(distanceKm(BERLIN, TOKYO)).toBeGreaterThan(8_800);
    expect(distanceKm(BERLIN, TOKYO)).toBeLessThan(9_000);
  });
});

describe('impossible travel', () => {
  it('is Berlin and, two hours later, Tokyo; not half a day later', () => {
    expect(findImpossibleTravel({ ...BERLIN, at: hoursBefore(2) }, { ...TOKYO, at: NOW })).toMatchObject({
      kind: 'impossible_travel',
      evidence: { minutes: 120 },
    });
    expect(findImpossibleTravel({ ...BERLIN, at: hoursBefore(12) }, { ...TOKYO, at: NOW })).toBeNull();
  });

  it('is never within 500 km, never slower than 900 km/h, and never between discs that touch', () => {
    fc.assert(
      fc.property(point, point, fc.nat(3_000), fc.nat(3_000), fc.nat(72), (one, other, r1, r2, hours) => {
        const found = findImpossibleTravel(
          { ...one, radiusKm: r1, at: hoursBefore(hours) },
          { ...other, radiusKm: r2, at: NOW },
        );
        const rimToRim = distanceKm(one, other) - r1 - r2;
        expect(found !== null).toBe(rimToRim > 500 && rimToRim > 900 * hours);
      }),
    );
  });

  it('is not undone by less time, or a longer way', () => {
    fc.assert(
      fc.property(point, fc.nat(24), fc.nat(24), (to, hours, fewer) => {
        const at = (h: number) =>
          findImpossibleTravel({ ...BERLIN, at: hoursBefore(h) }, { ...to, radiusKm: 0, at: NOW });
        if (at(hours)) expect(at(Math.min(hours, fewer))).not.toBeNull();
      }),
    );
  });
});

describe('credential stuffing', () => {
  it('needs ten accounts that fail, and few who get in', () => {
    fc.assert(
      fc.property(tally, tally, (failed, passed) => {
        const found = findCredentialStuffing({ failed, passed });
        const isExpected = failed.distinct >= 10 && failed.count >= 0.8 * (failed.count + passed.count);
        expect(found !== null).toBe(isExpected);
        if (found) expect(found.severity).toBe(passed.distinct > 0 ? 'high' : 'medium');
      }),
    );
  });
  it('is not an office where people mistype', () => {
    const office = { failed: { count: 12, distinct: 12 }, passed: { count: 40, distinct: 30 } };
    expect(findCredentialStuffing(office)).toBeNull();
  });
});

describe('password spraying', () => {
  const NETWORKS = { count: 60, distinct: 20 };
  const NONE = { count: 0, distinct: 0 };
  it('is a guess or two at each of very many accounts, from many networks', () => {
    const failed = { count: 80, distinct: 60 };
    expect(findPasswordSpraying({ failed, passed: NONE, networks: NETWORKS })?.severity).toBe('high');
    expect(findPasswordSpraying({ failed, passed: NONE, networks: { count: 80, distinct: 9 } })).toBeNull();
  });
  it('is not many guesses at few accounts, nor an ordinary day', () => {
    fc.assert(
      fc.property(tally, tally, (failed, passed) => {
        const found = findPasswordSpraying({ failed, passed, networks: NETWORKS });
        if (failed.count > 3 * failed.distinct || failed.distinct < 50) expect(found).toBeNull();
        if (passed.count > failed.count) expect(found).toBeNull();
      }),
    );
  });
});

describe('other rules', () => {
  it('twenty accounts opened from one address', () => {
    expect(findMassRegistration({ count: 30, distinct: 19 })).toBeNull();
    expect(findMassRegistration({ count: 20, distinct: 20 })).toMatchObject({ evidence: { accounts: 20 } });
  });
  it('a success after ten failures; worse in a browser that was never seen', () => {
    expect(findSuccessAfterFailures({ count: 9, distinct: 9 }, false)).toBeNull();
    expect(findSuccessAfterFailures({ count: 10, distinct: 2 }, false)?.severity).toBe('high');
    expect(findSuccessAfterFailures({ count: 10, distinct: 2 }, true)?.severity).toBe('low');
  });
});
