import { describe, expect, it } from 'vitest';
import { findLineProblem } from './cart-problems.ts';

const sound = {
  quantity: 2,
  seenPriceMinor: 500,
  isPublished: true,
  variant: { optionValues: [], priceMinor: 500 },
  availableQuantity: 2,
};

describe('a problem of a line', () => {
  it('is none when it can be bought as it was seen', () => {
    expect(findLineProblem(sound)).toBeNull();
  });
  it('is its price, up as well as down', () => {
    for (const priceMinor of [499, 501]) {
      expect(findLineProblem({ ...sound, variant: { optionValues: [], priceMinor } })).toEqual({
        code: 'price_changed',
        previousPriceMinor: 500,
      });
    }
  });
  it('is the stock, before its price', () => {
    const line = { ...sound, availableQuantity: 1, seenPriceMinor: 1 };
    expect(findLineProblem(line)).toEqual({ code: 'not_enough_stock', availableQuantity: 1 });
    expect(findLineProblem({ ...line, availableQuantity: -3 })).toMatchObject({ availableQuantity: 0 });
  });
  it('is first of all that it is not sold any more', () => {
    const line = { ...sound, availableQuantity: 0, seenPriceMinor: 1 };
    expect(findLineProblem({ ...line, isPublished: false })).toEqual({ code: 'unavailable' });
    expect(findLineProblem({ ...line, variant: null })).toEqual({ code: 'unavailable' });
  });
});
