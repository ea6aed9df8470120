import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Quota, secondsToNextMinute } from './quota.ts';

const MINUTE_MS = 60_000;

describe('a quota', () => {
  it('never lets more through in a minute than it says, save a first request that is larger by itself', () => {
    const requests = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 50 });
    fc.assert(
      fc.property(requests, (counts) => {
        const quota = new Quota(100);
        const taken = counts.filter((count) => quota.take('a', count, 5 * MINUTE_MS));
        expect(taken.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(100);
      }),
    );
    expect(new Quota(100).take('a', 500, 0)).toBe(true);
  });

  it('begins anew with each minute, and for each sender', () => {
    const quota = new Quota(10);
    expect(quota.take('a', 10, 0)).toBe(true);
    expect(quota.take('a', 1, MINUTE_MS - 1)).toBe(false);
    expect(quota.take('b', 1, MINUTE_MS - 1)).toBe(true);
    expect(quota.take('a', 1, MINUTE_MS)).toBe(true);
  });

  it('says when it begins anew', () => {
    expect(secondsToNextMinute(MINUTE_MS)).toBe(60);
    expect(secondsToNextMinute(2 * MINUTE_MS - 1)).toBe(1);
  });
});
