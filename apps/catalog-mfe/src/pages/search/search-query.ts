import type { SearchInput, Sort } from '@plaza/contracts';
import { paths, type SearchParams } from '@plaza/navigation';
import { isSlug } from '../../slug.ts';
import { readPrice, writePrice } from './price-text.ts';

// Read by hand: the schemas of the contract would bring their library to every shopper for these seven fields.
export const SORTS = [
  'relevance',
  'best_selling',
  'newest',
  'price_asc',
  'price_desc',
] as const satisfies Sort[];
const MAX_QUERY_LENGTH = 100;
const MAX_BRANDS = 20;
const MAX_BRAND_LENGTH = 80;
const MAX_PAGE = 500;

/** What is listed: everything that matches, one category, or one seller's goods. */
export type Place =
  | { kind: 'everything' }
  | { kind: 'category'; slug: string }
  | { kind: 'store'; slug: string };

/** What a shopper chose, as the address holds it. */
export interface SearchQuery {
  query: string;
  /** Slug of a category within a store; everywhere else the category is the place itself. */
  category: string | null;
  brands: readonly string[];
  minPriceMinor: number | null;
  maxPriceMinor: number | null;
  inStockOnly: boolean;
  sort: Sort;
  page: number;
}

export const EMPTY_QUERY: SearchQuery = {
  query: '',
  category: null,
  brands: [],
  minPriceMinor: null,
  maxPriceMinor: null,
  inStockOnly: false,
  sort: 'relevance',
  page: 1,
};

export function placeOf(params: Readonly<Record<string, string>>): Place {
  if (params.categorySlug) return { kind: 'category', slug: params.categorySlug };
  if (params.sellerSlug) return { kind: 'store', slug: params.sellerSlug };
  return { kind: 'everything' };
}

/** Reads the query string. What is malformed or out of bounds counts as not chosen; never throws. */
export function readSearchQuery(search: SearchParams, place: Place = { kind: 'everything' }): SearchQuery {
  const prices = [readPrice(search.min), readPrice(search.max)] as const;
  const [low, high] = prices;
  const swapped = low !== null && high !== null && low > high;
  return {
    query: (search.q ?? '').replace(/\s+/g, ' ').trim().slice(0, MAX_QUERY_LENGTH).trim(),
    category: place.kind === 'store' && isSlug(search.category ?? '') ? (search.category ?? null) : null,
    brands: readBrands(search.brand),
    minPriceMinor: swapped ? high : low,
    maxPriceMinor: swapped ? low : high,
    inStockOnly: search.stock === '1',
    sort: SORTS.find((sort) => sort === search.sort) ?? 'relevance',
    page: readPage(search.page),
  };
}

function readBrands(text = ''): string[] {
  const names = text.split(',').map((name) => unescapeComma(name).trim());
  const known = new Set(names.filter((name) => name !== '' && name.length <= MAX_BRAND_LENGTH));
  return [...known].sort().slice(0, MAX_BRANDS);
}

function readPage(text = ''): number {
  const page = /^\d{1,3}$/.test(text) ? Number(text) : 1;
  return page >= 1 && page <= MAX_PAGE ? page : 1;
}

/** A brand as a form field or a part of the address holds it: commas part brands from each other. */
export const brandValue = (name: string): string => name.replace(/%/g, '%25').replace(/,/g, '%2C');
const unescapeComma = (text: string) => text.replace(/%(2C|25)/gi, (code) => (code === '%25' ? '%' : ','));

/** The query string's fields; what is not chosen is absent. */
function writeSearchQuery(query: SearchQuery): Record<string, string> {
  const fields: Record<string, string> = {};
  if (query.query !== '') fields.q = query.query;
  if (query.category !== null) fields.category = query.category;
  if (query.brands.length > 0) fields.brand = query.brands.map(brandValue).join(',');
  if (query.minPriceMinor !== null) fields.min = writePrice(query.minPriceMinor);
  if (query.maxPriceMinor !== null) fields.max = writePrice(query.maxPriceMinor);
  if (query.inStockOnly) fields.stock = '1';
  if (query.sort !== 'relevance') fields.sort = query.sort;
  if (query.page > 1) fields.page = String(query.page);
  return fields;
}

/** The address of a list; a changed filter starts at page 1 unless `page` is part of the change. */
export function listHref(place: Place, query: SearchQuery, change: Partial<SearchQuery> = {}): string {
  const fields = writeSearchQuery({ ...query, page: 1, ...change });
  if (place.kind === 'category') return paths.category(place.slug, fields);
  if (place.kind === 'store') return paths.store(place.slug, fields);
  const { q = '', ...rest } = fields;
  return paths.search(q, rest);
}

/** The address of a category: within a store its part of the store, else the category itself. */
export const categoryHref = (place: Place, query: SearchQuery, slug: string): string =>
  place.kind === 'store'
    ? listHref(place, query, { category: slug })
    : listHref({ kind: 'category', slug }, query);

/** The path that a plain form is sent to. */
export const listPath = (place: Place): string => listHref(place, EMPTY_QUERY);

/** What the search is asked. */
export function toSearchInput(place: Place, query: SearchQuery): Partial<SearchInput> {
  return {
    ...(query.query !== '' && { query: query.query }),
    ...(place.kind === 'category' && { categorySlug: place.slug }),
    ...(place.kind === 'store' && { sellerSlug: place.slug }),
    ...(query.category !== null && { categorySlug: query.category }),
    ...(query.brands.length > 0 && { brands: [...query.brands] }),
    ...(query.minPriceMinor !== null && { minPriceMinor: query.minPriceMinor }),
    ...(query.maxPriceMinor !== null && { maxPriceMinor: query.maxPriceMinor }),
    ...(query.inStockOnly && { inStockOnly: true }),
    sort: query.sort,
    page: query.page,
  };
}

/** How many filters narrow the list, the words searched for aside. */
export const countFilters = (query: SearchQuery): number =>
  query.brands.length +
  (query.category === null ? 0 : 1) +
  (query.minPriceMinor === null ? 0 : 1) +
  (query.maxPriceMinor === null ? 0 : 1) +
  (query.inStockOnly ? 1 : 0);

/** The same search with no filter. */
export const withoutFilters = ({ query, sort }: SearchQuery): SearchQuery => ({
  ...EMPTY_QUERY,
  query,
  sort,
});
