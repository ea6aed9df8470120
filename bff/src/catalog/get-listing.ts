import { currencySchema, type Listing } from '@plaza/contracts';
import type { Services } from '../platform/services.ts';
import { notFound } from '../platform/trpc.ts';
import { findOwnListing } from './own-listing.repository.ts';

/**
 * A listing of the seller's own as it is edited.
 * @throws NOT_FOUND for what is not there and for what is another's
 */
export async function getListing(
  { database }: Services,
  seller: { id: string },
  input: { productId: string },
): Promise<Listing> {
  const found = await findOwnListing(database.db, seller.id, input.productId);
  if (!found) throw notFound('listing');
  const { product, variants, pictures } = found;
  return {
    id: product.id,
    slug: product.slug,
    version: product.version,
    status: product.status,
    title: product.title,
    brand: product.brand,
    categoryId: product.categoryId,
    descriptionHtml: product.descriptionHtml,
    specs: product.specs,
    currency: currencySchema.parse(product.currency),
    options: product.options,
    variants,
    pictures,
  };
}
