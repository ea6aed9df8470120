import { randomBytes } from 'node:crypto';
import { newId } from '@plaza/contracts';
import { createTestDatabase, type TestDatabase } from '@plaza/testing';
import { bigint, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Database, openDatabase } from './db.ts';
import { parseRows } from './query.ts';
import { countToReseal, resealColumn } from './reseal.ts';
import { sealedColumn } from './sealed-column.ts';
import { createSealing } from './sealing.ts';

const [older, newer] = ['2025_11', '2026-11'].map((id) => ({ id, key: randomBytes(32) }));
if (!older || !newer) throw new Error('Two keys are needed.');
const INDEX_KEY = randomBytes(32);
const before = createSealing({ SEALING_KEYS: [older], INDEX_KEY });
const sealing = createSealing({ SEALING_KEYS: [newer, older], INDEX_KEY });
const after = createSealing({ SEALING_KEYS: [newer], INDEX_KEY });

const noteTable = pgTable('note', { noteId: uuid('note_id').primaryKey(), body: text() });
const numberedTable = pgTable('numbered note', {
  id: bigint({ mode: 'number' }).primaryKey(),
  body: text('the body'),
});
const body = sealedColumn(noteTable.body, 'note.body');

let testDatabase: TestDatabase;
let database: Database;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = openDatabase(testDatabase.url);
  await database.client`create table note (note_id uuid primary key, body text)`;
  await database.client`create table "numbered note" (id bigint primary key, "the body" text)`;
});
beforeEach(async () => {
  await database.client`truncate note, "numbered note"`;
});
afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

async function addNotes(count: number, seal = before): Promise<Map<string, string>> {
  const notes = Array.from({ length: count }, (_, index) => ({ id: newId(), body: `note ${index}` }));
  await database.client`
    insert into note select * from unnest(
      ${notes.map(({ id }) => id)}::uuid[], ${notes.map((note) => seal.seal(note.body, 'note.body'))}::text[])`;
  return new Map(notes.map((note) => [note.id, note.body]));
}

const readNotes = async () =>
  parseRows(
    z.object({ id: z.string(), body: z.string() }),
    await database.client`select note_id as id, body from note where body <> '' order by note_id`,
  );

/** Something to wait for. */
function newEvent() {
  let happen = () => {};
  const happened = new Promise<void>((resolve) => {
    happen = resolve;
  });
  return { happened, happen };
}

describe('resealing', () => {
  it('leaves every text as it was, opened by the new key alone', async () => {
    const notes = await addNotes(25);
    await database.client`insert into note values (${newId()}, null), (${newId()}, '')`;
    let progress = 0;
    const report = await resealColumn({ database, sealing }, body, {
      batchSize: 10,
      onProgress: (count) => (progress += count),
    });
    expect(report).toMatchObject({ resealed: 25, unreadable: 0, isStopped: false });
    expect(progress).toBe(25);
    const opened = (await readNotes()).map((note) => [note.id, after.open(note.body, 'note.body')]);
    expect(new Map(opened.map(([id = '', text = '']) => [id, text]))).toEqual(notes);
  });

  it('goes on where it was stopped, and has nothing to do at the end', async () => {
    await addNotes(25);
    const stop = new AbortController();
    const first = await resealColumn({ database, sealing }, body, {
      batchSize: 10,
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(first).toMatchObject({ resealed: 10, isStopped: true });
    expect(await countToReseal(database.client, sealing, body)).toBe(15);
    expect(await resealColumn({ database, sealing }, body)).toMatchObject({ resealed: 15, isStopped: false });
    expect(await resealColumn({ database, sealing }, body)).toMatchObject({ resealed: 0 });
  });

  it('does not touch what the current key sealed', async () => {
    await addNotes(3, sealing);
    const sealed = await readNotes();
    await resealColumn({ database, sealing }, body);
    expect(await readNotes()).toEqual(sealed);
  });

  it('names what no key opens, leaves it as it is and does the rest', async () => {
    const [broken, strange] = [newId(), newId()];
    await database.client`insert into note values (${broken}, 'plain'), (${strange}, ${before.seal('x', 'other')})`;
    await addNotes(5);
    const report = await resealColumn({ database, sealing }, body, { batchSize: 2 });
    expect(report).toMatchObject({ resealed: 5, unreadable: 2, unreadableKeys: [broken, strange].sort() });
    expect((await readNotes()).find(({ id }) => id === broken)?.body).toBe('plain');
  });

  it('keeps what somebody wrote meanwhile', async () => {
    const [id = ''] = (await addNotes(1)).keys();
    const written = before.seal('newer text', 'note.body');
    // Changed before it is read, and committed after.
    const [changed, read] = [newEvent(), newEvent()];
    const changing = database.client.begin(async (query) => {
      await query`update note set body = ${written} where note_id = ${id}`;
      changed.happen();
      await read.happened;
    });
    await changed.happened;
    const telling = {
      ...sealing,
      open: (sealed: string, context: string) => {
        read.happen();
        return sealing.open(sealed, context);
      },
    };
    const report = await resealColumn({ database, sealing: telling }, body);
    await changing;
    expect(report).toMatchObject({ resealed: 0 });
    expect((await readNotes()).map((note) => note.body)).toEqual([written]);
    expect(await resealColumn({ database, sealing }, body)).toMatchObject({ resealed: 1 });
  });

  it('reads keys and names of any kind', async () => {
    for (const id of [2, 10, 9]) {
      const sealed = before.seal(`${id}`, 'numbered.body');
      await database.client`insert into "numbered note" values (${id}, ${sealed})`;
    }
    const column = sealedColumn(numberedTable.body, 'numbered.body');
    expect(await resealColumn({ database, sealing }, column, { batchSize: 1 })).toMatchObject({
      resealed: 3,
    });
  });
});
