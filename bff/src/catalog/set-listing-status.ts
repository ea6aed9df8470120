import type { ProductStatus, setListingStatusInput } from '@plaza/contracts';
import type { z } from 'zod';
import type { Services } from '../platform/services.ts';
import { notFound } from '../platform/trpc.ts';
import { announceListing } from './announce-listing.ts';
import { writeStatus } from './own-listing.repository.ts';

/**
 * Publishes, hides, archives or takes back a listing of the seller's own.
 * @throws NOT_FOUND for what is not there and for what is another's
 */
export async function setListingStatus(
  services: Services,
  seller: { id: string },
  input: z.output<typeof setListingStatusInput>,
): Promise<{ status: ProductStatus }> {
  const now = services.clock.now();
  const { productId, status } = input;
  const isFound = await writeStatus(services.database.db, { productId, sellerId: seller.id, status, now });
  if (!isFound) throw notFound('listing');
  await announceListing(services, [productId]);
  return { status };
}
