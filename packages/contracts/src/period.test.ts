import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countDays,
  dayOf,
  lastDays,
  listDays,
  MAX_PERIOD_DAYS,
  periodBefore,
  periodSchema,
  periodSearch,
  readPeriod,
  shiftDay,
} from './period.ts';

const now = new Date('2026-03-01T23:59:59Z');

const someDay = fc.integer({ min: 0, max: 9_000 }).map((days) => shiftDay('2001-06-01', days));
const somePeriod = fc
  .tuple(someDay, fc.integer({ min: 1, max: MAX_PERIOD_DAYS }))
  .map(([from, days]) => ({ from, to: shiftDay(from, days - 1) }));
const written = (values: object): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));

describe('a period', () => {
  it('has each of its days once and in order, and touches the one before without a day in both', () => {
    fc.assert(
      fc.property(somePeriod, (period) => {
        const [days, before] = [listDays(period), periodBefore(period)];
        expect(days).toHaveLength(countDays(period));
        expect([days[0], days.at(-1)]).toEqual([period.from, period.to]);
        expect(days).toEqual([...new Set(days)].sort());
        expect(countDays(before)).toBe(countDays(period));
        expect(shiftDay(before.to, 1)).toBe(period.from);
      }),
    );
  });

  it('has both of its ends', () => {
    expect(listDays({ from: '2026-02-27', to: '2026-03-01' })).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ]);
    expect(countDays({ from: '2026-03-01', to: '2026-03-01' })).toBe(1);
  });

  it('is compared with as many days just before it', () => {
    expect(periodBefore({ from: '2026-03-01', to: '2026-03-03' })).toEqual({
      from: '2026-02-26',
      to: '2026-02-28',
    });
  });

  it.each([
    ['2026-03-02', '2026-03-01'],
    ['2026-02-30', '2026-03-01'],
    ['1999-12-31', '2000-01-01'],
    ['2025-01-01', '2026-02-05'],
    ['yesterday', 'today'],
  ])('is not %s to %s', (from, to) => {
    expect(periodSchema.safeParse({ from, to }).success).toBe(false);
  });
});

describe('the period of an address', () => {
  it('is read back as it was written', () => {
    const past = somePeriod.filter(({ to }) => to <= dayOf(now));
    const last = fc.integer({ min: 1, max: MAX_PERIOD_DAYS }).map((days) => lastDays(days, now));
    fc.assert(
      fc.property(fc.oneof(past, last), (period) => {
        expect(readPeriod(written(periodSearch(period, now)), now)).toEqual(period);
      }),
    );
  });

  it('has a short name when it is one of the usual ones', () => {
    expect(periodSearch({ from: '2026-02-23', to: '2026-03-01' }, now)).toEqual({ days: 7 });
    const earlier = { from: '2026-02-22', to: '2026-02-28' };
    expect(periodSearch(earlier, now)).toEqual(earlier);
  });

  it('has no days to come, and is a period whatever is asked for', () => {
    expect(readPeriod({ from: '2026-02-20', to: '2027-01-01' }, now)).toEqual({
      from: '2026-02-20',
      to: '2026-03-01',
    });
    const text = fc.oneof(fc.string(), someDay, fc.integer().map(String));
    fc.assert(
      fc.property(fc.record({ from: text, to: text, days: text }, { requiredKeys: [] }), (search) => {
        const period = readPeriod(search, now);
        expect(periodSchema.safeParse(period).success).toBe(true);
        expect(period.to <= dayOf(now)).toBe(true);
      }),
    );
  });

  it('is what it states', () => {
    expect(readPeriod({ from: '2026-01-05', to: '2026-01-07', days: '7' }, now)).toEqual({
      from: '2026-01-05',
      to: '2026-01-07',
    });
    expect(readPeriod({ days: '7' }, now)).toEqual({ from: '2026-02-23', to: '2026-03-01' });
  });

  it.each([{}, { days: '0' }, { days: '401' }, { days: 'x' }, { from: '2026-03-02', to: '2026-03-01' }])(
    'is the last thirty days for %o',
    (search) => {
      expect(readPeriod(search, now)).toEqual({ from: '2026-01-31', to: '2026-03-01' });
    },
  );
});
