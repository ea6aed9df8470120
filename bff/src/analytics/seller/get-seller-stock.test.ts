import { MAX_STOCK_ROWS } from '@plaza/contracts';
import { describe, expect, it } from 'vitest';
import { reckonStock } from './get-seller-stock.ts';

const row = (variantId: string, available: number) => ({
  variantId,
  productId: 'p',
  title: 'Cable',
  variantLabel: '',
  available,
});

describe('days of stock left', () => {
  it('are the stock over units a day of 28 days, whole days', () => {
    const { variants } = reckonStock(
      [row('a', 10), row('b', 100), row('c', 1)],
      new Map([
        ['a', 28],
        ['b', 3],
        ['c', 56],
      ]),
    );
    expect(variants.map(({ variantId, daysLeft, state }) => [variantId, daysLeft, state])).toEqual([
      ['c', 0, 'low'],
      ['a', 10, 'low'],
      ['b', 933, 'enough'],
    ]);
  });

  it('are none for what does not sell, which is not the same as being sold out', () => {
    const { variants, counts } = reckonStock([row('a', 0), row('b', 5), row('c', 0)], new Map([['c', 1]]));
    expect(variants.map(({ variantId, daysLeft, state }) => [variantId, daysLeft, state])).toEqual([
      ['c', 0, 'sold_out'],
      ['a', null, 'sold_out'],
      ['b', null, 'not_selling'],
    ]);
    expect(counts).toEqual({ sold_out: 2, low: 0, enough: 0, not_selling: 1 });
  });

  it('begin to be low below two weeks', () => {
    const { variants } = reckonStock(
      [row('a', 13), row('b', 14)],
      new Map([
        ['a', 28],
        ['b', 28],
      ]),
    );
    expect(variants.map(({ state }) => state)).toEqual(['low', 'enough']);
  });

  it('are told of the most urgent when there are many, and counted of all', () => {
    const shelf = Array.from({ length: MAX_STOCK_ROWS + 50 }, (_, index) => row(String(index), index + 1));
    const { variants, counts } = reckonStock(shelf, new Map(shelf.map(({ variantId }) => [variantId, 28])));
    expect(variants).toHaveLength(MAX_STOCK_ROWS);
    expect(variants[0]?.daysLeft).toBe(1);
    expect(counts.low + counts.enough).toBe(MAX_STOCK_ROWS + 50);
  });
});
