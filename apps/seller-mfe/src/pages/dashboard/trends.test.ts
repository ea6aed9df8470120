import { describe, expect, it } from 'vitest';
import { daysOf, longerPeriod } from './dashboard-days.ts';
import { bestDayOf, trendOf } from './trends.ts';

const day = (date: string, orders: number, conversion: number | null = null) => ({
  day: date,
  revenueMinor: orders * 100,
  orders,
  units: orders,
  views: orders * 10,
  conversion,
});

const days = [
  day('2026-02-26', 1),
  day('2026-02-27', 2),
  day('2026-02-28', 3, 0.25),
  day('2026-03-01', 4),
  day('2026-03-02', 5),
];

describe('a measure by day', () => {
  it('is set beside the same day of the period before', () => {
    expect(trendOf(days.slice(3), days, 'orders')).toEqual([
      { label: 'Mar 1', value: 4, before: 2, partial: false },
      { label: 'Mar 2', value: 5, before: 3, partial: true },
    ]);
  });

  it('has nothing beside it when nobody knows the period before', () => {
    expect(trendOf(days.slice(3), null, 'revenueMinor').map((point) => point.before)).toEqual([null, null]);
    const reachesTooFar = trendOf(days.slice(1), days, 'orders');
    expect(reachesTooFar.map((point) => point.before)).toEqual([null, null, null, 1]);
  });

  it('is zero where there was nothing to measure', () => {
    expect(trendOf(days, null, 'conversion').map((point) => point.value)).toEqual([0, 0, 0.25, 0, 0]);
  });
});

describe('the best day', () => {
  it('is one that is over', () => {
    expect(bestDayOf(trendOf(days, null, 'orders'))).toMatchObject({ label: 'Mar 1', value: 4 });
    expect(bestDayOf(trendOf(days, null, 'conversion'))).toMatchObject({ label: 'Feb 28', value: 0.25 });
  });

  it('is none when nothing happened before today', () => {
    expect(bestDayOf(trendOf([day('2026-02-27', 0), day('2026-02-28', 7)], null, 'orders'))).toBeNull();
  });
});

describe('the period in the address', () => {
  it('is one of three, and 30 days for anything else', () => {
    expect(['7', '30', '90', '31', 'x', ''].map((text) => daysOf({ days: text }))).toEqual([
      7, 30, 90, 30, 30, 30,
    ]);
    expect(daysOf({})).toBe(30);
  });

  it('lies within a longer one, but for the longest', () => {
    expect([7, 30, 90].map((count) => longerPeriod(daysOf({ days: String(count) })))).toEqual([30, 90, null]);
  });
});
