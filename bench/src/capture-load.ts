import { countRows, type Engine } from './engine.ts';
import { createClient } from './http.ts';
import { type LoadResult, runLoad } from './load.ts';
import type { Market } from './market.ts';

const CONNECTIONS = 128;
export const BATCH = 50;
const ROWS_TIMEOUT_MS = 60_000;

export interface Captured {
  load: LoadResult;
  /** Acknowledged events. */
  sent: number;
  rows: number;
  /** From the first request until the last event was a row. */
  seconds: number;
}

/** Captures batches over HTTP, waits until every event is a row, and counts. The clock stops at the last row. */
export async function captureEvents(
  market: Market,
  engine: Engine,
  { run, batches }: { run: string; batches: number },
): Promise<Captured> {
  const bodies = Array.from({ length: batches }, (_, index) => writeBatch(market, { run, index }));
  const client = createClient(CONNECTIONS);
  const startedAt = performance.now();
  const load = await runLoad({ connections: CONNECTIONS, limit: batches }, async (index) => {
    const answer = await client.send('POST', `${market.pipelineUrl}/ingest/batch/`, {
      body: bodies[index] ?? '',
    });
    return answer.status === 200;
  });
  const sent = (load.calls - load.failures) * BATCH;
  const rows = await waitForRows(engine, run, sent);
  const seconds = (performance.now() - startedAt) / 1000;
  client.close();
  return { load, sent, rows, seconds };
}

/** A request as SDKs of servers send it. The first event of each batch is about the seller given, if any. */
export function writeBatch(
  market: Market,
  { run, index, sellerId }: { run: string; index: number; sellerId?: string },
): string {
  const timestamp = new Date().toISOString();
  const batch = Array.from({ length: BATCH }, (_, place) => ({
    event: place % 5 === 1 ? '$pageview' : 'product_viewed',
    uuid: crypto.randomUUID(),
    timestamp,
    distinct_id: `bench-${run}`,
    properties: {
      distinct_id: `bench-${run}`,
      $session_id: `${run}-${index}`,
      $current_url: `${market.publicUrl}/product/kestrel-grain-75`,
      $lib: 'web',
      $browser: 'Chrome',
      $device_type: 'Desktop',
      $screen_width: 1440,
      $referrer: '$direct',
      productId: '0190b7a0-0000-7000-8000-00000000000a',
      sellerId: (place === 0 ? sellerId : undefined) ?? '0190b7a0-0000-7000-8000-00000000000b',
      priceMinor: 12_900,
      currency: 'USD',
      mfe: 'catalog',
      mfeVersion: 'bench',
    },
  }));
  return JSON.stringify({ api_key: market.captureKey, batch, sent_at: timestamp });
}

async function waitForRows(engine: Engine, run: string, expected: number): Promise<number> {
  const endsAt = performance.now() + ROWS_TIMEOUT_MS;
  let rows = 0;
  while (performance.now() < endsAt) {
    rows = await countRows(engine, run);
    if (rows >= expected) return rows;
  }
  return rows;
}
