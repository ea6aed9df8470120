import { describe, expect, it } from 'vitest';
import {
  axisTicks,
  highestOf,
  legibleMarkers,
  lowestOf,
  moneyFormat,
  pointRows,
  shareFormat,
  trendRows,
  unknownStretch,
} from './chart-series.ts';

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

describe('a line that begins before anything is known', () => {
  const points = [
    { label: 'Mon', value: null },
    { label: 'Tue', value: null },
    { label: 'Wed', value: 0, before: null },
    { label: 'Thu', value: 2, before: 1, partial: true },
  ];
  it('has a gap there, which is not zero', () => {
    expect(unknownStretch(points)).toEqual({ from: 'Mon', to: 'Tue' });
    expect(unknownStretch(points.slice(2))).toBeNull();
    expect(trendRows(points).map((row) => row.settled)).toEqual([null, null, 0, null]);
  });
  it('says so in its table and its file', () => {
    const rows = pointRows(points, { write: String, soFarLabel: 'so far', gap: '–' });
    expect(rows).toEqual([
      ['Mon', '–', '–'],
      ['Tue', '–', '–'],
      ['Wed', '0', '–'],
      ['Thu (so far)', '2', '1'],
    ]);
  });
});

describe('the scale of a line', () => {
  const points = [
    { label: 'Mon', value: 0.02, before: 0.03 },
    { label: 'Tue', value: 0.04 },
    { label: 'Wed', value: 1, partial: true },
  ];
  it('does not follow a share of a period that is not over', () => {
    expect(highestOf(points, { whole: false })).toBe(0.04);
    expect(trendRows(points, 0.05).at(-1)).toMatchObject({ open: 0.05, value: 1 });
  });
  it('follows a count, which can only grow', () => {
    expect(highestOf(points, { whole: true })).toBe(1);
  });
  it('follows what there is when nothing is over', () => {
    expect(highestOf([{ label: 'Wed', value: 0.5, partial: true }], { whole: false })).toBe(0.5);
    expect(highestOf([], { whole: false })).toBe(0);
  });
});

describe('values on a chart', () => {
  it('are written in full and short', () => {
    expect(moneyFormat('USD').full(1_234_567)).toBe('$12,345.67');
    expect(moneyFormat('USD').short(1_234_567)).toBe('$12.3K');
    expect(shareFormat().short(0.031)).toBe('3.1%');
    expect([moneyFormat('USD').plain(123_450), moneyFormat('JPY').plain(500)]).toEqual(['1234.50', '500']);
  });
});

describe('an axis', () => {
  it('counts in round steps up to the highest value', () => {
    expect(axisTicks(287_000, true)).toEqual([0, 100_000, 200_000, 300_000]);
    expect(axisTicks(12_400, true)).toEqual([0, 2_500, 5_000, 7_500, 10_000, 12_500]);
    expect(axisTicks(0.031, false)).toEqual([0, 0.01, 0.02, 0.03, 0.04]);
  });
  it('has no half steps of things that are whole', () => {
    expect(axisTicks(3, true)).toEqual([0, 1, 2, 3]);
    expect(axisTicks(0, true)).toEqual([0, 1]);
    expect(axisTicks(12, true)).toEqual([0, 5, 10, 15]);
  });
  it('goes below zero for what can', () => {
    expect(axisTicks(287_000, true, -30_000)).toEqual([-100_000, 0, 100_000, 200_000, 300_000]);
    expect(axisTicks(0, true, -3)).toEqual([-3, -2, -1, 0, 1]);
    expect(lowestOf([{ label: 'Mon', value: 4, before: -2 }])).toBe(-2);
    expect(lowestOf([{ label: 'Mon', value: 4 }])).toBe(0);
  });
  it('has fewer steps where there is less room', () => {
    expect(axisTicks(250, true, 0, 260)).toEqual([0, 50, 100, 150, 200, 250]);
    expect(axisTicks(250, true, 0, 160)).toEqual([0, 100, 200, 300]);
  });
  it('never has more than six lines', () => {
    for (let highest = 0; highest < 5_000; highest += 7) {
      const ticks = axisTicks(highest, true);
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(highest);
    }
  });
});

describe('markers of a line', () => {
  const points = Array.from({ length: 30 }, (_, index) => ({ label: `May ${index + 1}`, value: 1 }));
  const namesOf = (...markers: [label: string, name: string][]) =>
    legibleMarkers(
      markers.map(([label, name]) => ({ label, name })),
      points,
    ).map(({ name }) => name);
  it('have their names where there is room between them', () => {
    expect(namesOf(['May 20', 'c'], ['May 3', 'a'], ['May 7', 'b'])).toEqual(['c', 'b', 'a']);
  });
  it('name the latest of those that are too near to each other', () => {
    expect(namesOf(['May 6', 'c'], ['May 5', 'b'], ['May 5', 'a'], ['May 1', '0'])).toEqual([
      'c',
      null,
      null,
      '0',
    ]);
  });
});
