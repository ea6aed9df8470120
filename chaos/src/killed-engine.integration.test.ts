import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@plaza/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startClickHouse } from '../../local/src/clickhouse/start-clickhouse.ts';
import { findFreePorts } from '../../local/src/processes/free-port.ts';
import { insertLetters, sortOut } from '../../pipeline/src/capture/letter-writer.ts';
import { migrateSchema } from '../../pipeline/src/clickhouse/migrate-schema.ts';
import { createStore } from '../../pipeline/src/clickhouse/store.ts';
import type { Letter } from '../../pipeline/src/steps/letter.ts';
import { processEvent } from '../../pipeline/src/steps/process-event.ts';
import { UNKNOWN_SENDER } from '../../pipeline/src/steps/read-sender.ts';
import { compareViews } from './compare-views.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'plaza-engine-'));
let port = 0;
let engine: Awaited<ReturnType<typeof startClickHouse>>;
const start = () => startClickHouse({ dataDir, port });
beforeAll(async () => {
  [port = 0] = await findFreePorts(1);
  engine = await start();
});
afterAll(async () => {
  await engine.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Looks at a product, so many of them. */
const viewed = (count: number): Letter[] =>
  Array.from({ length: count }, () => {
    const properties = { productId: newId(), sellerId: newId(), priceMinor: 100, currency: 'USD' };
    const raw = { uuid: newId(), event: 'product_viewed', distinct_id: newId(), properties };
    const letter = processEvent(raw, { receivedAtMs: Date.now(), sentAtMs: null, sender: UNKNOWN_SENDER });
    if (letter?.table !== 'events') throw new Error('It was not taken.');
    return letter;
  });

it('a batch that is repeated after the engine was killed counts once in every view, also the first time', async () => {
  const store = createStore(engine.url);
  await migrateSchema(store);
  for (let kill = 0; kill < 2; kill += 1) {
    const batch = sortOut(viewed(20), []);
    await insertLetters(store, batch);
    process.kill(engine.pid, 'SIGKILL');
    await engine.exited;
    engine = await start();
    await insertLetters(store, batch);
    const views = await compareViews(store);
    expect(views.filter(({ different }) => different > 0)).toEqual([]);
  }
  await store.close();
});
