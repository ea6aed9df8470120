import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isRefusedData, type Store } from '../clickhouse/store.ts';
import { DEAD_LETTER_COLUMNS, EVENT_COLUMNS, type Letter, toDeadLetter } from '../steps/letter.ts';

// Keeps the text of one lookup well below ClickHouse's bound for a statement (256 KiB).
const MAX_LOOKUP_IDS = 4_000;

/** Letters that are new, ready to be inserted any number of times with the same effect. */
export interface PreparedLetters {
  events: readonly Letter[];
  deadLetters: readonly Letter[];
}

/**
 * Sorts out what was stored before. Call once per batch; then insert, again and again if need be.
 * @throws when ClickHouse does not answer
 */
export async function prepareLetters(store: Store, letters: readonly Letter[]): Promise<PreparedLetters> {
  return sortOut(letters, await findStored(store, letters));
}

/**
 * Ids of those events that ClickHouse has seen in the last two days.
 * @throws when ClickHouse does not answer
 */
export async function findStored(store: Store, letters: readonly Letter[]): Promise<string[]> {
  const ids = new Set(letters.filter(({ table }) => table === 'events').map(({ id }) => id));
  const candidates = [...ids];
  const lookups: Promise<string[]>[] = [];
  for (let at = 0; at < candidates.length; at += MAX_LOOKUP_IDS) {
    lookups.push(findKnownIds(store, candidates.slice(at, at + MAX_LOOKUP_IDS)));
  }
  return (await Promise.all(lookups)).flat();
}

/** The letters of a batch without those that are stored and without repetitions; the same for the same batch. */
export function sortOut(letters: readonly Letter[], storedIds: readonly string[]): PreparedLetters {
  const events = new Map<string, Letter>();
  const deadLetters = new Map<string, Letter>();
  for (const letter of letters) (letter.table === 'events' ? events : deadLetters).set(letter.id, letter);
  for (const id of storedIds) events.delete(id);
  return { events: [...events.values()], deadLetters: [...deadLetters.values()] };
}

/**
 * Inserts prepared letters. Safe to repeat after any failure: the token depends on the ids alone.
 * Rows that ClickHouse refuses for what they hold become dead letters, the others are stored.
 * @throws when it is not certain that everything is there
 */
export async function insertLetters(store: Store, prepared: PreparedLetters): Promise<void> {
  // One after the other: after a failure nothing is still on its way when the next attempt begins.
  await insertRows(store, 'events', EVENT_COLUMNS, prepared.events);
  await insertRows(store, 'dead_letters', DEAD_LETTER_COLUMNS, prepared.deadLetters);
}

/** The same for the same letters in the same order. */
const digestIds = (letters: readonly Letter[]): string =>
  createHash('sha256')
    .update(letters.map(({ id }) => id).join(''))
    .digest('hex');

async function insertRows(
  store: Store,
  table: Letter['table'],
  columns: readonly string[],
  letters: readonly Letter[],
): Promise<void> {
  if (letters.length === 0) return;
  const token = `capture:${digestIds(letters)}`;
  const rows = letters.map((letter) => letter.row);
  try {
    await store.insert({ table, columns, rows, token });
  } catch (error) {
    if (!isRefusedData(error)) throw error;
    await isolateRefused(store, table, columns, letters, String(error));
  }
}

/** Halves a refused batch until the row at fault stands alone. */
async function isolateRefused(
  store: Store,
  table: Letter['table'],
  columns: readonly string[],
  letters: readonly Letter[],
  detail: string,
): Promise<void> {
  const [only] = letters;
  if (letters.length > 1) {
    const middle = letters.length >> 1;
    await insertRows(store, table, columns, letters.slice(0, middle));
    await insertRows(store, table, columns, letters.slice(middle));
    return;
  }
  // A dead letter that is itself refused would go round for ever.
  if (only === undefined || table === 'dead_letters') return;
  const refused = toDeadLetter({
    source: 'capture',
    reason: 'refused_by_store',
    detail,
    payload: writeByName(columns, only.row),
    receivedAtMs: Date.now(),
  });
  await insertRows(store, 'dead_letters', DEAD_LETTER_COLUMNS, [refused]);
}

/** By name, because the columns may be others when the row is brought again. */
function writeByName(columns: readonly string[], row: string): string {
  const values: unknown[] = JSON.parse(row);
  return JSON.stringify(Object.fromEntries(columns.map((column, index) => [column, values[index]])));
}

async function findKnownIds(store: Store, ids: readonly string[]): Promise<string[]> {
  const list = ids.map((id) => `'${id}'`).join(',');
  const found = await store.query(
    z.object({ found: z.string() }),
    `SELECT lower(leftPad(hex(id), 32, '0')) AS found FROM event_ids
     WHERE id IN (SELECT toUInt128(arrayJoin(CAST([${list}], 'Array(UUID)'))))`,
  );
  return found.map(({ found: hex }) => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));
}
