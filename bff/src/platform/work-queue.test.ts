import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWorkQueue } from './work-queue.ts';

describe('a queue of work', () => {
  it('never does more at once than it may, takes what it can hold, in order, and refuses the rest', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 0, max: 10 }),
        fc.array(fc.boolean(), { maxLength: 30 }),
        async (maxAtOnce, maxWaiting, fails) => {
          const queue = createWorkQueue({ maxAtOnce, maxWaiting });
          const begun: number[] = [];
          let running = 0;
          const runs = fails.map((isFailing, at) =>
            queue.run(async () => {
              begun.push(at);
              running += 1;
              expect(running).toBeLessThanOrEqual(maxAtOnce);
              await Promise.resolve();
              running -= 1;
              if (isFailing) throw new Error('failed');
              return at;
            }),
          );
          const outcomes = await Promise.allSettled(runs);
          const takenCount = Math.min(fails.length, maxAtOnce + maxWaiting);
          expect(begun).toEqual([...begun.keys()]);
          expect(begun).toHaveLength(takenCount);
          outcomes.forEach((outcome, at) => {
            if (at >= takenCount)
              expect(outcome).toEqual({ status: 'fulfilled', value: { ok: false, code: 'busy' } });
            else expect(outcome.status).toBe(fails[at] ? 'rejected' : 'fulfilled');
          });
          expect(await queue.run(async () => 'still open')).toEqual({ ok: true, value: 'still open' });
        },
      ),
    );
  });
});
