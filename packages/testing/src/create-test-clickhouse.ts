import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import './provided.ts';

export interface TestClickHouse {
  /** Address of the engine, for `createClient({ url, database })`. */
  url: string;
  /** An empty database of its own. */
  database: string;
  drop(): Promise<void>;
}

/** Creates an empty ClickHouse database for one test file. Only for tests of the integration project. */
export async function createTestClickHouse(): Promise<TestClickHouse> {
  const url = inject('clickhouseUrl');
  const database = `test_${randomBytes(8).toString('hex')}`;
  await run(url, `create database ${database}`);
  return { url, database, drop: () => run(url, `drop database if exists ${database}`) };
}

async function run(url: string, statement: string): Promise<void> {
  const response = await fetch(url, { method: 'POST', body: statement });
  const text = await response.text();
  if (!response.ok) throw new Error(`ClickHouse: ${text}`);
}
