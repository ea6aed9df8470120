import type { Cart } from '@plaza/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessAdded, guessQuantity, guessShipping } from './cart-guesses.ts';

const line = (variantId: string, quantity: number, unitPriceMinor: number) => ({
  variantId,
  productId: 'product',
  productSlug: 'a-thing',
  title: 'A thing',
  variantLabel: '',
  picture: null,
  quantity,
  unitPriceMinor,
  totalMinor: unitPriceMinor * quantity,
  availableQuantity: 99,
  problem: null,
});

const group = (sellerId: string, lines: ReturnType<typeof line>[]) => ({
  seller: { id: sellerId, slug: sellerId, name: sellerId },
  lines,
  itemsMinor: lines.reduce((total, one) => total + one.totalMinor, 0),
  shippingOptions: [
    { speed: 'standard' as const, priceMinor: 495, minDays: 2, maxDays: 4 },
    { speed: 'express' as const, priceMinor: 1295, minDays: 1, maxDays: 2 },
  ],
  shippingSpeed: 'standard' as const,
  shippingMinor: 495,
});

const cartOf = (groups: ReturnType<typeof group>[]): Cart => {
  const itemsMinor = groups.reduce((total, one) => total + one.itemsMinor, 0);
  const shippingMinor = groups.length * 495;
  return {
    version: 1,
    currency: 'USD',
    itemCount: groups.flatMap((one) => one.lines).reduce((count, one) => count + one.quantity, 0),
    groups,
    email: null,
    address: null,
    itemsMinor,
    shippingMinor,
    totalMinor: itemsMinor + shippingMinor,
    hasProblems: false,
  };
};

const two = cartOf([
  group('north', [line('a', 1, 1000), line('b', 2, 250)]),
  group('south', [line('c', 1, 99)]),
]);

describe('guessing another quantity', () => {
  it('changes the line and every sum above it', () => {
    const cart = guessQuantity(two, 'b', 5);
    expect(cart.groups[0]?.lines[1]).toMatchObject({ quantity: 5, totalMinor: 1250 });
    expect(cart).toMatchObject({ itemCount: 7, itemsMinor: 2349, totalMinor: 2349 + 990 });
  });

  it('removes a line at zero, and a seller that has none left', () => {
    const cart = guessQuantity(two, 'c', 0);
    expect(cart.groups.map((one) => one.seller.id)).toEqual(['north']);
    expect(cart).toMatchObject({ itemsMinor: 1500, shippingMinor: 495 });
  });

  it('leaves the cart as it is for a variant that is not in it', () => {
    expect(guessQuantity(two, 'unknown', 3)).toEqual(two);
  });

  it('keeps the sums equal to their parts whatever is changed', () => {
    const change = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 0, max: 99 }));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
        const cart = changes.reduce((known, [id, quantity]) => guessQuantity(known, id, quantity), two);
        const lines = cart.groups.flatMap((one) => one.lines);
        expect(cart.itemsMinor).toBe(
          lines.reduce((total, one) => total + one.quantity * one.unitPriceMinor, 0),
        );
        expect(cart.totalMinor).toBe(cart.itemsMinor + cart.shippingMinor);
        expect(cart.itemCount).toBe(lines.reduce((count, one) => count + one.quantity, 0));
        expect(cart.groups.every((one) => one.lines.length > 0)).toBe(true);
      }),
    );
  });
});

describe('guessing an addition', () => {
  it('adds to the line that is there', () => {
    expect(guessAdded(two, 'a', 2).groups[0]?.lines[0]?.quantity).toBe(3);
  });

  it('only counts what is new, because its price is not known', () => {
    expect(guessAdded(two, 'new', 2)).toEqual({ ...two, itemCount: two.itemCount + 2 });
  });
});

describe('guessing another speed of delivery', () => {
  it('changes the shipping of that seller only', () => {
    const cart = guessShipping(two, 'south', 'express');
    expect(cart.groups.map((one) => one.shippingMinor)).toEqual([495, 1295]);
    expect(cart.totalMinor).toBe(two.totalMinor + 800);
  });
});
