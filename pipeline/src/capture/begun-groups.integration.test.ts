import { newId } from '@plaza/contracts';
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

const count = (table: string) => readNumber(events.store, `SELECT count() AS value FROM ${table}`);

it('what a process had begun with is finished once, by the one that follows it', async () => {
  const { store } = events;
  const [first, second, third] = [newId(), newId(), newId()];
  await finishBegunGroups(store, first);
  const group = sortOut(letters(50), []);
  await rememberGroup(store, first, group);
  // ClickHouse and the process die between the table and its views; another group has not come that far.
  await store.command('DETACH TABLE event_ids_view');
  await insertLetters(store, group);
  await store.command('ATTACH TABLE event_ids_view');
  await rememberGroup(store, first, sortOut(letters(10), []));
  await finishBegunGroups(store, second);
  expect([await count('events'), await count('event_ids')]).toEqual([60, 60]);

  // What the first had written down arrives now, when its clients have sent the events again, in other company.
  const late = letters(5);
  await insertLetters(store, sortOut([...late, ...letters(1)], []));
  await rememberGroup(store, first, sortOut(late, []));
  await finishBegunGroups(store, third);
  expect([await count('events'), await count('event_ids')]).toEqual([66, 66]);
});
