import { cartSchema } from '@plaza/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCartRecord, anySoundCartRecord } from '../testing/any-cart-record.ts';
import { EMPTY_CART, priceCart } from './price-cart.ts';

const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);

describe('a priced cart', () => {
  it('is empty for a browser that has none', () => {
    expect(priceCart(null)).toEqual(EMPTY_CART);
    expect(cartSchema.parse(EMPTY_CART)).toEqual(EMPTY_CART);
  });

  it('sums up exactly, line by line, whatever it holds', () => {
    fc.assert(
      fc.property(anyCartRecord, (record) => {
        const cart = cartSchema.parse(priceCart(record));
        for (const group of cart.groups) {
          expect(group.itemsMinor).toBe(sum(group.lines.map((line) => line.totalMinor)));
        }
        expect(cart.itemsMinor).toBe(sum(cart.groups.map((group) => group.itemsMinor)));
        expect(cart.shippingMinor).toBe(sum(cart.groups.map((group) => group.shippingMinor)));
        expect(cart.totalMinor).toBe(cart.itemsMinor + cart.shippingMinor);
        expect(Number.isSafeInteger(cart.totalMinor)).toBe(true);
      }),
    );
  });

  it('keeps every line once, in a group of its seller', () => {
    fc.assert(
      fc.property(anyCartRecord, (record) => {
        const cart = priceCart(record);
        const shown = cart.groups.flatMap((group) =>
          group.lines.map((line) => [group.seller.id, line.variantId]),
        );
        expect(shown.sort()).toEqual(record.lines.map((line) => [line.seller.id, line.variantId]).sort());
        expect(new Set(cart.groups.map((group) => group.seller.id)).size).toBe(cart.groups.length);
      }),
    );
  });

  it('uses the prices of today, never those that were seen', () => {
    fc.assert(
      fc.property(anyCartRecord, (record) => {
        const lines = priceCart(record).groups.flatMap((group) => group.lines);
        for (const line of lines) {
          const stored = record.lines.find((one) => one.variantId === line.variantId);
          if (stored?.variant) expect(line.unitPriceMinor).toBe(stored.variant.priceMinor);
        }
      }),
    );
  });

  it('counts nothing for what is not sold any more, not even shipping', () => {
    fc.assert(
      fc.property(anyCartRecord, (record) => {
        const gone = { ...record, lines: record.lines.map((line) => ({ ...line, isPublished: false })) };
        expect(priceCart(gone)).toMatchObject({ totalMinor: 0, hasProblems: record.lines.length > 0 });
      }),
    );
  });

  it('has no problem exactly when every line can be bought as it was seen', () => {
    fc.assert(fc.property(anySoundCartRecord, (record) => !priceCart(record).hasProblems));
    fc.assert(
      fc.property(anySoundCartRecord, (record) => {
        const [first, ...rest] = record.lines;
        const lines = first ? [{ ...first, availableQuantity: first.quantity - 1 }, ...rest] : rest;
        return priceCart({ ...record, lines }).hasProblems;
      }),
    );
  });

  it('has neither shipping nor speeds before the address is known', () => {
    fc.assert(
      fc.property(anyCartRecord, (record) => {
        const cart = priceCart({ ...record, address: null });
        expect(cart.shippingMinor).toBe(0);
        for (const group of cart.groups) {
          expect(group).toMatchObject({ shippingOptions: [], shippingSpeed: null });
        }
      }),
    );
  });
});
