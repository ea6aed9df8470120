import { describe, expect, it } from 'vitest';
import { paceLoad, runLoad, summarise } from './load.ts';

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

describe('paceLoad', () => {
  it('starts calls on time although earlier ones have not ended, and waits for all', async () => {
    let open = 0;
    let mostOpen = 0;
    let release = () => {};
    const last = new Promise<void>((resolve) => {
      release = resolve;
    });
    const result = await paceLoad({ perSecond: 1_000, seconds: 0.02 }, async (index) => {
      open += 1;
      mostOpen = Math.max(mostOpen, open);
      if (index === 19) release();
      await last;
      return index !== 3;
    });
    expect(mostOpen).toBe(20);
    expect([result.calls, result.failures]).toEqual([20, 1]);
  });
});
