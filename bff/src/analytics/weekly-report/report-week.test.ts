import { describe, expect, it } from 'vitest';
import { weekToReport } from './report-week.ts';

describe('the week that is reported', () => {
  const week = { from: '2026-11-09', to: '2026-11-15' };
  it.each([
    ['2026-11-16T06:00:00Z', week],
    ['2026-11-16T23:59:59Z', week],
    ['2026-11-18T05:59:59Z', week],
    ['2026-11-16T05:59:59Z', null],
    ['2026-11-18T06:00:00Z', null],
    ['2026-11-15T12:00:00Z', null],
    ['2027-01-04T08:00:00Z', { from: '2026-12-28', to: '2027-01-03' }],
  ])('on %s is %o', (now, expected) => {
    expect(weekToReport(new Date(now))).toEqual(expected);
  });
});
