import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvRecord, parsePrice, parseRow } from './shopify-row.ts';

const record = (change: CsvRecord = {}): CsvRecord => ({
  Handle: 'hub',
  Title: 'Seven Port Hub',
  'Variant Price': '39.90',
  ...change,
});
const errorsOf = (change: CsvRecord) => {
  const result = parseRow(7, record(change));
  return 'errors' in result ? result.errors : [];
};
const rowOf = (change: CsvRecord = {}) => {
  const result = parseRow(7, record(change));
  if ('errors' in result) throw new Error(JSON.stringify(result.errors));
  return result.row;
};

describe('a price', () => {
  it('is read to the cent, however it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), (priceMinor) => {
        const cents = String(priceMinor % 100).padStart(2, '0');
        const text = `${Math.floor(priceMinor / 100)}.${cents}`;
        expect(parsePrice(text)).toEqual({ value: priceMinor });
        expect(parsePrice(text.replace(/0$/, ''))).toEqual({ value: priceMinor });
      }),
    );
  });

  it.each(['', 'abc', '0', '0.00', '-5', '1,299.00', '12.345', '1e3', '99999999999', '١٢'])(
    'is not %j',
    (text) => {
      expect(parsePrice(text)).toHaveProperty('problem');
    },
  );
});

describe('a line', () => {
  it('is a variant, a picture or both', () => {
    expect(rowOf()).toMatchObject({ variant: { priceMinor: 3_990 }, picture: null });
    const picture = { 'Image Src': 'https://a.test/1.png', 'Image Position': '2' };
    expect(rowOf({ 'Variant Price': '', ...picture })).toMatchObject({
      variant: null,
      picture: { url: 'https://a.test/1.png', position: 2 },
    });
  });

  it.each<[CsvRecord, string]>([
    [{ Handle: ' ' }, 'Handle'],
    [{ 'Variant Price': '', 'Variant SKU': 'X' }, 'Variant Price'],
    [{ 'Variant Compare At Price': 'free' }, 'Variant Compare At Price'],
    [{ 'Variant Inventory Qty': '1.5' }, 'Variant Inventory Qty'],
    [{ 'Variant Inventory Qty': '99999999' }, 'Variant Inventory Qty'],
    [{ 'Variant Grams': 'heavy' }, 'Variant Grams'],
    [{ 'Image Src': 'javascript:alert(1)' }, 'Image Src'],
    [{ 'Image Src': 'https://a.test/1.png', 'Image Position': 'first' }, 'Image Position'],
    [{ Status: 'gone' }, 'Status'],
    [{ Title: 'x'.repeat(151) }, 'Title'],
    [{ Vendor: 'Caf\ufffd' }, 'Vendor'],
  ])('%j is blamed on its column', (change, column) => {
    expect(errorsOf(change)).toMatchObject([{ line: 7, column, message: expect.stringMatching(/.{5}/) }]);
  });

  it.each<[CsvRecord, object]>([
    [{ Status: 'active', Published: 'false' }, { status: 'draft' }],
    [{ Status: 'Archived' }, { status: 'archived' }],
    [{ 'Variant Inventory Qty': '-4' }, { variant: { onHand: 0 } }],
    [{ 'Variant Barcode': "'00123" }, { variant: { barcode: '00123' } }],
    [{ 'Variant Compare At Price': '0.00' }, { variant: { compareAtPriceMinor: null } }],
    [{ 'Product Category': 'A > B > C', Type: 'T' }, { kinds: ['T', 'C', 'B', 'A'] }],
  ])('%j is what shops mean by it', (change, expected) => {
    expect(rowOf(change)).toMatchObject(expected);
  });

  it('of any content is read or blamed, never a surprise', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('', '1', '-1', '9.99', 'TRUE', 'https://a.test'),
    );
    const columns = [
      'Title',
      'Variant Price',
      'Variant Inventory Qty',
      'Variant Grams',
      'Image Src',
      'Status',
      'Option1 Value',
    ] as const;
    fc.assert(
      fc.property(fc.tuple(...columns.map(() => cell)), (cells) => {
        const change: CsvRecord = {};
        for (const [index, column] of columns.entries()) change[column] = cells[index] ?? '';
        const result = parseRow(3, record(change));
        if ('errors' in result) expect(result.errors.every(({ line }) => line === 3)).toBe(true);
        else if (result.row.variant) expect(result.row.variant.priceMinor).toBeGreaterThan(0);
      }),
    );
  });
});
