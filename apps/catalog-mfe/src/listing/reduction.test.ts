import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reductionPercent } from './reduction.ts';

describe('a reduction', () => {
  it.each([
    [8_000, 10_000, 20],
    [9_990, 10_000, null],
    [10_000, 10_000, null],
    [10_000, 9_000, null],
    [10_000, null, null],
    [1, 100_000, 99],
  ])('from %i, before %j, is %j percent', (now, before, percent) => {
    expect(reductionPercent(now, before)).toBe(percent);
  });

  it('never promises more than was taken off', () => {
    const price = fc.integer({ min: 1, max: 1_000_000_000 });
    fc.assert(
      fc.property(price, price, (now, before) => {
        const percent = reductionPercent(now, before) ?? 0;
        expect(percent * before).toBeLessThanOrEqual(Math.max(0, before - now) * 100);
      }),
    );
  });
});
