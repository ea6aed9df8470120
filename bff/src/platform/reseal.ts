import { z } from 'zod';
import { parseRows, type Query } from './query.ts';
import type { SealedColumn } from './sealed-column.ts';
import type { Sealing } from './sealing.ts';
import type { Services } from './services.ts';

export interface ResealReport {
  resealed: number;
  /** Whether it was told to stop before its end. */
  isStopped: boolean;
  /** Texts that no key opens. */
  unreadable: number;
  /** Keys of the first rows that have them. */
  unreadableKeys: string[];
}
interface ResealOptions {
  /** Stops after the batch under way. What is done stays done. */
  signal?: AbortSignal;
  /** How many more texts have been looked at. */
  onProgress?: (count: number) => void;
  batchSize?: number;
}

const BATCH_SIZE = 500;
const MAX_NAMED_KEYS = 20;

/** How many texts of a column are sealed by a key that is not the current one. */
export async function countToReseal(query: Query, sealing: Sealing, column: SealedColumn): Promise<number> {
  const rows = await query`
    select count(*)::float8 as count from ${query(column.table)} where ${isOlder(query, sealing, column)}`;
  return parseRows(z.object({ count: z.number() }), rows)[0]?.count ?? 0;
}

/**
 * Seals the texts of a column with the current key, a batch at a time in the order of the table's key. Nothing is
 * remembered but the texts themselves: stopped or killed, it goes on where it was when it is started again. A text
 * that is changed meanwhile is left as it was changed.
 */
export async function resealColumn(
  { database: { client: query }, sealing }: Pick<Services, 'database' | 'sealing'>,
  column: SealedColumn,
  { signal, onProgress, batchSize = BATCH_SIZE }: ResealOptions = {},
): Promise<ResealReport> {
  const report: ResealReport = { resealed: 0, isStopped: false, unreadable: 0, unreadableKeys: [] };
  let afterKey: string | null = null;
  for (;;) {
    if (signal?.aborted) return { ...report, isStopped: true };
    const rows: SealedRow[] = await readOlder(query, sealing, column, afterKey, batchSize);
    const changes = rows.flatMap(({ key, sealed }) => {
      const renewed = reseal(sealing, sealed, column.context);
      if (renewed !== null) return [{ key, sealed, renewed }];
      report.unreadable += 1;
      if (report.unreadableKeys.length < MAX_NAMED_KEYS) report.unreadableKeys.push(key);
      return [];
    });
    if (changes.length > 0) report.resealed += await writeRenewed(query, column, changes);
    onProgress?.(rows.length);
    const last = rows.at(-1);
    if (!last || rows.length < batchSize) return report;
    afterKey = last.key;
  }
}

function reseal(sealing: Sealing, sealed: string, context: string): string | null {
  let text: string;
  try {
    text = sealing.open(sealed, context);
  } catch {
    return null;
  }
  return sealing.seal(text, context);
}

const rowSchema = z.object({ key: z.string(), sealed: z.string() });
type SealedRow = z.infer<typeof rowSchema>;

async function readOlder(
  query: Query,
  sealing: Sealing,
  column: SealedColumn,
  afterKey: string | null,
  limit: number,
): Promise<SealedRow[]> {
  const key = query(column.key.column);
  const rows = await query`
    select ${key}::text as key, ${query(column.column)} as sealed from ${query(column.table)}
    where ${isOlder(query, sealing, column)} ${afterKey === null ? query`` : query`and ${key} > ${afterKey}`}
    order by ${key} limit ${limit}`;
  return parseRows(rowSchema, rows);
}

/** What was erased is null or empty. */
const isOlder = (query: Query, sealing: Sealing, { column }: SealedColumn) =>
  query`${query(column)} <> '' and not starts_with(${query(column)}, ${sealing.currentPrefix})`;

async function writeRenewed(
  query: Query,
  { table, column, key }: SealedColumn,
  changes: readonly { key: string; sealed: string; renewed: string }[],
): Promise<number> {
  const result = await query`
    update ${query(table)} as t set ${query(column)} = c.renewed
    from unnest(
      ${changes.map((change) => change.key)}::text[], ${changes.map((change) => change.sealed)}::text[],
      ${changes.map((change) => change.renewed)}::text[]) as c(key, sealed, renewed)
    where t.${query(key.column)} = c.key::${query.unsafe(key.sqlType)} and t.${query(column)} = c.sealed`;
  return result.count;
}
