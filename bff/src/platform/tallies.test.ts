import fc from 'fast-check';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { createTallies } from './tallies.ts';

const RULE = { name: 'test', windowS: 60 };

describe('a tally without Redis', () => {
  it('counts how often, and of how many, each key by itself', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.integer({ max: 9, min: 0 })), { maxLength: 60 }),
        async (seen) => {
          const tallies = createTallies(null, pino({ level: 'silent' }));
          for (const [key, member] of seen) await tallies.add(RULE, key, String(member));
          for (const wanted of ['a', 'b']) {
            const members = seen.filter(([key]) => key === wanted).map(([, member]) => member);
            const expected = { count: members.length, distinct: new Set(members).size };
            expect(await tallies.read(RULE, wanted)).toEqual(expected);
          }
        },
      ),
    );
  });
});
