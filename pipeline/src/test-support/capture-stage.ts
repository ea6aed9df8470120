import { newId } from '@plaza/contracts';
import { createTestClickHouse, createTestDatabase } from '@plaza/testing';
import { z } from 'zod';
import { startPipeline } from '../pipeline.ts';
import { createFlakyProxy } from './flaky-proxy.ts';
import { CAPTURE_KEY, openEventStore, openMarket, readNumber, silent, testEnv, until } from './stores.ts';

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

/** A pipeline whose way to ClickHouse can be cut, and what has arrived there once nothing waits any more. */
export async function openCaptureStage() {
  const [market, events] = await Promise.all([
    createTestDatabase().then(openMarket),
    createTestClickHouse().then(openEventStore),
  ]);
  const proxy = await createFlakyProxy(events.url);
  const stores = { databaseUrl: market.url, clickhouseUrl: proxy.url, database: events.database };
  const pipeline = await startPipeline(testEnv(stores), silent);
  const origin = `http://127.0.0.1:${pipeline.port}`;
  const { store } = events;
  const healthSchema = z.object({ waitingEvents: z.number() });
  const settled = () =>
    until(async () => {
      const health = await fetch(`${origin}/healthz`);
      return healthSchema.parse(await health.json()).waitingEvents === 0;
    });
  const readSettled = async (sql: string) => {
    await settled();
    return readNumber(store, sql);
  };
  return {
    proxy,
    origin,
    /** Good weather, and nothing stored. */
    clear: async () => {
      proxy.setWeather('clear');
      await settled();
      for (const table of ['events', 'event_ids', 'product_views_hourly', 'dead_letters'])
        await store.command(`TRUNCATE TABLE ${table}`);
    },
    truncate: (table: string) => store.command(`TRUNCATE TABLE ${table}`),
    post: (path: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
      fetch(`${origin}${path}`, { method: 'POST', body, headers: { 'user-agent': BROWSER, ...headers } }),
    readNumber: readSettled,
    count: (table: string, where = '1') =>
      readSettled(`SELECT count() AS value FROM ${table} WHERE ${where}`),
    views: () => readSettled('SELECT sum(views) AS value FROM product_views_hourly'),
    deadLetters: async () => {
      await settled();
      return store.query(
        z.object({ reason: z.string(), payload: z.string() }),
        'SELECT reason, payload FROM dead_letters',
      );
    },
    close: async () => {
      proxy.setWeather('clear');
      await pipeline.close();
      await Promise.all([proxy.close(), market.close(), events.close()]);
    },
  };
}
export type CaptureStage = Awaited<ReturnType<typeof openCaptureStage>>;

/** A view of a product, as the storefront reports it. */
export const viewed = (properties: Record<string, unknown> = {}) => ({
  uuid: newId(),
  event: 'product_viewed',
  timestamp: new Date().toISOString(),
  properties: {
    token: CAPTURE_KEY,
    distinct_id: 'visitor',
    productId: newId(),
    sellerId: newId(),
    priceMinor: 100,
    currency: 'USD',
    ...properties,
  },
});

/** As posthog-js 1.434 writes its requests. */
export const browserBatch = (batch: readonly unknown[]) =>
  JSON.stringify({ api_key: CAPTURE_KEY, batch, sent_at: new Date().toISOString() });
