import { describe, expect, it } from 'vitest';
import { trendOf } from './days.ts';

const period = { from: '2026-02-27', to: '2026-03-02' };
const days = ['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02'].map((day, index) => ({
  day,
  count: index,
}));

describe('a measure by day', () => {
  it('is unknown before anything was counted, and not over today', () => {
    const points = trendOf({
      days,
      period,
      today: '2026-03-02',
      since: '2026-02-28',
      value: ({ count }) => count,
    });
    expect(points).toEqual([
      { label: 'Feb 27', value: null, before: null, partial: false },
      { label: 'Feb 28', value: 1, before: null, partial: false },
      { label: 'Mar 1', value: 2, before: null, partial: false },
      { label: 'Mar 2', value: 3, before: null, partial: true },
    ]);
  });

  it('stands beside the period before as far as that is known', () => {
    const points = trendOf({
      days,
      period,
      today: '2026-04-01',
      since: '2026-02-25',
      value: ({ count }) => count,
      before: ({ count }) => count * 10,
    });
    expect(points.map((point) => point.before)).toEqual([null, null, 20, 30]);
  });
});
