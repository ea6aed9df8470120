import { publishStock } from '../inventory/public.ts';
import { orderTopic } from '../platform/pubsub.ts';
import type { Services } from '../platform/services.ts';

/**
 * Tells whoever watches that these orders and the stock of these products have changed; they read it anew. Called after
 * the commit and waited for by nobody: a live message is a convenience.
 */
export function announce(
  services: Services,
  changed: { orderIds?: readonly string[]; productIds?: readonly string[] },
): void {
  const messages = (changed.orderIds ?? []).map((id) => services.pubsub.publish(orderTopic(id), null));
  if (changed.productIds?.length) messages.push(publishStock(services, changed.productIds));
  for (const message of messages) {
    message.catch((error: unknown) => services.log.warn({ err: error }, 'a live message was not sent'));
  }
}
