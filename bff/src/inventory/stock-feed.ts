import type { StockUpdate } from '@plaza/contracts';
import { productTopic } from '../platform/pubsub.ts';
import type { Services } from '../platform/services.ts';
import { findLiveVariants } from './live-variants.repository.ts';

type Listener = (update: StockUpdate) => void;

/** Changes of one product within this time are read and sent as one. Well below the second that is promised. */
const MIN_READ_INTERVAL_MS = 50;

/**
 * The live state of one product for everybody in this process who watches it: however many they are and however often
 * it changes, it is read by one statement at a time.
 */
class StockFeed {
  #services: Services;
  #productId: string;
  #listeners = new Set<Listener>();
  #isReading = false;
  #isStale = false;
  #unsubscribe: Promise<() => Promise<void>>;

  constructor(services: Services, productId: string) {
    this.#services = services;
    this.#productId = productId;
    this.#unsubscribe = services.pubsub.subscribe(productTopic(productId), () => this.refresh());
  }

  /** Adds a listener; once this is settled no later change is missed. Answers the number of listeners. */
  async add(listener: Listener): Promise<void> {
    this.#listeners.add(listener);
    await this.#unsubscribe;
  }

  /** True when nobody is left. */
  remove(listener: Listener): boolean {
    this.#listeners.delete(listener);
    return this.#listeners.size === 0;
  }

  async close(): Promise<void> {
    const unsubscribe = await this.#unsubscribe;
    await unsubscribe();
  }

  /** Reads the state and hands it to everybody; a change during the reading leads to another one. */
  refresh(): void {
    this.#isStale = true;
    if (!this.#isReading) void this.#readWhileStale();
  }

  async #readWhileStale(): Promise<void> {
    this.#isReading = true;
    while (this.#isStale && this.#listeners.size > 0) {
      this.#isStale = false;
      try {
        const update = await readStockUpdate(this.#services, this.#productId);
        for (const listener of this.#listeners) listener(update);
      } catch (error) {
        this.#services.log.error({ err: error, productId: this.#productId }, 'live stock could not be read');
      }
      await new Promise((resolve) => setTimeout(resolve, MIN_READ_INTERVAL_MS));
    }
    this.#isReading = false;
  }
}

async function readStockUpdate(services: Services, productId: string): Promise<StockUpdate> {
  const variants = await findLiveVariants(services.database.db, productId);
  return {
    productId,
    variants: variants.map(({ id, availableQuantity, priceMinor }) => ({
      variantId: id,
      availableQuantity,
      priceMinor,
    })),
  };
}

const feedsByServices = new WeakMap<Services, Map<string, StockFeed>>();

/** The feeds of this process by product; after a gap in the messages all of them read again. */
function feedsOf(services: Services): Map<string, StockFeed> {
  const known = feedsByServices.get(services);
  if (known) return known;
  const feeds = new Map<string, StockFeed>();
  feedsByServices.set(services, feeds);
  services.pubsub.onGap(() => {
    for (const feed of feeds.values()) feed.refresh();
  });
  return feeds;
}

/**
 * Listens to a product: the state now, then after every change, until the returned function is called.
 * Listening begins before the first reading, so that no change falls in between.
 */
export async function listenToStock(
  services: Services,
  productId: string,
  listener: Listener,
): Promise<() => Promise<void>> {
  const feeds = feedsOf(services);
  const feed = feeds.get(productId) ?? new StockFeed(services, productId);
  feeds.set(productId, feed);
  await feed.add(listener);
  feed.refresh();
  return async () => {
    if (!feed.remove(listener)) return;
    if (feeds.get(productId) === feed) feeds.delete(productId);
    await feed.close();
  };
}
