import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitMinor } from './money.ts';

describe('splitMinor', () => {
  const amount = fc.integer({ min: 0, max: 1_000_000_000_000 });
  const weights = fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 1, maxLength: 20 });

  it('hands out exactly the amount, whatever the weights', () => {
    fc.assert(
      fc.property(amount, weights, (amountMinor, shares) => {
        const parts = splitMinor(amountMinor, shares);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amountMinor);
        expect(parts.every((part) => Number.isSafeInteger(part) && part >= 0)).toBe(true);
      }),
    );
  });

  it('is never more than one minor unit away from the exact share', () => {
    fc.assert(
      fc.property(amount, weights, (amountMinor, shares) => {
        const total = shares.reduce((sum, share) => sum + share, 0);
        fc.pre(total > 0);
        splitMinor(amountMinor, shares).forEach((part, index) => {
          const exact = (BigInt(amountMinor) * BigInt(shares[index] ?? 0)) / BigInt(total);
          expect(BigInt(part) - exact === 0n || BigInt(part) - exact === 1n).toBe(true);
        });
      }),
    );
  });

  it('gives nothing to nobody', () => {
    expect(splitMinor(100, [])).toEqual([]);
  });
});
