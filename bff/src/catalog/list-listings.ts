import { currencySchema, type listingListResult, type listListingsInput } from '@plaza/contracts';
import type { z } from 'zod';
import type { Services } from '../platform/services.ts';
import { findOwnListings } from './own-listing.repository.ts';
import { toPicture } from './product-card.repository.ts';

/** A seller's own listings in any status, last edited first. */
export async function listListings(
  { database }: Services,
  seller: { id: string },
  input: z.output<typeof listListingsInput>,
): Promise<z.input<typeof listingListResult>> {
  const { rows, total } = await findOwnListings(database.db, seller.id, input);
  return {
    items: rows.map(({ product, variantCount, availableQuantity, ...picture }) => ({
      id: product.id,
      slug: product.slug,
      title: product.title,
      status: product.status,
      picture: toPicture(picture),
      currency: currencySchema.parse(product.currency),
      minPriceMinor: product.minPriceMinor,
      maxPriceMinor: product.maxPriceMinor,
      variantCount,
      availableQuantity,
      updatedAt: product.updatedAt.toISOString(),
    })),
    total,
    page: input.page,
    pageSize: input.pageSize,
  };
}
