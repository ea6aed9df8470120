import postgres from 'postgres';
import { createStore } from './clickhouse/store.ts';
import { readStoresEnv } from './env.ts';
import { seedDemo } from './seed/seed-demo.ts';

const env = readStoresEnv();
const sql = postgres(env.DATABASE_URL, { max: 1, onnotice: () => {} });
const store = createStore(env.CLICKHOUSE_URL, env.CLICKHOUSE_DATABASE, env.CLICKHOUSE_CLUSTER);
try {
  const result = await seedDemo(sql, store);
  console.log(
    result.done
      ? `${result.salesRows} rows of sales, ${result.events} events`
      : 'ClickHouse has the history already; nothing to seed.',
  );
} finally {
  await Promise.all([sql.end(), store.close()]);
}
