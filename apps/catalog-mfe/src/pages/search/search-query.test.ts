import { searchInput } from '@plaza/contracts';
import { parseSearchParams } from '@plaza/navigation/search-params';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPrice, writePrice } from './price-text.ts';
import {
  brandValue,
  categoryHref,
  countFilters,
  EMPTY_QUERY,
  listHref,
  type Place,
  placeOf,
  readSearchQuery,
  type SearchQuery,
  SORTS,
  toSearchInput,
  withoutFilters,
} from './search-query.ts';

const words = fc
  .string({ unit: 'grapheme', maxLength: 40 })
  .map((text) => text.replace(/\s+/g, ' ').trim())
  .filter((text) => text.length <= 80);
const price = fc.option(fc.integer({ min: 0, max: 900_000_000 }));
const queries: fc.Arbitrary<SearchQuery> = fc
  .record({
    query: words,
    category: fc.option(fc.constantFrom('headphones', 'usb-c-cables')),
    brands: fc.uniqueArray(
      words.filter((name) => name !== ''),
      { maxLength: 20 },
    ),
    low: price,
    high: price,
    inStockOnly: fc.boolean(),
    sort: fc.constantFrom(...SORTS),
    page: fc.integer({ min: 1, max: 500 }),
  })
  .map(({ low, high, brands, ...rest }) => {
    const swapped = low !== null && high !== null && low > high;
    return {
      ...rest,
      brands: [...brands].sort(),
      minPriceMinor: swapped ? high : low,
      maxPriceMinor: swapped ? low : high,
    };
  });
const places: fc.Arbitrary<Place> = fc.constantFrom<Place>(
  { kind: 'everything' },
  { kind: 'category', slug: 'usb-c-cables' },
  { kind: 'store', slug: 'klangwerk' },
);
const read = (href: string, place: Place = { kind: 'everything' }) =>
  readSearchQuery(parseSearchParams(new URL(href, 'http://shop.test').search), place);

describe('the address of a list', () => {
  it('holds every choice: reading what was written gives the same', () => {
    fc.assert(
      fc.property(places, queries, (place, query) => {
        const category = place.kind === 'store' ? query.category : null;
        const chosen = { ...query, category };
        expect(read(listHref(place, chosen, { page: query.page }), place)).toEqual(chosen);
      }),
    );
  });

  it('always asks the search for something that it accepts, whatever the address says', () => {
    const keys = fc.constantFrom('q', 'category', 'brand', 'min', 'max', 'stock', 'sort', 'page');
    fc.assert(
      fc.property(places, fc.dictionary(keys, fc.string({ unit: 'binary' })), (place, search) => {
        expect(searchInput.safeParse(toSearchInput(place, readSearchQuery(search, place))).success).toBe(
          true,
        );
      }),
    );
  });

  it('is bare when nothing is chosen', () => {
    expect(listHref({ kind: 'category', slug: 'audio' }, EMPTY_QUERY)).toBe('/category/audio');
    expect(listHref({ kind: 'everything' }, EMPTY_QUERY)).toBe('/search');
    expect(listHref({ kind: 'store', slug: 'klangwerk' }, EMPTY_QUERY)).toBe('/store/klangwerk');
  });

  it('starts at the first page again when a filter changes', () => {
    const query = { ...EMPTY_QUERY, page: 7 };
    expect(read(listHref({ kind: 'everything' }, query, { inStockOnly: true })).page).toBe(1);
    expect(read(listHref({ kind: 'everything' }, query, { page: 8 })).page).toBe(8);
  });

  it('understands the repeated fields that a plain form sends', () => {
    const form = new URLSearchParams([
      ['brand', brandValue('Voss, Inc.')],
      ['brand', brandValue('Arden')],
      ['min', ''],
    ]);
    expect(readSearchQuery(parseSearchParams(form.toString())).brands).toEqual(['Arden', 'Voss, Inc.']);
  });

  it('puts prices that were given the wrong way round into order', () => {
    const { minPriceMinor, maxPriceMinor } = readSearchQuery({ min: '90', max: '10' });
    expect([minPriceMinor, maxPriceMinor]).toEqual([1_000, 9_000]);
  });
});

describe('a price in an address', () => {
  it('survives being written and read', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), (priceMinor) => {
        expect(readPrice(writePrice(priceMinor))).toBe(priceMinor);
      }),
    );
  });

  it.each([
    ['1,200.50', 120_050],
    ['$12', 1_200],
    ['.5', 50],
    ['12.', 1_200],
    ['12.349', 1_234],
    ['', null],
    ['.', null],
    ['-5', null],
    ['1e9', null],
    ['123456789', null],
  ])('reads %j as %j', (text, priceMinor) => {
    expect(readPrice(text)).toBe(priceMinor);
  });
});

describe('the place of a list', () => {
  it('follows from the path', () => {
    expect(placeOf({ categorySlug: 'audio' })).toEqual({ kind: 'category', slug: 'audio' });
    expect(placeOf({ sellerSlug: 'klangwerk' })).toEqual({ kind: 'store', slug: 'klangwerk' });
    expect(placeOf({})).toEqual({ kind: 'everything' });
  });
});

describe('a category', () => {
  const store: Place = { kind: 'store', slug: 'klangwerk' };
  it('is a part of a store, and a place of its own everywhere else', () => {
    const query = { ...EMPTY_QUERY, inStockOnly: true };
    expect(categoryHref(store, query, 'audio')).toBe('/store/klangwerk?category=audio&stock=1');
    expect(categoryHref({ kind: 'everything' }, query, 'audio')).toBe('/category/audio?stock=1');
  });
  it('narrows a store, and is no filter of other lists', () => {
    const search = { category: 'audio' };
    const chosen = readSearchQuery(search, store);
    expect(toSearchInput(store, chosen)).toMatchObject({ sellerSlug: 'klangwerk', categorySlug: 'audio' });
    expect(countFilters(chosen)).toBe(1);
    expect(readSearchQuery(search, { kind: 'everything' }).category).toBeNull();
    expect(readSearchQuery({ category: 'No slug!' }, store).category).toBeNull();
  });
});

describe('removing all filters', () => {
  it('keeps the words and the order', () => {
    fc.assert(
      fc.property(queries, (query) => {
        const bare = withoutFilters(query);
        expect(countFilters(bare)).toBe(0);
        expect([bare.query, bare.sort]).toEqual([query.query, query.sort]);
      }),
    );
  });
});
