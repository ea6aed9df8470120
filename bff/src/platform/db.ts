import { reconnectDelay } from '@plaza/edge/reconnect-delay';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

export type Db = PostgresJsDatabase;
/** A transaction, or the pool itself: what repositories take. */
export type Sql = Db | Parameters<Parameters<Db['transaction']>[0]>[0];

export interface Database {
  db: Db;
  /** The driver under it, for the few statements that are measured to need it. */
  client: postgres.Sql;
  close(): Promise<void>;
}

/** Opens a pool. Nothing is connected until the first statement. */
export function openDatabase(
  url: string,
  options: { maxConnections?: number; statementTimeoutMs?: number } = {},
): Database {
  const client = postgres(url, {
    max: options.maxConnections ?? 8,
    connect_timeout: 10,
    idle_timeout: 60,
    backoff: reconnectDelay,
    onnotice: () => undefined,
    connection: { statement_timeout: options.statementTimeoutMs ?? 15_000, application_name: 'plaza-bff' },
  });
  return { db: drizzle(client), client, close: () => client.end({ timeout: 5 }) };
}
