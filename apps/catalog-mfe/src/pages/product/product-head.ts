import type { HeadInput, PageHead } from '@plaza/federation/remote';
import { paths } from '@plaza/navigation/paths';
import { messages } from '../../messages.ts';
import { breadcrumbList, type Crumb, productData } from '../../structured-data.ts';
import type { ProductData } from './load-product.ts';

/** The way to a product from home; the last step is the product. */
export const productTrail = (product: ProductData): Crumb[] => [
  { label: messages.breadcrumbs.home, href: paths.home() },
  ...product.breadcrumbs.map(({ slug, name }) => ({ label: name, href: paths.category(slug) })),
  { label: product.title, href: paths.product(product.slug) },
];

/** All variants share one address for search engines: the choice in `?variant=` is left out of it. */
export function productHead({ data }: HeadInput<ProductData>): PageHead {
  const picture = data.pictures[0]?.url;
  return {
    title: messages.titleOf(data.title),
    description: data.summary,
    canonicalPath: paths.product(data.slug),
    openGraphType: 'product',
    ...(picture && { imagePath: picture, preloadImagePath: picture }),
    jsonLd: [productData(data), breadcrumbList(productTrail(data))],
  };
}
