import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { openDatabase } from './db.ts';

/** Any number, the same in every process that migrates. */
const LOCK_KEY = 4_711_001;
const STATEMENT_TIMEOUT_MS = 300_000;

/** Brings the schema up to date. Several at once wait for each other; what is applied already is left alone. */
export async function migrateDatabase(url: string, migrationsFolder: string): Promise<void> {
  const database = openDatabase(url, { maxConnections: 1, statementTimeoutMs: STATEMENT_TIMEOUT_MS });
  try {
    await database.client`select pg_advisory_lock(${LOCK_KEY})`;
    await migrate(database.db, { migrationsFolder });
  } finally {
    // Ends the connection and with it the lock.
    await database.close();
  }
}
