import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Store } from '../clickhouse/store.ts';
import { readLetters, writeLetters } from './letter-lines.ts';
import { insertLetters, type PreparedLetters, sortOut } from './letter-writer.ts';

/** Groups that one process may have had under way when it died are fewer. */
const LAST_GROUPS = 4;

/**
 * Writes a group down before its first insert.
 * @throws when it is not certain that it is written
 */
export async function rememberGroup(store: Store, { events, deadLetters }: PreparedLetters): Promise<void> {
  if (events.length + deadLetters.length === 0) return;
  const letters = writeLetters([...events, ...deadLetters]);
  await store.insert({
    table: 'capture_groups',
    columns: ['letters', 'begun_at'],
    rows: [JSON.stringify([letters, Date.now()])],
    token: `group:${createHash('sha256').update(letters).digest('hex')}`,
  });
}

/**
 * Inserts once more what a process that was killed had begun with: nothing where all of it is there, and the rest where
 * ClickHouse died with it between a table and its views.
 */
export async function finishBegunGroups(store: Store): Promise<void> {
  const groups = await store.query(
    z.object({ letters: z.string() }),
    `SELECT letters FROM capture_groups ORDER BY begun_at DESC LIMIT ${LAST_GROUPS}`,
  );
  for (const { letters } of groups) await insertLetters(store, sortOut(readLetters(letters), []));
}
