import { IN_STOCK_TAG, productTag } from '../catalog/public.ts';
import { productTopic } from '../platform/pubsub.ts';
import type { Services } from '../platform/services.ts';

/**
 * To be called after the transaction that changed stock: forgets the answers that showed these products and tells
 * everybody who watches them. Cheap when nobody does; never throws.
 */
export async function publishStock(
  services: Pick<Services, 'responseCache' | 'pubsub'>,
  productIds: readonly string[],
): Promise<void> {
  const ids = [...new Set(productIds)];
  services.responseCache.forget([IN_STOCK_TAG, ...ids.map(productTag)]);
  await Promise.all(ids.map((id) => services.pubsub.publish(productTopic(id), null)));
}
