import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrangeVariants, combine, countCombinations } from './variants-matrix.ts';

interface Variant {
  optionValues: readonly string[];
  sku: string;
}

const made = (optionValues: string[], similar: Variant | undefined): Variant => ({
  optionValues,
  sku: similar ? `like ${similar.sku}` : 'new',
});

const sizes = { values: ['S', 'M'] };
const colours = { values: ['Red', 'Blue'] };
const bySize: Variant[] = [
  { optionValues: ['S'], sku: 'small' },
  { optionValues: ['M'], sku: 'medium' },
];
const skus = (variants: Variant[]) => variants.map((variant) => variant.sku);

describe('the variants that options make', () => {
  it('are one without options and all combinations with them', () => {
    expect(combine([])).toEqual([[]]);
    expect(combine([sizes, colours])).toEqual([
      ['S', 'Red'],
      ['S', 'Blue'],
      ['M', 'Red'],
      ['M', 'Blue'],
    ]);
  });

  it('are none while an option has no values', () => {
    expect(combine([sizes, { values: [] }])).toEqual([]);
  });
});

describe('variants that exist', () => {
  it('stay when a value is added, and the new one takes after them', () => {
    expect(skus(arrangeVariants([{ values: ['S', 'M', 'L'] }], bySize, made))).toEqual([
      'small',
      'medium',
      'like small',
    ]);
  });

  it('go with their value only', () => {
    expect(skus(arrangeVariants([{ values: ['M'] }], bySize, made))).toEqual(['medium']);
  });

  it('stay with the first value of an option that is added', () => {
    expect(skus(arrangeVariants([sizes, colours], bySize, made))).toEqual([
      'small',
      'like small',
      'medium',
      'like medium',
    ]);
  });

  it('stay once each when an option is removed', () => {
    const both = arrangeVariants([sizes, colours], bySize, made);
    expect(skus(arrangeVariants([sizes], both, made))).toEqual(['small', 'medium']);
  });

  it('stay when the values only change their order', () => {
    expect(skus(arrangeVariants([{ values: ['M', 'S'] }], bySize, made))).toEqual(['medium', 'small']);
  });
});

const values = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 4 });
const options = fc.array(fc.record({ values }), { maxLength: 3 });

describe('whatever the options were and become', () => {
  it('there is one variant per combination, in order, and none is used twice', () => {
    fc.assert(
      fc.property(options, options, (before, after) => {
        let created = 0;
        const numbered = (optionValues: string[]): Variant => ({ optionValues, sku: `#${created++}` });
        const first = arrangeVariants(before, [], numbered);
        const second = arrangeVariants(after, first, numbered);
        expect(second.map((variant) => variant.optionValues)).toEqual(combine(after));
        expect(second).toHaveLength(countCombinations(after));
        expect(new Set(skus(second)).size).toBe(second.length);
      }),
    );
  });

  it('arranging for the same options again changes nothing', () => {
    fc.assert(
      fc.property(options, (same) => {
        const first = arrangeVariants(same, [], made);
        expect(arrangeVariants(same, first, made)).toEqual(first);
      }),
    );
  });
});
