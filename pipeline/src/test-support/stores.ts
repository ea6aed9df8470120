import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import postgres, { type Sql } from 'postgres';
import { z } from 'zod';
import { migrateSchema } from '../clickhouse/migrate-schema.ts';
import { createStore, type Store } from '../clickhouse/store.ts';
import type { Env } from '../env.ts';
import type { OutboxReader } from '../outbox/outbox-reader.ts';

export const silent = pino({ level: 'silent' });
export const CAPTURE_KEY = 'phc_test';
export const INTERNAL_TOKEN = 'internal-token-of-tests';

/** A ClickHouse database made for one test file, with the pipeline's tables. */
export async function openEventStore(created: { url: string; database: string; drop(): Promise<void> }) {
  const { url, database, drop } = created;
  const store = createStore(url, database);
  await migrateSchema(store);
  const close = async () => {
    await store.close();
    await drop();
  };
  return { url, database, store, close };
}

/** A PostgreSQL database made for one test file, with the market's tables. */
export async function openMarket(created: { url: string; drop(): Promise<void> }) {
  const { url, drop } = created;
  const sql = postgres(url, { max: 4, onnotice: () => {} });
  const folder = join(import.meta.dirname, '../../../bff/migrations');
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  for (const name of files.sort()) await sql.unsafe(readFileSync(join(folder, name), 'utf8'));
  const close = async () => {
    await sql.end();
    await drop();
  };
  return { url, sql, close };
}

export function testEnv(stores: { databaseUrl: string; clickhouseUrl: string; database: string }): Env {
  return {
    HOST: '127.0.0.1',
    PORT: 0,
    DATABASE_URL: stores.databaseUrl,
    CLICKHOUSE_URL: stores.clickhouseUrl,
    CLICKHOUSE_DATABASE: stores.database,
    INTERNAL_TOKEN,
    CAPTURE_KEY,
    CAPTURE_EVENTS_PER_MINUTE: 1_000_000,
    CAPTURE_EVENTS_PER_MINUTE_OF_ADDRESS: 100,
    TRUSTED_PROXIES: 1,
    CONSUMER_NAME: 'test',
    LOG_LEVEL: 'silent',
  };
}

const numberRow = z.object({ value: z.coerce.number() });

/** The single number of a query that calls it `value`. */
export async function readNumber(store: Store, sql: string): Promise<number> {
  const [row] = await store.query(numberRow, sql);
  return row?.value ?? Number.NaN;
}

/** Asks again until the condition holds. */
export async function until(condition: () => Promise<boolean>, timeoutMs = 15_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('The condition did not come true in time.');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/**
 * Delivers all that waits in the outbox. It may take a while: a transaction of anybody else on the same server holds facts
 * back for as long as it runs.
 */
export const deliverAll = (reader: OutboxReader): Promise<void> =>
  until(async () => {
    while (await reader.deliverNext());
    return (await reader.lagMs()) === 0;
  });

/** Writes facts as the BFF does: in one transaction with whatever made them true. */
export async function writeFacts(
  sql: Sql,
  facts: readonly {
    id: string;
    type: string;
    version: number;
    payload: unknown;
    occurredAt: string;
    aggregateId: string;
  }[],
): Promise<void> {
  const rows = facts.map((fact) => ({
    id: fact.id,
    aggregate_id: fact.aggregateId,
    type: fact.type,
    version: fact.version,
    payload: sql.json(JSON.parse(JSON.stringify(fact.payload))),
    occurred_at: fact.occurredAt,
  }));
  await sql`insert into outbox ${sql(rows)}`;
}
