import type { Sql } from 'postgres';
import { z } from 'zod';
import { migrateSchema } from '../clickhouse/migrate-schema.ts';
import type { Store } from '../clickhouse/store.ts';
import { seedClickstream } from './seed-clickstream.ts';
import { seedSales } from './seed-sales.ts';

const NAME = 'demo';

export type SeedResult = { done: true; salesRows: number; events: number } | { done: false };

/**
 * Fills ClickHouse with the history of the demo market in PostgreSQL, once. A run that was killed is finished by the
 * next one without writing anything twice.
 */
export async function seedDemo(sql: Sql, store: Store): Promise<SeedResult> {
  await migrateSchema(store);
  const runs = await store.query(z.object({ name: z.string() }), 'SELECT name FROM seed_runs');
  if (runs.some((run) => run.name === NAME)) return { done: false };
  const salesRows = await seedSales(sql, store);
  const events = await seedClickstream(sql, store);
  await store.insert({
    table: 'seed_runs',
    columns: ['name'],
    rows: [JSON.stringify([NAME])],
    token: `seed:${NAME}`,
  });
  return { done: true, salesRows, events };
}
