import { currencySchema, type ProductDetail } from '@plaza/contracts';
import { findLiveVariants } from '../inventory/public.ts';
import type { Services } from '../platform/services.ts';
import { findCategoryTrail } from './category.repository.ts';
import { findPictures, findPublishedBySlug, findRelatedIds } from './product.repository.ts';
import { findCards } from './product-card.repository.ts';

/** A published product with everything that its page shows, or null. */
export async function getProduct(
  { database }: Services,
  input: { slug: string },
): Promise<ProductDetail | null> {
  const { db } = database;
  const found = await findPublishedBySlug(db, input.slug);
  if (!found) return null;
  const { product, seller, categoryPath } = found;
  const [variants, pictures, breadcrumbs, related] = await Promise.all([
    findLiveVariants(db, product.id),
    findPictures(db, product.id),
    findCategoryTrail(db, categoryPath),
    findRelatedIds(db, product).then((ids) => findCards(db, ids)),
  ]);
  return {
    id: product.id,
    slug: product.slug,
    title: product.title,
    brand: product.brand,
    descriptionHtml: product.descriptionHtml,
    summary: product.summary,
    currency: currencySchema.parse(product.currency),
    options: product.options,
    variants: variants.map(
      ({ id, sku, optionValues, priceMinor, compareAtPriceMinor, availableQuantity }) => ({
        id,
        sku,
        optionValues,
        priceMinor,
        compareAtPriceMinor,
        availableQuantity,
      }),
    ),
    specs: product.specs,
    pictures,
    breadcrumbs,
    seller,
    related,
  };
}
