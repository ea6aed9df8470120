import { z } from 'zod';

/** ISO 4217 code. The market opens in one currency; amounts carry it all the same. */
export const currencySchema = z.enum(['USD', 'EUR', 'GBP', 'JPY']);
export type Currency = z.infer<typeof currencySchema>;

export { MARKET_CURRENCY } from './limits.ts';

/** The largest amount that a single price may have: ten million of the main unit. Totals stay exact far below 2^53. */
export const MAX_PRICE_MINOR = 1_000_000_000;

/** An amount in integer minor units (cents). Never a fraction, never negative: a refund says so by its kind. */
export const amountMinorSchema = z.int().min(0);
/** A price that somebody may ask: at least one minor unit. */
export const priceMinorSchema = z
  .int({ error: 'must be a whole number of cents' })
  .min(1, { error: 'must be more than zero' })
  .max(MAX_PRICE_MINOR, { error: 'is higher than a price may be' });

/**
 * Splits an amount over weights so that the parts sum exactly to it (largest remainder; ties go to the earlier part).
 * @param amountMinor whole, not negative
 * @param weights whole, not negative; when all are zero the parts are as equal as possible
 * @returns one part per weight, in the same order
 */
export function splitMinor(amountMinor: number, weights: readonly number[]): number[] {
  if (weights.length === 0) return [];
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  const shares = total === 0n ? weights.map(() => 1n) : weights.map((weight) => BigInt(weight));
  const whole = total === 0n ? BigInt(weights.length) : total;
  const amount = BigInt(amountMinor);
  const parts = shares.map((share, index) => ({
    index,
    floor: (amount * share) / whole,
    remainder: (amount * share) % whole,
  }));
  let left = Number(amount - parts.reduce((sum, part) => sum + part.floor, 0n));
  const result = parts.map((part) => Number(part.floor));
  const byRemainder = [...parts].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const part of byRemainder) {
    if (left === 0) break;
    result[part.index] = (result[part.index] ?? 0) + 1;
    left -= 1;
  }
  return result;
}
