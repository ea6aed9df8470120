import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBatcher } from './batch.ts';

const options = { maxSize: 4, maxWaiting: 1_000, keyOf: (input: number) => String(input) };

describe('a batcher', () => {
  it('answers everyone with their own output, each batch bounded and without twins', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 6 }), { maxLength: 40 }), async (inputs) => {
        const batches: (readonly number[])[] = [];
        const add = createBatcher(async (batch: readonly number[]) => {
          batches.push(batch);
          return batch.map((input) => input * 10);
        }, options);
        const outputs = await Promise.all(inputs.map(add));
        expect(outputs).toEqual(inputs.map((input) => input * 10));
        for (const batch of batches) {
          expect(batch.length).toBeLessThanOrEqual(4);
          expect(new Set(batch).size).toBe(batch.length);
        }
        expect(batches.flat().sort()).toEqual([...inputs].sort());
      }),
    );
  });

  it('does one alone at once, and those that come meanwhile together', async () => {
    const sizes: number[] = [];
    const add = createBatcher(async (batch: readonly number[]) => {
      sizes.push(batch.length);
      return batch;
    }, options);
    await Promise.all([1, 2, 3, 4].map(add));
    expect(sizes).toEqual([1, 3]);
  });

  it('lets each fail alone', async () => {
    const add = createBatcher(async (batch: readonly number[]) => {
      if (batch.includes(2)) throw new Error('two');
      return batch;
    }, options);
    const results = await Promise.allSettled([1, 2, 3, 4].map(add));
    expect(results.map((result) => result.status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
  });

  it('refuses when too many wait', async () => {
    const add = createBatcher(async (batch: readonly number[]) => batch, { ...options, maxWaiting: 2 });
    const results = await Promise.allSettled([1, 2, 3, 4].map(add));
    expect(results.filter((result) => result.status === 'rejected')).toHaveLength(1);
  });
});
