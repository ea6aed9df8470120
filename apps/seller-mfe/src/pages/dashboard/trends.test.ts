import type { SellerSales } from '@plaza/contracts';
import { describe, expect, it } from 'vitest';
import { bestDayOf, fileNameOf, isBeforeKnown, trendOf } from './trends.ts';

const day = (date: string, orders: number, conversion: number | null = null) => ({
  day: date,
  revenueMinor: orders * 100,
  soldMinor: orders * 100,
  orders,
  units: orders,
  views: orders * 10,
  visitors: orders * 5,
  conversion,
});
const sales = (
  days: SellerSales['byDay'],
  before: SellerSales['byDay'],
  dataSince: string | null,
): SellerSales => ({
  currency: 'USD',
  period: { from: days[0]?.day ?? '', to: days.at(-1)?.day ?? '' },
  dataSince,
  totals: day('', 0),
  previous: day('', 0),
  byDay: days,
  previousByDay: before,
  asOf: '2026-03-02T10:00:00Z',
});

const before = [day('2026-02-26', 1), day('2026-02-27', 2)];
const days = [day('2026-03-01', 4, 0.25), day('2026-03-02', 5)];

describe('a measure by day', () => {
  it('is set beside the same place of the period before', () => {
    expect(trendOf(sales(days, before, '2025-01-01'), 'orders')).toEqual([
      { label: 'Mar 1', value: 4, before: 1, partial: false },
      { label: 'Mar 2', value: 5, before: 2, partial: true },
    ]);
  });

  it('is unknown before there was anything, and zero where nothing happened', () => {
    const three = [day('2026-02-25', 3), ...before];
    const young = sales([day('2026-02-28', 0), ...days], three, '2026-02-26');
    expect(trendOf(young, 'orders').map((point) => [point.value, point.before])).toEqual([
      [0, null],
      [4, 1],
      [5, 2],
    ]);
    const younger = sales(days, before, '2026-02-27');
    expect(trendOf(younger, 'orders').map((point) => point.before)).toEqual([null, null]);
    expect(trendOf(sales(days, before, null), 'conversion').map((point) => point.value)).toEqual([
      null,
      null,
    ]);
    expect(trendOf(young, 'conversion').map((point) => point.value)).toEqual([0, 0.25, 0]);
  });

  it('has no end that is open in a period that is over', () => {
    const over = sales(before, before, '2025-01-01');
    expect(trendOf(over, 'orders').map((point) => point.partial)).toEqual([false, false]);
  });
});

describe('the period before', () => {
  it('is compared with only when all of it is known', () => {
    expect(isBeforeKnown(sales(days, before, '2026-02-26'))).toBe(true);
    expect(isBeforeKnown(sales(days, before, '2026-02-27'))).toBe(false);
    expect(isBeforeKnown(sales(days, before, null))).toBe(false);
  });
});

describe('the best day', () => {
  it('is one that is over, and none when nothing happened', () => {
    expect(bestDayOf(trendOf(sales(days, before, '2025-01-01'), 'orders'))).toEqual({
      label: 'Mar 1',
      value: 4,
    });
    const only = sales([day('2026-03-01', 0), day('2026-03-02', 7)], before, '2025-01-01');
    expect(bestDayOf(trendOf(only, 'orders'))).toBeNull();
  });
});

it('a file is named by its days', () => {
  expect(fileNameOf('days', { from: '2026-03-01', to: '2026-03-02' })).toBe('days-2026-03-01-to-2026-03-02');
});
