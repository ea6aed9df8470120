import { newId, type Variant } from '@plaza/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  initialVariant,
  nearestVariant,
  optionChoices,
  stockLevel,
  variantLabel,
  withLiveStock,
} from './variant-choice.ts';

const variant = (optionValues: string[], availableQuantity = 3): Variant => ({
  id: newId(),
  sku: optionValues.join('-'),
  optionValues,
  priceMinor: 1_000,
  compareAtPriceMinor: null,
  availableQuantity,
});

const options = [
  { name: 'Storage', values: ['128', '256', '512'] },
  { name: 'Colour', values: ['Black', 'Sand'] },
];
const black128 = variant(['128', 'Black']);
const sand128 = variant(['128', 'Sand'], 0);
const black256 = variant(['256', 'Black']);
const product = { options, variants: [black128, sand128, black256] };

const products = fc
  .array(fc.tuple(fc.constantFrom('128', '256', '512'), fc.constantFrom('Black', 'Sand')), { minLength: 1 })
  .chain((rows) => {
    const unique = [...new Map(rows.map((row) => [row.join(), row])).values()];
    return fc.record({
      variants: fc.tuple(...unique.map((row) => fc.nat({ max: 2 }).map((stock) => variant([...row], stock)))),
      at: fc.nat({ max: unique.length - 1 }),
    });
  });

describe('the variant that a page opens with', () => {
  it('is the one in the address', () => {
    expect(initialVariant(product.variants, sand128.id)).toBe(sand128);
  });
  it('is the first that can be bought when the address names none or a foreign one', () => {
    expect(initialVariant([sand128, black128], undefined)).toBe(black128);
    expect(initialVariant([sand128, black128], newId())).toBe(black128);
  });
  it('is the first one when everything is sold out', () => {
    expect(initialVariant([sand128], undefined)).toBe(sand128);
  });
});

describe('the choices of an option', () => {
  it('say what is there, what is sold out and what comes with other choices only', () => {
    expect(optionChoices(product, black128, 1).map(({ state }) => state)).toEqual(['available', 'sold_out']);
    expect(optionChoices(product, sand128, 0).map(({ value, state }) => [value, state])).toEqual([
      ['128', 'sold_out'],
      ['256', 'elsewhere'],
    ]);
  });

  it('always lead to a variant that has the value, and the current value leads to the current variant', () => {
    fc.assert(
      fc.property(products, ({ variants, at }) => {
        const current = variants[at];
        if (!current) return;
        options.forEach((_, optionIndex) => {
          for (const choice of optionChoices({ options, variants }, current, optionIndex)) {
            expect(choice.variant.optionValues[optionIndex]).toBe(choice.value);
            if (choice.value === current.optionValues[optionIndex]) expect(choice.variant).toBe(current);
          }
        });
      }),
    );
  });

  it('keep the other choices whenever a variant allows it', () => {
    expect(nearestVariant(product.variants, black128, 0, '256')).toBe(black256);
    expect(nearestVariant(product.variants, black128, 0, '512')).toBeNull();
  });
});

describe('live stock', () => {
  it('changes quantity and price of the variants that it names', () => {
    const update = {
      productId: newId(),
      variants: [{ variantId: black128.id, availableQuantity: 10, priceMinor: 900 }],
    };
    const [first, second] = withLiveStock(product.variants, update);
    expect(first).toMatchObject({ availableQuantity: 10, priceMinor: 900, sku: black128.sku });
    expect(second).toBe(sand128);
    expect(withLiveStock(product.variants, undefined)).toEqual(product.variants);
  });

  it.each([
    [0, 'none'],
    [1, 'few'],
    [5, 'few'],
    [6, 'plenty'],
  ])('counts %i as %s', (quantity, level) => {
    expect(stockLevel(quantity)).toBe(level);
  });
});

describe('the name of a variant', () => {
  it('lists its values', () => {
    expect(variantLabel(black128)).toBe('128 / Black');
    expect(variantLabel(variant([]))).toBe('');
  });
});
