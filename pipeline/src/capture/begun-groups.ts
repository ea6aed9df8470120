import { z } from 'zod';
import type { Store } from '../clickhouse/store.ts';
import type { Letter } from '../steps/letter.ts';
import { readLetters, writeLetters } from './letter-lines.ts';
import { digestIds, insertLetters, type PreparedLetters, sortOut } from './letter-writer.ts';

/** Groups that one process may have had under way when it died are fewer. */
const LAST_GROUPS = 4;

/**
 * Writes a group down before its first insert.
 * @throws when it is not certain that it is written
 */
export async function rememberGroup(
  store: Store,
  process: string,
  { events, deadLetters }: PreparedLetters,
): Promise<void> {
  const letters = [...events, ...deadLetters];
  if (letters.length > 0) await write(store, process, letters);
}

/**
 * Inserts once more what the process before had begun with: nothing where all of it is there, and the rest where ClickHouse
 * died with it between a table and its views. From then on this process is the one before.
 * @param process this process, of which there is one at a time
 */
export async function finishBegunGroups(store: Store, process: string): Promise<void> {
  const [before] = await store.query(
    z.object({ process: z.uuid() }),
    "SELECT process FROM capture_groups WHERE letters = '' ORDER BY begun_at DESC LIMIT 1",
  );
  if (before !== undefined && before.process !== process) await finishGroupsOf(store, before.process);
  await write(store, process, []);
  // What was still on its way from there. Whatever comes later was never inserted, and never will be.
  if (before !== undefined && before.process !== process) await finishGroupsOf(store, before.process);
}

async function finishGroupsOf(store: Store, process: string): Promise<void> {
  const groups = await store.query(
    z.object({ letters: z.string() }),
    `SELECT letters FROM capture_groups WHERE process = {process:UUID} AND letters != ''
     ORDER BY begun_at DESC LIMIT ${LAST_GROUPS}`,
    { process },
  );
  for (const { letters } of groups) await insertLetters(store, sortOut(readLetters(letters), []));
}

async function write(store: Store, process: string, letters: readonly Letter[]): Promise<void> {
  await store.insert({
    table: 'capture_groups',
    columns: ['letters', 'begun_at', 'process'],
    rows: [JSON.stringify([writeLetters(letters), Date.now(), process])],
    token: `group:${process}:${digestIds(letters)}`,
  });
}
