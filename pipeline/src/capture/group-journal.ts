import { z } from 'zod';
import type { Store } from '../clickhouse/store.ts';
import type { Letter } from '../steps/letter.ts';
import { readLetters, writeLetters } from './letter-lines.ts';
import { insertLetters, sortOut } from './letter-writer.ts';

/** Letters that are written down together, which is when their senders are answered. */
export interface JournalGroup {
  /** Counts the groups of a process, from 1. */
  number: number;
  letters: readonly Letter[];
}

/** Groups `from` to `to` of a process, which are inserted together. */
interface Batch {
  from: number;
  to: number;
}

/** More batches than a process, and those that died while they took over from it, can have left half inserted. */
const LAST_BATCHES = 4;

/**
 * Writes a group down. From then on its letters survive any crash.
 * @throws when it is not certain that it is written; to be repeated then
 */
export function writeGroup(store: Store, process: string, { number, letters }: JournalGroup): Promise<void> {
  return write(store, { process, number, letters });
}

/**
 * Inserts groups that are written down, after it is written down which ones: an insert is known again by exactly its rows.
 * @param groups one after the other by their numbers
 * @throws when it is not certain that everything is there; to be repeated then, with the same groups
 */
export async function insertGroups(
  store: Store,
  process: string,
  groups: readonly JournalGroup[],
): Promise<void> {
  const [first, last] = [groups.at(0), groups.at(-1)];
  if (first === undefined || last === undefined) return;
  await write(store, { process, number: last.number, sealedFrom: first.number });
  const letters = groups.flatMap((group) => group.letters);
  await insertLetters(store, sortOut(letters, []));
}

/**
 * Takes over what the process before had written down: inserts what it had not, and once more what it had just begun with,
 * which is nothing where all of it is there, and the rest where ClickHouse died with it between a table and its views. From
 * then on this process is the one before.
 * @param process this process, of which there is one at a time
 */
export async function takeOverGroups(store: Store, process: string): Promise<void> {
  const [before] = await store.query(
    z.object({ process: z.uuid() }),
    'SELECT process FROM capture_groups ORDER BY begun_at DESC LIMIT 1',
  );
  const isAnother = before !== undefined && before.process !== process;
  if (isAnother) await finishGroupsOf(store, before.process);
  await write(store, { process });
  // What was still on its way from there. Whatever comes later was answered to nobody, and will never be inserted.
  if (isAnother) await finishGroupsOf(store, before.process);
}

/**
 * Removes what is inserted for good.
 * @param unfinished the process that writes now and its first group that may not be inserted; all goes when it is absent
 */
export async function forgetGroups(
  store: Store,
  unfinished?: { process: string; from: number },
): Promise<void> {
  if (unfinished === undefined) return store.alter('capture_groups', 'DELETE WHERE 1');
  await store.alter(
    'capture_groups',
    'DELETE WHERE process != {process:UUID} OR number < {from:UInt64}',
    unfinished,
  );
}

async function finishGroupsOf(store: Store, process: string): Promise<void> {
  const batches = await readBatches(store, process);
  for (const batch of batches) {
    const groups = await readGroups(store, process, batch);
    // Where some have been removed, all of them were inserted.
    if (groups.length === batch.to - batch.from + 1) await insertGroups(store, process, groups);
  }
  const unsealed = { from: (batches.at(-1)?.to ?? 0) + 1, to: Number.MAX_SAFE_INTEGER };
  await insertGroups(store, process, await readGroups(store, process, unsealed));
}

const batchSchema = z.object({ from: z.coerce.number(), to: z.coerce.number() });

/**
 * The last batches of a process by their numbers. Of two that overlap the later one counts: a seal that arrives after the
 * death of who wrote it was never followed by an insert.
 */
async function readBatches(store: Store, process: string): Promise<Batch[]> {
  const latestFirst = await store.query(
    batchSchema,
    `SELECT sealed_from AS "from", number AS "to" FROM capture_groups
     WHERE process = {process:UUID} AND sealed_from > 0
     GROUP BY sealed_from, number ORDER BY max(begun_at) DESC, number DESC LIMIT ${4 * LAST_BATCHES}`,
    { process },
  );
  const batches: Batch[] = [];
  for (const { from, to } of latestFirst)
    if (batches.every((other) => to < other.from || from > other.to)) batches.push({ from, to });
  return batches.sort((a, b) => a.from - b.from).slice(-LAST_BATCHES);
}

const groupSchema = z.object({ number: z.coerce.number(), text: z.string() });

async function readGroups(store: Store, process: string, { from, to }: Batch): Promise<JournalGroup[]> {
  const rows = await store.query(
    groupSchema,
    `SELECT number, any(letters) AS text FROM capture_groups
     WHERE process = {process:UUID} AND number BETWEEN {from:UInt64} AND {to:UInt64} AND letters != ''
     GROUP BY number ORDER BY number`,
    { process, from, to },
  );
  return rows.map(({ number, text }) => ({ number, letters: readLetters(text) }));
}

interface Row {
  process: string;
  number?: number;
  sealedFrom?: number;
  letters?: readonly Letter[];
}

async function write(
  store: Store,
  { process, number = 0, sealedFrom = 0, letters = [] }: Row,
): Promise<void> {
  await store.insert({
    table: 'capture_groups',
    columns: ['letters', 'begun_at', 'process', 'number', 'sealed_from'],
    rows: [JSON.stringify([writeLetters(letters), Date.now(), process, number, sealedFrom])],
    token: `group:${process}:${sealedFrom}:${number}`,
  });
}
