import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryDelayMs } from './socket-link.ts';

describe('reconnecting', () => {
  it('begins at once, then waits longer and longer, and never for ever', () => {
    const slowest = [0, 1, 2, 3, 4, 5, 6, 7, 8, 50].map((attempt) => retryDelayMs(attempt, () => 1));
    expect(slowest).toEqual([0, 250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000]);
  });

  it('spreads browsers over half of the time', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempt, random) => {
          const delay = retryDelayMs(attempt, () => random);
          const most = retryDelayMs(attempt, () => 1);
          expect(delay).toBeGreaterThanOrEqual(Math.floor(most / 2));
          expect(delay).toBeLessThanOrEqual(most);
        },
      ),
    );
  });
});
