import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { newId } from '@plaza/contracts';
import { createTestClickHouse, createTestDatabase } from '@plaza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { paidOrder, refundOf } from './test-support/facts.ts';
import {
  CAPTURE_KEY,
  openEventStore,
  openMarket,
  readNumber,
  testEnv,
  until,
  writeFacts,
} from './test-support/stores.ts';

const ROUNDS = 24;
const KILLS = 4;

let market: Awaited<ReturnType<typeof openMarket>>;
let events: Awaited<ReturnType<typeof openEventStore>>;
let child: ChildProcess;
let origin = '';

beforeAll(async () => {
  [market, events] = await Promise.all([
    createTestDatabase().then(openMarket),
    createTestClickHouse().then(openEventStore),
  ]);
});
afterAll(async () => {
  child.kill('SIGKILL');
  await Promise.all([market.close(), events.close()]);
});

const logLine = z.object({ msg: z.string(), port: z.number().optional() });

/** The pipeline as a process of its own. */
async function start(): Promise<void> {
  const { url, database } = events;
  const env = testEnv({ databaseUrl: market.url, clickhouseUrl: url, database });
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  child = spawn(process.execPath, ['--import', tsx, join(import.meta.dirname, 'main.ts')], {
    env: Object.fromEntries(
      Object.entries({ ...env, LOG_LEVEL: 'info' }).map(([key, value]) => [key, `${value}`]),
    ),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.stdout === null) throw new Error('No output to read.');
  for await (const line of createInterface(child.stdout)) {
    const { msg, port } = logLine.parse(JSON.parse(line));
    if (msg === 'pipeline listens') {
      origin = `http://127.0.0.1:${port}`;
      child.stdout.resume();
      return;
    }
  }
  throw new Error('The pipeline did not start.');
}

async function killAndStart(): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  await start();
}

/** As an SDK does: again and again until 200. */
async function capture(batch: readonly unknown[]): Promise<void> {
  await until(async () => {
    const body = JSON.stringify({ api_key: CAPTURE_KEY, batch, sent_at: new Date().toISOString() });
    const response = await fetch(`${origin}/ingest/e/`, { method: 'POST', body }).catch(() => null);
    return response?.status === 200;
  }, 90_000);
}

describe('a pipeline that is killed again and again', () => {
  it('delivers every fact and every event exactly once', { timeout: 240_000 }, async () => {
    await start();
    let soldMinor = 0;
    let sent = 0;
    const captures: Promise<void>[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const orders = Array.from({ length: 10 }, () =>
        paidOrder({ sellerIds: [newId(), newId()], amountMinor: 333 }),
      );
      const refunds = orders.slice(0, 2).map(refundOf);
      soldMinor += orders.length * 2 * 916 - refunds.length * 916;
      await writeFacts(market.sql, [...orders, ...refunds]);
      const batch = Array.from({ length: 20 }, () => ({
        uuid: newId(),
        event: 'x',
        distinct_id: 'd',
        properties: {},
      }));
      sent += batch.length;
      captures.push(capture(batch));
      if (round % (ROUNDS / KILLS) === 3) await killAndStart();
    }
    await Promise.all(captures);
    const facts = () => readNumber(events.store, 'SELECT count() AS value FROM facts');
    await until(async () => (await facts()) >= ROUNDS * 12, 90_000);
    expect(await facts()).toBe(ROUNDS * 12);
    expect(await readNumber(events.store, 'SELECT sum(amount_minor) AS value FROM sales')).toBe(soldMinor);
    expect(await readNumber(events.store, 'SELECT sum(amount_minor) AS value FROM sales_daily')).toBe(
      soldMinor,
    );
    const captured = () => readNumber(events.store, 'SELECT count() AS value FROM events');
    // Answered when they are written down, inserted a moment later.
    await until(async () => (await captured()) >= sent, 90_000);
    expect(await captured()).toBe(sent);
  });

  it('shows a paid sale within two seconds', async () => {
    const sellerId = newId();
    await writeFacts(market.sql, [paidOrder({ sellerIds: [sellerId] })]);
    const since = Date.now();
    const sql = `SELECT count() AS value FROM sales_daily WHERE seller_id = '${sellerId}'`;
    await until(async () => (await readNumber(events.store, sql)) === 1, 2_000);
    expect(Date.now() - since).toBeLessThan(2_000);
  });

  it('ends by itself when asked to, with everything stored', async () => {
    await capture([{ uuid: newId(), event: 'last', distinct_id: 'd' }]);
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(await readNumber(events.store, "SELECT count() AS value FROM events WHERE event = 'last'")).toBe(
      1,
    );
  });
});
