import { describe, expect, it } from 'vitest';
import { retryLost } from './retry-lost.ts';

const lost = new Error('network');
const refused = new Error('answered');
const options = (waits: number[]) => ({
  isLost: (error: unknown) => error === lost,
  wait: async (ms: number) => void waits.push(ms),
});

/** A call that fails with each error in turn, then answers. */
function failing(...errors: Error[]) {
  let calls = 0;
  return {
    count: () => calls,
    async call() {
      const error = errors[calls];
      calls += 1;
      if (error) throw error;
      return 'answer';
    },
  };
}

describe('a call without an answer', () => {
  it('is repeated until one comes, waiting longer each time', async () => {
    const waits: number[] = [];
    const { call, count } = failing(lost, lost);
    expect(await retryLost(call, options(waits))).toBe('answer');
    expect(count()).toBe(3);
    expect([...waits].sort((a, b) => a - b)).toEqual(waits);
  });

  it('is given up after two repeats', async () => {
    const { call, count } = failing(lost, lost, lost, lost);
    await expect(retryLost(call, options([]))).rejects.toBe(lost);
    expect(count()).toBe(3);
  });
});

describe('a call that was refused', () => {
  it('is not repeated', async () => {
    const { call, count } = failing(refused);
    await expect(retryLost(call, options([]))).rejects.toBe(refused);
    expect(count()).toBe(1);
  });
});
