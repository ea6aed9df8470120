import type { Order } from '@plaza/contracts';
import { orderTopic } from '../platform/pubsub.ts';
import type { Context } from '../platform/trpc.ts';
import { getOrder } from './get-order.ts';

/**
 * Yields an order of the visitor's own now and after every change, until `signal` says stop. Listening begins before
 * the first reading, so that no change falls in between; changes during a reading lead to one more.
 * @throws NOT_FOUND when there is none, or it is somebody else's
 */
export async function* watchOrder(
  ctx: Context,
  input: { orderId: string },
  signal: AbortSignal | undefined,
): AsyncGenerator<Order, void, void> {
  let isStale = true;
  let wake = () => {};
  const notice = () => {
    isStale = true;
    wake();
  };
  const unsubscribe = await ctx.services.pubsub.subscribe(orderTopic(input.orderId), notice);
  signal?.addEventListener('abort', notice);
  try {
    while (!signal?.aborted) {
      if (isStale) {
        isStale = false;
        yield await getOrder(ctx, input);
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    signal?.removeEventListener('abort', notice);
    await unsubscribe();
  }
}
