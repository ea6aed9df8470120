import { randomUUID } from 'node:crypto';
import { PostHog } from 'posthog-node';
import { type Ledger, readEventIds } from './ledger.ts';
import type { Random } from './random.ts';
import type { ChaosMarket } from './start-market.ts';

/** How patient a client is, by turns: one that gives up at once, sends again while its first attempt is under way. */
const TIMEOUTS_MS: readonly [number, ...number[]] = [120, 1_000, 10_000];
const RETRY_DELAYS_MS: readonly [number, ...number[]] = [20, 250, 1_000];
const FLUSH_EVERY_MS = 150;
const LAST_FLUSHES = 5;

/** Servers that report with posthog-node what their shoppers do, until told to stop. */
export interface Shoppers {
  /** Sends what is still queued, within the SDK's own patience. */
  stop(): Promise<void>;
}

/** @param eventsPerSecond of all clients together */
export function startShoppers(
  market: ChaosMarket,
  ledger: Ledger,
  options: { clients: number; eventsPerSecond: number; random: Random },
): Shoppers {
  let isOver = false;
  const clients = Array.from({ length: options.clients }, (_, index) =>
    run(market, ledger, { ...options, index, isOver: () => isOver }),
  );
  return {
    async stop() {
      isOver = true;
      await Promise.all(clients);
    },
  };
}

async function run(
  market: ChaosMarket,
  ledger: Ledger,
  options: { clients: number; eventsPerSecond: number; random: Random; index: number; isOver: () => boolean },
): Promise<void> {
  const { random, index, isOver } = options;
  const client = new PostHog(market.captureKey, {
    host: `${market.captureUrls[0]}ingest`,
    fetch: spreadOver(market.captureUrls, index, ledger),
    // Flushed below, where a failure is expected and not worth a line each.
    flushAt: 100_000,
    flushInterval: 3_600_000,
    maxBatchSize: 50,
    maxQueueSize: 100_000,
    requestTimeout: TIMEOUTS_MS[index % TIMEOUTS_MS.length] ?? 0,
    fetchRetryCount: 3,
    fetchRetryDelay: RETRY_DELAYS_MS[index % RETRY_DELAYS_MS.length] ?? 0,
    disableCompression: index % 2 === 0,
    preloadFeatureFlags: false,
  });
  const browsing = (async () => {
    const pauseMs = (1_000 * options.clients) / options.eventsPerSecond;
    while (!isOver()) {
      capture(client, market, random, `shopper-${index}-${Math.floor(random.next() * 50)}`);
      await pause(random.between(0, 2 * pauseMs));
    }
  })();
  while (!isOver()) {
    await pause(FLUSH_EVERY_MS);
    await client.flush().catch(() => {});
  }
  await browsing;
  for (let attempt = 0; attempt < LAST_FLUSHES; attempt += 1) await client.flush().catch(() => {});
}

function capture(client: PostHog, market: ChaosMarket, random: Random, distinctId: string): void {
  const { productId, sellerId, variantId, priceMinor } = random.pick(market.goods);
  const about = {
    productId,
    sellerId,
    variantId,
    priceMinor,
    currency: 'USD',
    mfe: 'catalog',
    mfeVersion: 'chaos',
  };
  const uuid = randomUUID();
  const luck = random.next();
  if (luck < 0.2) {
    const $current_url = `${market.publicUrl}/product/${productId}`;
    client.capture({ distinctId, uuid, event: '$pageview', properties: { $current_url } });
  } else if (luck < 0.8) {
    client.capture({ distinctId, uuid, event: 'product_viewed', properties: about });
  } else if (luck < 0.95) {
    client.capture({
      distinctId,
      uuid,
      event: 'product_added_to_cart',
      properties: { ...about, quantity: 1 },
    });
  } else {
    client.capture({
      distinctId,
      uuid,
      event: 'search_performed',
      properties: { query: 'cable', resultCount: 3 },
    });
  }
}

/**
 * The SDK's way out: each attempt goes to the next pipeline, as a balancer would send it. Here it is known what was
 * sent and what was answered: acknowledged is what a request held that was answered 200, and nothing else.
 */
function spreadOver(urls: readonly string[], first: number, ledger: Ledger): typeof fetch {
  let attempt = first;
  return async (address, init) => {
    const target = new URL(String(address));
    attempt += 1;
    target.host = new URL(urls[attempt % urls.length] ?? '').host;
    const body = init?.body;
    const ids = readEventIds(new Uint8Array(await new Response(body ?? '').arrayBuffer()));
    ledger.noteSent(ids);
    const response = await fetch(target, init);
    if (response.status === 200) ledger.noteAcknowledged(ids);
    return response;
  };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
