import type { Home, ProductDetail } from '@plaza/contracts';

/** Every public answer about the catalogue: forgotten when a listing changes. */
export const CATALOG_TAG = 'catalog';
/** Answers that chose products by whether they are in stock. */
export const IN_STOCK_TAG = 'in-stock';
/** Answers that show one product: forgotten when its stock changes too. */
export const productTag = (productId: string) => `product:${productId}`;

/** Tags of an answer that shows these products. */
export const productTags = (products: readonly { id: string }[]): string[] => [
  CATALOG_TAG,
  ...products.map((product) => productTag(product.id)),
];

export const homeTags = (home: Home): string[] =>
  productTags([...home.featured, ...home.bestSelling, ...home.newest]);

export const productDetailTags = (product: ProductDetail | null): string[] =>
  productTags(product ? [product, ...product.related] : []);
