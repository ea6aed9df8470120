import type { ProductCard, ProductDetail, Variant } from '@plaza/contracts';
import { paths } from '@plaza/navigation/paths';
import { currencyDigits } from '@plaza/ui/format';
import { variantLabel } from './pages/product/variant-choice.ts';

/** schema.org objects for search engines. Addresses are paths; they are read relative to the page's origin. */
type StructuredData = Record<string, unknown>;

const CONTEXT = 'https://schema.org';
/** More offers than that tell a search engine nothing new. */
const MAX_OFFERS = 30;

/** An amount as schema.org wants it: `129.00`. */
const decimal = (amountMinor: number, currency: string): string => {
  const digits = currencyDigits(currency);
  return (amountMinor / 10 ** digits).toFixed(digits);
};

const availability = (inStock: boolean): string => `${CONTEXT}/${inStock ? 'InStock' : 'OutOfStock'}`;

export interface Crumb {
  label: string;
  href: string;
}

export const breadcrumbList = (trail: readonly Crumb[]): StructuredData => ({
  '@context': CONTEXT,
  '@type': 'BreadcrumbList',
  itemListElement: trail.map(({ label, href }, at) => ({
    '@type': 'ListItem',
    position: at + 1,
    name: label,
    item: href,
  })),
});

/** @param firstPosition place of the first card in the whole list, from 1 */
export const itemList = (cards: readonly ProductCard[], firstPosition: number): StructuredData => ({
  '@context': CONTEXT,
  '@type': 'ItemList',
  itemListElement: cards.map((card, at) => ({
    '@type': 'ListItem',
    position: firstPosition + at,
    name: card.title,
    url: paths.product(card.slug),
  })),
});

export const productData = (product: ProductDetail): StructuredData => ({
  '@context': CONTEXT,
  '@type': 'Product',
  name: product.title,
  description: product.summary,
  url: paths.product(product.slug),
  image: product.pictures.map((picture) => picture.url),
  ...(product.brand !== '' && { brand: { '@type': 'Brand', name: product.brand } }),
  ...(product.variants.length === 1 && { sku: product.variants[0]?.sku }),
  offers: product.variants.slice(0, MAX_OFFERS).map((variant) => offer(product, variant)),
});

const offer = (product: ProductDetail, variant: Variant): StructuredData => ({
  '@type': 'Offer',
  url: `${paths.product(product.slug)}${product.variants.length > 1 ? `?variant=${variant.id}` : ''}`,
  sku: variant.sku,
  ...(variant.optionValues.length > 0 && { name: variantLabel(variant) }),
  price: decimal(variant.priceMinor, product.currency),
  priceCurrency: product.currency,
  availability: availability(variant.availableQuantity > 0),
  itemCondition: `${CONTEXT}/NewCondition`,
  seller: { '@type': 'Organization', name: product.seller.name },
});
