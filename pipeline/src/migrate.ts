import { migrateSchema } from './clickhouse/migrate-schema.ts';
import { createStore } from './clickhouse/store.ts';
import { readClickHouseEnv } from './env.ts';

const env = readClickHouseEnv();
const store = createStore(env.CLICKHOUSE_URL, env.CLICKHOUSE_DATABASE, env.CLICKHOUSE_CLUSTER);
try {
  const applied = await migrateSchema(store);
  console.log(applied.length === 0 ? 'ClickHouse is up to date.' : `Applied ${applied.join(', ')}.`);
} finally {
  await store.close();
}
