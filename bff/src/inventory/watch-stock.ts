import type { StockUpdate } from '@plaza/contracts';
import type { Services } from '../platform/services.ts';
import { listenToStock } from './stock-feed.ts';

/**
 * Yields the state of a published product's variants now and after every change of stock or price, until `signal`
 * says stop. A reader that is slower than the changes gets the latest state, not all of them. A product that is not
 * published has no variants to show.
 */
export async function* watchStock(
  services: Services,
  input: { productId: string },
  signal: AbortSignal | undefined,
): AsyncGenerator<StockUpdate, void, void> {
  let latest: StockUpdate | undefined;
  let lastSent = '';
  let wake = () => {};
  const stopListening = await listenToStock(services, input.productId, (update) => {
    latest = update;
    wake();
  });
  const onAbort = () => wake();
  signal?.addEventListener('abort', onAbort);
  try {
    while (!signal?.aborted) {
      const update = latest;
      latest = undefined;
      if (!update) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      const text = JSON.stringify(update);
      if (text === lastSent) continue;
      lastSent = text;
      yield update;
    }
  } finally {
    signal?.removeEventListener('abort', onAbort);
    await stopListening();
  }
}
