import { describe, expect, it } from 'vitest';
import { moneyFormat, shareFormat, trendRows } from './chart-series.ts';

describe('a line whose last period is not over', () => {
  it('is certain up to the one before and open from there', () => {
    const rows = trendRows([
      { label: 'Mon', value: 1, before: 4 },
      { label: 'Tue', value: 2 },
      { label: 'Wed', value: 3, partial: true },
    ]);
    expect(rows.map((row) => row.settled)).toEqual([1, 2, null]);
    expect(rows.map((row) => row.open)).toEqual([null, 2, 3]);
    expect(rows.map((row) => row.before)).toEqual([4, null, null]);
  });
  it('has no open end otherwise', () => {
    expect(trendRows([{ label: 'Mon', value: 1 }]).map((row) => row.open)).toEqual([null]);
    expect(trendRows([])).toEqual([]);
  });
});

describe('values on a chart', () => {
  it('are written in full and short', () => {
    expect(moneyFormat('USD').full(1_234_567)).toBe('$12,345.67');
    expect(moneyFormat('USD').short(1_234_567)).toBe('$12.3K');
    expect(shareFormat().short(0.031)).toBe('3.1%');
  });
});
