import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  type ClickHouseClient,
  type ClickHouseClientConfigOptions,
  ClickHouseLogLevel,
  createClient,
} from '@clickhouse/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFreePort } from '../processes/free-port.ts';
import { type RunningClickHouse, startClickHouse } from './start-clickhouse.ts';

const EVENTS = `create table events (id UInt64, name String, at DateTime64(3, 'UTC')) engine = MergeTree order by id
  settings non_replicated_deduplication_window = 100`;

let folder: string;
let port: number;
let engine: RunningClickHouse;
let client: ClickHouseClient;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plaza-clickhouse-'));
  port = await findFreePort();
  engine = await startClickHouse({ dataDir: folder, port });
  client = connect();
});

afterAll(async () => {
  await client.close();
  await engine.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A client that keeps expected errors to itself. */
function connect(options: ClickHouseClientConfigOptions = {}): ClickHouseClient {
  return createClient({ url: engine.url, log: { level: ClickHouseLogLevel.OFF }, ...options });
}

/** A database of its own for a test, with the table `events` in it. */
async function freshDatabase(name: string): Promise<ClickHouseClient> {
  await client.command({ query: `create database ${name}` });
  const own = connect({ database: name });
  await own.command({ query: EVENTS });
  return own;
}

async function rows<T>(from: ClickHouseClient, query: string, query_params: Record<string, unknown> = {}) {
  const result = await from.query({ query, query_params, format: 'JSONEachRow' });
  return result.json<T>();
}

describe('the protocol as the real client speaks it', () => {
  it('answers a ping of either kind', async () => {
    expect(await client.ping()).toEqual({ success: true });
    expect(await client.ping({ select: true })).toMatchObject({ success: true });
  });

  it('takes rows as an array, as a stream and compressed, and gives them back', async () => {
    const db = await freshDatabase('formats');
    const row = (id: number) => ({ id, name: `it's\t"${id}"\n`, at: '2026-01-02 03:04:05.678' });
    const first = await db.insert({ table: 'events', values: [row(1), row(2)], format: 'JSONEachRow' });
    expect(first.summary?.written_rows).toBe('2');
    await db.insert({ table: 'events', values: Readable.from([row(3), row(4)]), format: 'JSONEachRow' });
    await db.insert({
      table: 'events',
      columns: ['id', 'name'],
      values: [[5, 'five']],
      format: 'JSONCompactEachRow',
    });
    await db.insert({
      table: 'events',
      columns: { except: ['at'] },
      values: [{ id: 6, name: 'six' }],
      format: 'JSONEachRow',
    });
    const packed = connect({
      database: 'formats',
      compression: { request: true, response: true },
    });
    await packed.insert({ table: 'events', values: [row(7)], format: 'JSONEachRow' });
    expect(await rows(packed, 'select id, name from events order by id')).toEqual([
      ...[1, 2, 3, 4].map((id) => ({ id, name: `it's\t"${id}"\n` })),
      { id: 5, name: 'five' },
      { id: 6, name: 'six' },
      { id: 7, name: `it's\t"7"\n` },
    ]);
    await Promise.all([packed.close(), db.close()]);
  });

  it('binds parameters of every kind that a dashboard uses', async () => {
    const [row] = await rows<Record<string, unknown>>(
      client,
      `select {text:String} as text, {n:UInt32} + 1 as n, {ids:Array(String)} as ids, toString({at:DateTime64(3)}) as at,
        {none:Nullable(String)} as none, {on:Bool} as flag, '{text:String}' as literal limit {rows:UInt32}`,
      {
        text: "a'b\\c\n{n:UInt32}",
        n: 41,
        ids: ["x'y", 'z\\'],
        at: new Date('2026-01-02T03:04:05.678Z'),
        none: null,
        on: true,
        rows: 1,
      },
    );
    expect(row).toEqual({
      text: "a'b\\c\n{n:UInt32}",
      n: 42,
      ids: ["x'y", 'z\\'],
      at: '2026-01-02 03:04:05.678',
      none: null,
      flag: true,
      literal: '{text:String}',
    });
  });

  it('sends errors as errors of ClickHouse', async () => {
    await expect(rows(client, 'select * from missing')).rejects.toMatchObject({
      code: '60',
      type: 'UNKNOWN_TABLE',
    });
    await expect(rows(client, 'selec 1')).rejects.toMatchObject({ code: '62', type: 'SYNTAX_ERROR' });
    await expect(rows(client, 'select {x:UInt8}')).rejects.toMatchObject({ code: '456' });
    await expect(
      client.query({ query: 'select 1', clickhouse_settings: { nonsense: 1 } }),
    ).rejects.toMatchObject({
      code: '115',
    });
    const db = await freshDatabase('errors');
    const bad = db.insert({ table: 'events', values: [{ id: 'not a number' }], format: 'JSONEachRow' });
    await expect(bad).rejects.toMatchObject({ code: expect.stringMatching(/^\d+$/) });
    expect(await rows(db, 'select count() as n from events')).toEqual([{ n: 0 }]);
    await db.close();
  });
});

describe('settings', () => {
  it('hold for their own statement and for no later one', async () => {
    const slow = "select getSetting('max_threads') as n";
    const threads = async (clickhouse_settings: Record<string, number>) => {
      const result = await client.query({ query: slow, format: 'JSONEachRow', clickhouse_settings });
      return (await result.json<{ n: number }>())[0]?.n;
    };
    const usual = await threads({});
    expect(await threads({ max_threads: 7 })).toBe(7);
    for (let i = 0; i < 8; i += 1) expect(await threads({})).toBe(usual);
  });

  it('insert a batch with one deduplication token once, and later batches without a token', async () => {
    const db = await freshDatabase('tokens');
    const insert = (id: number, token?: string) =>
      db.insert({
        table: 'events',
        values: [{ id, name: 'n', at: '2026-01-01 00:00:00' }],
        format: 'JSONEachRow',
        ...(token ? { clickhouse_settings: { insert_deduplication_token: token } } : {}),
      });
    await insert(1, 'batch-1');
    await insert(1, 'batch-1');
    await insert(2);
    await insert(3, 'batch-2');
    expect(await rows(db, 'select id from events order by id')).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
    await db.close();
  });

  it('end a statement that takes too long', async () => {
    const slow = client.query({
      query: 'select sleepEachRow(0.05) from numbers(1000) settings max_block_size = 1',
      clickhouse_settings: { max_execution_time: 1 },
    });
    await expect(slow).rejects.toMatchObject({ code: '159' });
  });
});

describe('a statement that fails after it has put out rows', () => {
  it('leaves nothing of them in later results', async () => {
    const query =
      'select throwIf(number = 5) as x from numbers(10) settings max_block_size = 1, max_threads = 1';
    for (let i = 0; i < 6; i += 1) {
      await expect(rows(client, query)).rejects.toMatchObject({ code: '395' });
      expect(await rows(client, 'select 1 as one')).toEqual([{ one: 1 }]);
    }
  });
});

describe('concurrency', () => {
  it('answers quick readers while a slow one runs', async () => {
    const order: string[] = [];
    const slow = rows(
      client,
      'select sum(sleepEachRow(0.05)) from numbers(10) settings max_block_size = 1',
    ).then(() => order.push('slow'));
    await rows(client, 'select 1').then(() => order.push('quick'));
    await slow;
    expect(order).toEqual(['quick', 'slow']);
  });

  it('keeps databases and parameters of parallel statements apart', async () => {
    const a = await freshDatabase('apart_a');
    const b = await freshDatabase('apart_b');
    const ask = (db: ClickHouseClient, n: number) =>
      rows<{ d: string; n: number }>(db, 'select currentDatabase() as d, {n:UInt32} as n', { n });
    const answers = await Promise.all(Array.from({ length: 60 }, (_, n) => ask(n % 2 ? a : b, n)));
    expect(answers.flat()).toEqual(
      Array.from({ length: 60 }, (_, n) => ({ d: n % 2 ? 'apart_a' : 'apart_b', n })),
    );
    await Promise.all([a.close(), b.close()]);
  });
});

describe('kill -9', () => {
  it('loses no acknowledged row', async () => {
    const db = await freshDatabase('killed');
    let acknowledged = 0;
    const writing = (async () => {
      for (let id = 1; ; id += 1) {
        await db.insert({
          table: 'events',
          values: [{ id, name: 'x', at: '2026-01-01 00:00:00' }],
          format: 'JSONEachRow',
        });
        acknowledged = id;
        if (id === 25) process.kill(engine.pid, 'SIGKILL');
      }
    })();
    await expect(writing).rejects.toThrow();
    await engine.exited;
    engine = await startClickHouse({ dataDir: folder, port });
    const [count] = await rows<{ n: number }>(db, 'select count() as n from events');
    expect(count?.n).toBeGreaterThanOrEqual(acknowledged);
    expect(acknowledged).toBeGreaterThanOrEqual(25);
    await db.close();
  });
});
