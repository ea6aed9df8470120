import { describe, expect, it } from 'vitest';
import { runLoad, summarise } from './load.ts';

describe('runLoad', () => {
  it('makes exactly as many calls as allowed and counts what failed', async () => {
    const seen: number[] = [];
    const result = await runLoad({ connections: 4, limit: 40 }, async (index) => {
      seen.push(index);
      if (index === 7) throw new Error('lost');
      return index % 10 !== 0;
    });
    expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index));
    expect(result.calls).toBe(40);
    expect(result.failures).toBe(5);
  });

  it('reads percentiles off the sorted durations', () => {
    const result = summarise(
      Array.from({ length: 100 }, (_, index) => 100 - index),
      0,
      2,
    );
    expect(result).toMatchObject({ p50Ms: 51, p95Ms: 96, p99Ms: 100, perSecond: 50 });
  });
});
