import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { onCluster } from './on-cluster.ts';
import type { Store } from './store.ts';

// The same folder from `src/clickhouse` and from the built `dist`.
const FOLDERS = [join(import.meta.dirname, '../migrations'), join(import.meta.dirname, '../../migrations')];

/**
 * Brings the tables of ClickHouse up to date: applies the numbered files that were not applied yet, in order.
 * Every statement can be repeated, because ClickHouse has no transaction around them. On a cluster the same files make
 * replicated tables.
 * @returns names of the files that were applied now
 */
export async function migrateSchema(store: Store): Promise<string[]> {
  const run = async (statement: string) => {
    const statements = store.cluster === undefined ? [statement] : onCluster(statement, store.cluster);
    for (const each of statements) await runOne(store, each);
  };
  await run(
    'CREATE TABLE IF NOT EXISTS schema_migrations (name String, applied_at DateTime DEFAULT now()) ENGINE = MergeTree ORDER BY name',
  );
  const rows = await store.query(z.object({ name: z.string() }), 'SELECT name FROM schema_migrations');
  const applied = new Set(rows.map((row) => row.name));
  const pending = readMigrations().filter((migration) => !applied.has(migration.name));
  for (const { name, sql } of pending) {
    for (const statement of splitStatements(sql)) await run(statement);
    await store.insert({
      table: 'schema_migrations',
      columns: ['name'],
      rows: [JSON.stringify([name])],
      token: `migration:${name}`,
    });
  }
  return pending.map((migration) => migration.name);
}

/**
 * A view whose query was changed tells attempts at the same insert apart, until it is loaded anew: the one before the next
 * start of the engine and the one after it would both count.
 */
async function runOne(store: Store, statement: string): Promise<void> {
  const changedView = /^ALTER TABLE (\w+(?: ON CLUSTER \w+)?) MODIFY QUERY/.exec(statement)?.[1];
  if (changedView === undefined) return store.command(statement);
  // It is still away when we died between the two commands below.
  await store.command(`ATTACH TABLE IF NOT EXISTS ${changedView}`);
  await store.command(statement);
  await store.command(`DETACH TABLE ${changedView}`);
  await store.command(`ATTACH TABLE ${changedView}`);
}

/** The numbered files in their order. */
export function readMigrations(): { name: string; sql: string }[] {
  const folder = FOLDERS.find((candidate) => listSql(candidate).length > 0);
  if (folder === undefined) throw new Error(`No migrations in ${FOLDERS.join(' or ')}.`);
  return listSql(folder).map((name) => ({ name, sql: readFileSync(join(folder, name), 'utf8') }));
}

function listSql(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.sql'))
      .sort();
  } catch {
    return [];
  }
}

/** Statements end with a semicolon at the end of a line; comment lines go. */
export function splitStatements(sql: string): string[] {
  return sql
    .replace(/^\s*--.*$/gm, '')
    .split(/;\s*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}
