import { createClient } from '../http.ts';
import { runLoad } from '../load.ts';
import { countRows, type Market } from '../market.ts';
import type { Figure } from '../report.ts';

const CONNECTIONS = 64;
const BATCH = 50;
const BATCHES = 4_000;

/** Captures batches over HTTP, waits until every event is a row, and counts. The clock stops at the last row. */
export async function capture(market: Market): Promise<Figure[]> {
  const run = crypto.randomUUID();
  const bodies = Array.from({ length: BATCHES }, (_, index) => body(market, run, index));
  const client = createClient(CONNECTIONS);
  const startedAt = performance.now();
  const result = await runLoad({ connections: CONNECTIONS, limit: BATCHES }, async (index) => {
    const answer = await client.send('POST', `${market.pipelineUrl}/ingest/batch/`, {
      body: bodies[index] ?? '',
    });
    return answer.status === 200;
  });
  const sent = (result.calls - result.failures) * BATCH;
  const rows = await waitForRows(market, run, sent);
  const seconds = (performance.now() - startedAt) / 1000;
  client.close();
  const note = `${rows} rows of ${sent} acknowledged events, p95 ${result.p95Ms.toFixed(0)} ms a batch, ${result.failures} failures`;
  return [
    {
      name: 'capture over HTTP, batches of 50, to rows',
      value: rows / seconds,
      unit: 'events/s',
      aim: 20_000,
      better: 'higher',
      note,
    },
    {
      name: 'acknowledged events lost or doubled',
      value: Math.abs(sent - rows),
      unit: 'events',
      aim: 0,
      better: 'lower',
    },
  ];
}

function body(market: Market, run: string, batchIndex: number): string {
  const timestamp = new Date().toISOString();
  const batch = Array.from({ length: BATCH }, (_, index) => ({
    event: index % 5 === 0 ? '$pageview' : 'product_viewed',
    uuid: crypto.randomUUID(),
    timestamp,
    distinct_id: `bench-${run}`,
    properties: {
      distinct_id: `bench-${run}`,
      $session_id: `${run}-${batchIndex % 500}`,
      $current_url: `${market.publicUrl}/product/kestrel-grain-75`,
      $lib: 'web',
      $browser: 'Chrome',
      $device_type: 'Desktop',
      $screen_width: 1440,
      $referrer: '$direct',
      productId: '0190b7a0-0000-7000-8000-00000000000a',
      sellerId: '0190b7a0-0000-7000-8000-00000000000b',
      priceMinor: 12_900,
      currency: 'USD',
      mfe: 'catalog',
      mfeVersion: 'bench',
    },
  }));
  return JSON.stringify({ api_key: market.captureKey, batch, sent_at: timestamp });
}

const ROWS_TIMEOUT_MS = 60_000;

async function waitForRows(market: Market, run: string, expected: number): Promise<number> {
  const endsAt = performance.now() + ROWS_TIMEOUT_MS;
  let rows = 0;
  while (performance.now() < endsAt) {
    rows = await countRows(market, run);
    if (rows >= expected) return rows;
  }
  return rows;
}
