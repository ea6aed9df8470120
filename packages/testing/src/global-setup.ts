import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startClickHouse } from '@plaza/local/clickhouse';
import { startPostgres } from '@plaza/local/postgres';
import { findFreePort } from '@plaza/local/processes';
import type { TestProject } from 'vitest/node';
import './provided.ts';

/** Starts one PostgreSQL and one ClickHouse engine for the whole run; each test makes its own database in them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'plaza-test-'));
  const [postgresPort, clickhousePort] = await Promise.all([findFreePort(), findFreePort()]);
  const [postgres, clickhouse] = await Promise.all([
    startPostgres({
      dataDir: join(folder, 'postgres'),
      port: postgresPort,
      // Nothing has to outlive the run, so nothing has to reach the disk.
      settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '128MB' },
    }),
    startClickHouse({ dataDir: join(folder, 'clickhouse'), port: clickhousePort }),
  ]);
  project.provide('postgresUrl', postgres.url);
  project.provide('clickhouseUrl', clickhouse.url);
  return async () => {
    await Promise.all([postgres.stop(), clickhouse.stop()]);
    rmSync(folder, { recursive: true, force: true });
  };
}
