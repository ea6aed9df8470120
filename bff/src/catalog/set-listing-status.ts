import type { ProductStatus, setListingStatusInput } from '@plaza/contracts';
import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Services } from '../platform/services.ts';
import { notFound } from '../platform/trpc.ts';
import { announceListing } from './announce-listing.ts';
import { productTable } from './catalog.table.ts';

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
  const publishedAt = sql`coalesce(${productTable.publishedAt}, ${now.toISOString()}::timestamptz)`;
  const changed = await services.database.db
    .update(productTable)
    .set({
      status,
      updatedAt: now,
      version: sql`${productTable.version} + 1`,
      ...(status === 'published' ? { publishedAt } : {}),
    })
    .where(and(eq(productTable.id, productId), eq(productTable.sellerId, seller.id)))
    .returning({ id: productTable.id });
  if (changed.length === 0) throw notFound('listing');
  await announceListing(services, [productId]);
  return { status };
}
