import { newId, type ProductDetail } from '@plaza/contracts';
import { describe, expect, it } from 'vitest';
import { productHead } from './product-head.ts';

const variant = (value: string, priceMinor: number, availableQuantity: number) => ({
  id: newId(),
  sku: `ONE-${value}`,
  optionValues: [value],
  priceMinor,
  compareAtPriceMinor: null,
  availableQuantity,
});
const product: ProductDetail = {
  id: newId(),
  slug: 'over-ear-one',
  title: 'Over-ear One',
  brand: 'Arden',
  descriptionHtml: '<p>Quiet.</p>',
  summary: 'Headphones that keep quiet.',
  currency: 'USD',
  options: [{ name: 'Colour', values: ['Black', 'Sand'] }],
  variants: [variant('Black', 12_900, 4), variant('Sand', 13_950, 0)],
  specs: [],
  pictures: [{ url: '/media/one.svg', alt: 'Over-ear One', width: 800, height: 800 }],
  breadcrumbs: [{ slug: 'audio', name: 'Audio' }],
  seller: { id: newId(), slug: 'klangwerk', name: 'Klangwerk', description: '' },
  related: [],
};
const head = (change: Partial<ProductDetail> = {}) =>
  productHead({ data: { ...product, ...change }, params: {}, search: { variant: newId() } });

describe('the head of a product', () => {
  it('has one address for all variants, a description and a picture that is fetched early', () => {
    expect(head()).toMatchObject({
      title: 'Over-ear One · Plaza',
      description: 'Headphones that keep quiet.',
      canonicalPath: '/product/over-ear-one',
      openGraphType: 'product',
      imagePath: '/media/one.svg',
      preloadImagePath: '/media/one.svg',
    });
  });

  it('offers every variant with price, stock and seller to search engines', () => {
    expect(head().jsonLd?.[0]).toMatchObject({
      '@type': 'Product',
      brand: { name: 'Arden' },
      offers: [
        {
          price: '129.00',
          priceCurrency: 'USD',
          availability: 'https://schema.org/InStock',
          seller: { name: 'Klangwerk' },
        },
        { price: '139.50', availability: 'https://schema.org/OutOfStock', sku: 'ONE-Sand' },
      ],
    });
  });

  it('writes prices of currencies without cents without a point', () => {
    expect(head({ currency: 'JPY' }).jsonLd?.[0]).toMatchObject({ offers: [{ price: '12900' }, {}] });
  });

  it('shows the way', () => {
    expect(head().jsonLd?.[1]).toMatchObject({
      itemListElement: [{ name: 'Home' }, { name: 'Audio' }, { name: 'Over-ear One', position: 3 }],
    });
  });

  it('does without pictures and brand', () => {
    const bare = head({ pictures: [], brand: '' });
    expect(bare.preloadImagePath).toBeUndefined();
    expect(bare.jsonLd?.[0]).not.toHaveProperty('brand');
  });
});
