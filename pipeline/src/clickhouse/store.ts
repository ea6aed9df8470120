import { Readable } from 'node:stream';
import { ClickHouseError, createClient } from '@clickhouse/client';
import type { z } from 'zod';
import { WriteGate } from './write-gate.ts';

const REQUEST_TIMEOUT_MS = 30_000;
// Ends on the server before the client stops waiting, so that nothing is written after we gave up on it.
const MAX_EXECUTION_SECONDS = 20;
/** Longest that a statement over all rows of a month may take. */
export const BACKFILL_SECONDS = 3_600;

/** Codes by which ClickHouse says that the data itself is wrong: sending it again cannot help. */
const REFUSED_DATA_CODES = new Set([
  '6',
  '25',
  '26',
  '27',
  '33',
  '38',
  '41',
  '53',
  '69',
  '72',
  '117',
  '376',
  '407',
]);

type QueryParams = Record<string, string | number | readonly string[]>;

/** ClickHouse as the pipeline uses it: inserts that can be repeated, and queries whose rows are parsed. */
export interface Store {
  /**
   * Inserts rows once: the same token with the same rows again changes nothing, in the table and in its views.
   * @param rows one JSON array a line, in the order of `columns`
   * @throws when it is not certain that the rows are there
   */
  insert(input: {
    table: string;
    columns: readonly string[];
    rows: readonly string[];
    token: string;
  }): Promise<void>;
  /** @throws when a row is not what `schema` says. */
  query<Row>(schema: z.ZodType<Row>, sql: string, params?: QueryParams): Promise<Row[]>;
  /** Rows as lines of JSON, handed on as they come: for answers that need not fit into memory. */
  stream(sql: string, params?: QueryParams): Promise<AsyncIterable<string>>;
  /** Changes or removes rows, and answers when it is done on every replica. @param change what follows `ALTER TABLE …` */
  alter(table: string, change: string, params?: QueryParams): Promise<void>;
  /** Runs a statement without a result. */
  command(sql: string, params?: QueryParams): Promise<void>;
  /** Name of the cluster when there is more than one engine. */
  readonly cluster: string | undefined;
  /** Passed by whoever inserts, with all attempts at it. */
  readonly gate: WriteGate;
  isUp(): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * @param url `http://user:password@host:port`
 * @param database the engine's `default` when absent
 * @param cluster as the servers' configuration calls it; absent for one engine
 */
export function createStore(url: string, database = 'default', cluster?: string): Store {
  const client = createClient({
    url,
    database,
    request_timeout: REQUEST_TIMEOUT_MS,
    max_open_connections: 16,
    log: { level: 127 },
  });
  // Statements without a result may change every row that there is.
  const patient = createClient({
    url,
    database,
    request_timeout: BACKFILL_SECONDS * 1_000,
    log: { level: 127 },
  });
  const command = async (sql: string, params?: QueryParams): Promise<void> => {
    await patient.command({ query: sql, ...(params === undefined ? {} : { query_params: params }) });
  };
  return {
    cluster,
    gate: new WriteGate(),
    command,
    alter(table, change, params) {
      const target = cluster === undefined ? table : `${table}_local ON CLUSTER ${cluster}`;
      return command(`ALTER TABLE ${target} ${change} SETTINGS mutations_sync = 2`, params);
    },
    async insert({ table, columns, rows, token }) {
      if (rows.length === 0) return;
      const result = await client.exec({
        query: `INSERT INTO ${table} (${columns.join(', ')}) FORMAT JSONCompactEachRow`,
        values: Readable.from([Buffer.from(rows.join('\n'))], { objectMode: false }),
        clickhouse_settings: {
          insert_deduplicate: 1,
          insert_deduplication_token: token,
          deduplicate_blocks_in_dependent_materialized_views: 1,
          // Acknowledged is what the shards have, not what waits to be sent to them.
          distributed_foreground_insert: 1,
          // Batches are small: splitting their text over threads costs more than it gives.
          input_format_parallel_parsing: 0,
          max_execution_time: MAX_EXECUTION_SECONDS,
        },
      });
      result.stream.resume();
    },
    async query(schema, sql, params) {
      const result = await client.query({
        query: sql,
        format: 'JSONEachRow',
        clickhouse_settings: { max_execution_time: MAX_EXECUTION_SECONDS },
        ...(params === undefined ? {} : { query_params: params }),
      });
      const rows = await result.json();
      return rows.map((row) => schema.parse(row));
    },
    async stream(sql, params) {
      const result = await client.query({
        query: sql,
        format: 'JSONEachRow',
        ...(params === undefined ? {} : { query_params: params }),
      });
      return linesOf(result.stream());
    },
    async isUp() {
      return (await client.ping()).success;
    },
    async close() {
      await Promise.all([client.close(), patient.close()]);
    },
  };
}

async function* linesOf(blocks: AsyncIterable<readonly { text: string }[]>): AsyncGenerator<string> {
  for await (const rows of blocks) for (const row of rows) yield row.text;
}

/** Whether ClickHouse read the rows and found them wrong, as opposed to being away, busy or out of memory. */
export function isRefusedData(error: unknown): boolean {
  return error instanceof ClickHouseError && REFUSED_DATA_CODES.has(error.code);
}
