import { newId } from '@plaza/contracts';
import { createTestClickHouse } from '@plaza/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { letters } from '../test-support/letters.ts';
import { openEventStore, readNumber } from '../test-support/stores.ts';
import { forgetGroups, insertGroups, takeOverGroups, writeGroup } from './group-journal.ts';
import { writeLetters } from './letter-lines.ts';

let events: Awaited<ReturnType<typeof openEventStore>>;
beforeAll(async () => {
  events = await createTestClickHouse().then(openEventStore);
});
afterAll(() => events.close());

const count = (table: string) => readNumber(events.store, `SELECT count() AS value FROM ${table}`);

const stored = async () => [await count('events'), await count('event_ids')];

/** Groups one after the other, of so many letters each, written down. */
async function written(process: string, first: number, ...sizes: number[]) {
  const groups = sizes.map((size, index) => ({ number: first + index, letters: letters(size) }));
  for (const group of groups) await writeGroup(events.store, process, group);
  return groups;
}

/** As when ClickHouse dies between a table and its views. */
async function insertHalf(work: () => Promise<void>) {
  await events.store.command('DETACH TABLE event_ids_view');
  await work();
  await events.store.command('ATTACH TABLE event_ids_view');
}

/** A row of the journal that was on its way when its process died. */
const arrives = (row: readonly (string | number)[]) =>
  events.store.insert({
    table: 'capture_groups',
    columns: ['letters', 'begun_at', 'process', 'number', 'sealed_from'],
    rows: [JSON.stringify(row)],
    token: newId(),
  });
/** As if the process had died before it wrote that it had begun. */
const leavesNoMark = (process: string) =>
  events.store.alter('capture_groups', 'DELETE WHERE process = {process:UUID}', { process });

beforeEach(async () => {
  for (const table of ['events', 'event_ids', 'capture_groups'])
    await events.store.command(`TRUNCATE TABLE ${table}`);
});

describe('what a process had written down when it died', () => {
  it('is inserted once by the one that follows it, be it begun, half done, or not begun', async () => {
    const { store } = events;
    const [first, second, third] = [newId(), newId(), newId()];
    await takeOverGroups(store, first);
    await insertGroups(store, first, await written(first, 1, 5, 6));
    const begun = await written(first, 3, 20, 30);
    await insertHalf(() => insertGroups(store, first, begun));
    await written(first, 5, 7, 8);
    expect(await stored()).toEqual([61, 11]);
    await takeOverGroups(store, second);
    expect(await stored()).toEqual([76, 76]);
    await takeOverGroups(store, third);
    expect(await stored()).toEqual([76, 76]);
  });

  it('is inserted once although whoever took it over died half way, too', async () => {
    const { store } = events;
    const [first, second, third] = [newId(), newId(), newId()];
    await takeOverGroups(store, first);
    await written(first, 1, 5, 6);
    await insertHalf(() => takeOverGroups(store, second));
    expect(await stored()).toEqual([11, 0]);
    await leavesNoMark(second);
    await takeOverGroups(store, third);
    expect(await stored()).toEqual([11, 11]);
  });

  it('is known by what was inserted, not by a seal that comes after the death of who wrote it', async () => {
    const { store } = events;
    const [first, second, third] = [newId(), newId(), newId()];
    await takeOverGroups(store, first);
    await written(first, 1, 5, 6, 7);
    const seal = ['', Date.now(), first, 2, 1];
    await takeOverGroups(store, second);
    await arrives(seal);
    await leavesNoMark(second);
    await takeOverGroups(store, third);
    expect(await stored()).toEqual([18, 18]);
  });

  it('is nobody’s affair when it arrives after the next one has taken over', async () => {
    const { store } = events;
    const [first, second, third] = [newId(), newId(), newId()];
    await takeOverGroups(store, first);
    await takeOverGroups(store, second);
    // Its clients were not answered, and have sent these events again, in other company.
    const late = letters(5);
    await insertGroups(store, second, [{ number: 1, letters: [...late, ...letters(1)] }]);
    await arrives([writeLetters(late), Date.now() - 60_000, first, 1, 0]);
    await takeOverGroups(store, third);
    expect(await stored()).toEqual([6, 6]);
  });
});

it('what is inserted is forgotten without being inserted again', async () => {
  const { store } = events;
  const [first, second] = [newId(), newId()];
  await takeOverGroups(store, first);
  await insertGroups(store, first, await written(first, 1, 5, 6));
  await written(first, 3, 7);
  await forgetGroups(store, { process: first, from: 3 });
  expect(await count('capture_groups')).toBe(1);
  await takeOverGroups(store, second);
  expect(await stored()).toEqual([18, 18]);
});
