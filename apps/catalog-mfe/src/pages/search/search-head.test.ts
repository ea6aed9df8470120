import { newId, type ProductCard, type SearchResult } from '@plaza/contracts';
import { describe, expect, it } from 'vitest';
import { searchHead } from './search-head.ts';

const card: ProductCard = {
  id: newId(),
  slug: 'over-ear-one',
  title: 'Over-ear One',
  brand: 'Arden',
  priceMinor: 12_900,
  compareAtPriceMinor: null,
  priceVaries: false,
  currency: 'USD',
  picture: { url: '/media/one.svg', alt: '', width: 800, height: 800 },
  inStock: true,
  seller: { id: newId(), slug: 'klangwerk', name: 'Klangwerk' },
};
const result = (change: Partial<SearchResult> = {}): SearchResult => ({
  items: [card],
  total: 60,
  page: 1,
  pageSize: 24,
  facets: { categories: [], brands: [], price: null },
  category: {
    slug: 'headphones',
    name: 'Headphones',
    breadcrumbs: [{ slug: 'audio', name: 'Audio' }],
  },
  seller: null,
  ...change,
});
const params = { categorySlug: 'headphones' };

describe('the head of a store', () => {
  const seller = { slug: 'klangwerk', name: 'Klangwerk', description: 'Hand-made.' };
  const data = result({ seller, category: { slug: 'headphones', name: 'Headphones', breadcrumbs: [] } });
  it('names the category that is looked at, and points at the whole store', () => {
    const head = searchHead({
      data,
      params: { sellerSlug: 'klangwerk' },
      search: { category: 'headphones' },
    });
    expect(head).toMatchObject({
      title: 'Headphones from Klangwerk · Plaza',
      canonicalPath: '/store/klangwerk',
      noIndex: true,
    });
  });
});

describe('the head of a category', () => {
  it('names it and its one address', () => {
    const head = searchHead({ data: result(), params, search: {} });
    expect(head).toMatchObject({
      title: 'Headphones · Plaza',
      canonicalPath: '/category/headphones',
      noIndex: false,
      preloadImagePath: '/media/one.svg',
    });
    expect(head.description).toContain('60 products');
  });

  it('has an address for every page', () => {
    const head = searchHead({ data: result({ page: 2 }), params, search: { page: '2' } });
    expect(head.canonicalPath).toBe('/category/headphones?page=2');
    expect(head.title).toBe('Headphones, page 2 · Plaza');
    expect(head.noIndex).toBe(false);
  });

  it.each([{ brand: 'Arden' }, { min: '10' }, { stock: '1' }, { sort: 'newest' }, { q: 'wireless' }])(
    'keeps search engines away from %j',
    (search: Record<string, string>) => {
      expect(searchHead({ data: result(), params, search }).noIndex).toBe(true);
    },
  );

  it('points a filtered list at the whole one', () => {
    const search = { brand: 'Arden', sort: 'newest' };
    expect(searchHead({ data: result(), params, search }).canonicalPath).toBe('/category/headphones');
  });

  it('tells the way and the list as structured data, positions counted through all pages', () => {
    const { jsonLd } = searchHead({ data: result({ page: 2 }), params, search: { page: '2' } });
    expect(jsonLd?.[0]).toMatchObject({
      '@type': 'BreadcrumbList',
      itemListElement: [
        { position: 1, name: 'Home', item: '/' },
        { position: 2, name: 'Audio', item: '/category/audio' },
        { position: 3, name: 'Headphones', item: '/category/headphones' },
      ],
    });
    expect(jsonLd?.[1]).toMatchObject({
      '@type': 'ItemList',
      itemListElement: [{ position: 25, name: 'Over-ear One', url: '/product/over-ear-one' }],
    });
  });
});

describe('the head of a search', () => {
  it('says what was searched and stays out of search engines', () => {
    const data = result({ category: null });
    expect(searchHead({ data, params: {}, search: { q: 'usb c' } })).toMatchObject({
      title: 'Results for “usb c” · Plaza',
      canonicalPath: '/search?q=usb+c',
      noIndex: true,
    });
  });

  it('keeps an empty shelf out of search engines', () => {
    expect(searchHead({ data: result({ items: [], total: 0 }), params, search: {} }).noIndex).toBe(true);
  });
});

describe('the head of a store', () => {
  it('describes the seller in their own words', () => {
    const seller = { slug: 'klangwerk', name: 'Klangwerk', description: 'Headphones from Berlin.' };
    const data = result({ category: null, seller });
    expect(searchHead({ data, params: { sellerSlug: 'klangwerk' }, search: {} })).toMatchObject({
      title: 'Klangwerk · Plaza',
      description: 'Headphones from Berlin.',
      canonicalPath: '/store/klangwerk',
    });
  });
});
