import { createTestClickHouse } from '@plaza/testing';
import { expect, it } from 'vitest';
import { letters } from '../test-support/letters.ts';
import { openEventStore } from '../test-support/stores.ts';
import { findStored, insertLetters, sortOut } from './letter-writer.ts';

it('what is stored is known by its id, whatever digits it begins with', async () => {
  const events = await createTestClickHouse().then(openEventStore);
  const ids = ['00', '0000', '0a', 'ff'].map((start) => `${start}${crypto.randomUUID().slice(start.length)}`);
  const stored = letters(ids.length).map((letter, at) => {
    const id = ids[at] ?? '';
    return { ...letter, id, row: letter.row.replace(letter.id, id) };
  });
  await insertLetters(events.store, sortOut(stored, []));
  const found = await findStored(events.store, [...stored, ...letters(3)]);
  expect(found.sort()).toEqual([...ids].sort());
  await events.close();
});
