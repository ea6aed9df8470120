import { createReadStream } from 'node:fs';
import { type CsvError, parse } from 'csv-parse';
import { z } from 'zod';
import { COLUMNS, type Column, type CsvRecord, type ImportError, REQUIRED_COLUMNS } from './shopify-row.ts';

const MAX_LINE_BYTES = 1024 * 1024;

export type CsvItem =
  | { kind: 'record'; line: number; record: CsvRecord; bytes: number }
  | { kind: 'error'; error: ImportError };

const chunkSchema = z.object({
  record: z.array(z.string()),
  info: z.object({ lines: z.int(), empty_lines: z.int(), bytes: z.int() }),
});

/**
 * Reads a Shopify product CSV line by line; quoted cells may hold line breaks, a byte order mark is no part of the
 * first column. A line that is not well formed is reported and reading goes on.
 */
export async function* readCsv(path: string): AsyncGenerator<CsvItem> {
  const skipped: ImportError[] = [];
  const parser = createReadStream(path).pipe(
    parse({
      bom: true,
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
      skip_records_with_error: true,
      max_record_size: MAX_LINE_BYTES,
      on_skip: (error: CsvError | undefined) =>
        void skipped.push({
          line: lineOf(error),
          column: null,
          message: error?.message ?? 'cannot be read.',
        }),
    }),
  );
  let columns: (Column | null)[] | null = null;
  let previous = { lines: 0, empty_lines: 0, bytes: 0 };
  for await (const chunk of parser) {
    for (const error of skipped.splice(0)) yield { kind: 'error', error };
    const { record, info } = chunkSchema.parse(chunk);
    const line = previous.lines + 1 + (info.empty_lines - previous.empty_lines);
    previous = info;
    if (!columns) {
      columns = record.map(toColumn);
      yield* missingColumns(columns);
      continue;
    }
    if (record.length > columns.length)
      yield {
        kind: 'error',
        error: {
          line,
          column: null,
          message: `has ${record.length} cells, but there are ${columns.length} columns.`,
        },
      };
    else yield { kind: 'record', line, bytes: info.bytes, record: toRecord(columns, record) };
  }
  for (const error of skipped) yield { kind: 'error', error };
  if (!columns) yield { kind: 'error', error: { line: 1, column: null, message: 'The file is empty.' } };
}

const toColumn = (name: string): Column | null =>
  COLUMNS.find((column) => column.toLowerCase() === name.trim().toLowerCase()) ?? null;

function* missingColumns(columns: readonly (Column | null)[]): Generator<CsvItem> {
  for (const column of REQUIRED_COLUMNS) {
    if (!columns.includes(column))
      yield { kind: 'error', error: { line: 1, column, message: 'The file has no such column.' } };
  }
}

function toRecord(columns: readonly (Column | null)[], cells: readonly string[]): CsvRecord {
  const record: CsvRecord = {};
  for (const [index, column] of columns.entries()) if (column) record[column] = cells[index] ?? '';
  return record;
}

const lineOf = (error: CsvError | undefined): number => {
  const lines: unknown = error && 'lines' in error ? error.lines : undefined;
  return typeof lines === 'number' ? lines : 1;
};
