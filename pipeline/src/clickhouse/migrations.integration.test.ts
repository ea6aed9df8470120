import { createTestClickHouse } from '@plaza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEventStore } from '../test-support/stores.ts';
import { migrateSchema, readMigrations, splitStatements } from './migrate-schema.ts';
import { onCluster } from './on-cluster.ts';

let events: Awaited<ReturnType<typeof openEventStore>>;
beforeAll(async () => {
  events = await openEventStore(await createTestClickHouse());
});
afterAll(() => events.close());

describe('the migrations', () => {
  it('change nothing when they run again', async () => {
    expect(await migrateSchema(events.store)).toEqual([]);
  });

  it('have a form for a cluster that the engine can read, each of their statements', async () => {
    const statements = readMigrations().flatMap(({ sql }) => splitStatements(sql));
    for (const statement of statements.flatMap((each) => onCluster(each, 'plaza'))) {
      await events.store.command(`EXPLAIN AST ${statement}`);
    }
    await expect(events.store.command('EXPLAIN AST CREATE TABLE t (a')).rejects.toThrow('Syntax');
  });
});
