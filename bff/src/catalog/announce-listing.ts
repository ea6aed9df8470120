import { publishStock } from '../inventory/public.ts';
import type { Services } from '../platform/services.ts';
import { CATALOG_TAG } from './cache-tags.ts';

/** To be called after the transaction that changed listings: nobody is shown the old ones any more. */
export async function announceListing(
  services: Pick<Services, 'responseCache' | 'pubsub'>,
  productIds: readonly string[],
): Promise<void> {
  services.responseCache.forget([CATALOG_TAG]);
  await publishStock(services, productIds);
}
