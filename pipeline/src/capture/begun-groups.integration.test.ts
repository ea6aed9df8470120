import { createTestClickHouse } from '@plaza/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { letters } from '../test-support/letters.ts';
import { openEventStore, readNumber } from '../test-support/stores.ts';
import { finishBegunGroups, rememberGroup } from './begun-groups.ts';
import { insertLetters, sortOut } from './letter-writer.ts';

let events: Awaited<ReturnType<typeof openEventStore>>;
beforeAll(async () => {
  events = await createTestClickHouse().then(openEventStore);
});
afterAll(() => events.close());

it('a group that died with ClickHouse between the table and its views is completed, once', async () => {
  const { store } = events;
  const group = sortOut(letters(50), []);
  await rememberGroup(store, group);
  await store.command('DETACH TABLE event_ids_view');
  await insertLetters(store, group);
  await store.command('ATTACH TABLE event_ids_view');
  // It died before the first insert, too.
  await rememberGroup(store, sortOut(letters(10), []));
  for (let start = 0; start < 3; start += 1) await finishBegunGroups(store);
  expect(await readNumber(store, 'SELECT count() AS value FROM events')).toBe(60);
  expect(await readNumber(store, 'SELECT count() AS value FROM event_ids')).toBe(60);
});
