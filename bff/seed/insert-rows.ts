import type { ISql } from 'postgres';

/** A row as it goes to the database: column names and JSON values. */
export type Row = Record<string, string | number | boolean | null | readonly unknown[] | object>;

const CHUNK_ROWS = 2_000;

/** Inserts many rows with few statements. Columns that no row names keep their defaults. Table and columns are ours. */
export async function insertRows(client: ISql, table: string, rows: readonly Row[]): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const columns = Object.keys(first)
    .map((column) => `"${column}"`)
    .join(', ');
  for (let start = 0; start < rows.length; start += CHUNK_ROWS) {
    const chunk = JSON.stringify(rows.slice(start, start + CHUNK_ROWS));
    await client.unsafe(
      `insert into "${table}" (${columns}) select ${columns} from jsonb_populate_recordset(null::"${table}", $1::text::jsonb)`,
      [chunk],
    );
  }
}
