import { describe, expect, it } from 'vitest';
import { countDays, listDays, periodBefore, periodSchema, readPeriod } from './period.ts';

const now = new Date('2026-03-01T23:59:59Z');

describe('a period', () => {
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
