import { type Listing, saveListingInput } from '@plaza/contracts';
import { describe, expect, it } from 'vitest';
import { listingFormSchema, makeSku, newVariant, toForm, toFormField, toSaveInput } from './listing-form.ts';

const id = '01980000-0000-7000-8000-000000000001';
const listing: Listing = {
  id,
  slug: 'braided-cable',
  version: 4,
  status: 'published',
  title: 'Braided cable',
  brand: 'Northwind',
  categoryId: '01980000-0000-7000-8000-000000000002',
  descriptionHtml: '<p>Strong.</p>',
  specs: [{ name: 'Length', value: '2 m' }],
  currency: 'USD',
  options: [{ name: 'Colour', values: ['Black', 'Sand'] }],
  variants: ['Black', 'Sand'].map((colour, index) => ({
    id: `01980000-0000-7000-8000-00000000001${index}`,
    sku: `CABLE-${colour.toUpperCase()}`,
    optionValues: [colour],
    priceMinor: 1999 + index,
    compareAtPriceMinor: index === 0 ? 2999 : null,
    weightGrams: 120,
    barcode: '',
    onHandQuantity: 7,
    reservedQuantity: 1,
  })),
  pictures: [{ url: '/media/a.png', alt: 'A cable', width: 800, height: 800 }],
};
const schema = listingFormSchema('USD');
const messagesOf = (form: unknown) =>
  Object.fromEntries((schema.safeParse(form).error?.issues ?? []).map((i) => [i.path.join('.'), i.message]));

describe('a listing in the form', () => {
  it('saves as it was when nothing is changed', () => {
    const input = toSaveInput(schema.parse(toForm(listing)), listing, 'published');
    expect(saveListingInput.parse(input)).toMatchObject({
      productId: id,
      version: 4,
      title: 'Braided cable',
      variants: [
        { priceMinor: 1999, compareAtPriceMinor: 2999, onHandQuantity: 7 },
        { priceMinor: 2000, compareAtPriceMinor: null, onHandQuantity: 7 },
      ],
    });
  });

  it('reads prices and stock as people type them', () => {
    const form = toForm(listing);
    const [first, second] = form.variants;
    if (!first || !second) throw new Error('the listing has two variants');
    const typed = { ...form, variants: [{ ...first, priceMinor: '1,299', onHandQuantity: '1,000' }, second] };
    expect(schema.parse(typed).variants[0]).toMatchObject({ priceMinor: 129_900, onHandQuantity: 1000 });
  });

  it('says at each field what is wrong', () => {
    const variant = { ...newVariant([], undefined), priceMinor: 'cheap', onHandQuantity: '-1' };
    const form = {
      ...toForm(null),
      title: 'A',
      options: [{ name: 'Size', values: [] }],
      variants: [variant],
    };
    expect(messagesOf(form)).toEqual({
      title: 'Give the product a title of at least 3 characters.',
      categoryId: 'Choose a category',
      'options.0.values': 'Add at least one value.',
      'variants.0.sku': 'Enter a SKU.',
      'variants.0.priceMinor': 'Enter an amount such as 1,299.00.',
      'variants.0.onHandQuantity': 'Enter a whole number, 0 or more.',
    });
  });

  it('refuses a price of nothing', () => {
    const form = {
      ...toForm(listing),
      variants: [{ ...newVariant([], undefined), sku: 'A', priceMinor: '0' }],
    };
    expect(messagesOf(form)).toEqual({ 'variants.0.priceMinor': 'Enter an amount such as 1,299.00.' });
  });
});

describe('a field that the server names', () => {
  it('is found in the form', () => {
    expect(toFormField('variants.12.sku')).toBe('variants.12.sku');
    expect(toFormField('categoryId')).toBe('categoryId');
  });

  it('is none when the form has no such field', () => {
    for (const field of [null, '', 'variants', 'variants.x.sku', 'variants.1.__proto__', 'status']) {
      expect(toFormField(field)).toBeNull();
    }
  });
});

describe('a SKU made from values', () => {
  it('is short, upper case and without spaces', () => {
    expect(makeSku('cable', ['2 m', 'Jet Black'])).toBe('CABLE-2M-JETBLACK');
    expect(makeSku('', ['Café'])).toBe('CAFE');
    expect(makeSku('x'.repeat(100), [])).toHaveLength(64);
  });
});
