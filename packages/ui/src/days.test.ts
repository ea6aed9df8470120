import { describe, expect, it } from 'vitest';
import { formatDay, formatDays } from './days.ts';

describe('a period', () => {
  it('is written with its years', () => {
    expect(formatDays({ from: '2026-02-27', to: '2026-03-02' })).toBe('Feb 27 – Mar 2, 2026');
    expect(formatDays({ from: '2025-12-31', to: '2026-01-01' })).toBe('Dec 31, 2025 – Jan 1, 2026');
  });
  it('of one day is written once', () => {
    expect(formatDays({ from: '2026-02-27', to: '2026-02-27' })).toBe('Feb 27, 2026');
  });
});

describe('a day of a period', () => {
  it('says the year where days come twice', () => {
    expect(formatDay('2026-02-27', { from: '2025-02-28', to: '2026-02-27' })).toBe('Feb 27');
    expect(formatDay('2026-02-27', { from: '2025-02-27', to: '2026-02-27' })).toBe('Feb 27, 2026');
  });
});
