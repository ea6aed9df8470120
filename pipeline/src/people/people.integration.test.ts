import { newId } from '@plaza/contracts';
import { createTestClickHouse } from '@plaza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { writeGroup } from '../capture/group-journal.ts';
import type { Store } from '../clickhouse/store.ts';
import { digestBuyer, SALES_COLUMNS, toSalesRows, writeSalesRow } from '../outbox/sales-rows.ts';
import { DEAD_LETTER_COLUMNS, EVENT_COLUMNS, toDeadLetter } from '../steps/letter.ts';
import { processEvent } from '../steps/process-event.ts';
import { UNKNOWN_SENDER } from '../steps/read-sender.ts';
import { paidOrder } from '../test-support/facts.ts';
import { INTERNAL_TOKEN, openEventStore, readNumber } from '../test-support/stores.ts';
import { peopleRoutes } from './people.routes.ts';

let events: Awaited<ReturnType<typeof openEventStore>>;
let store: Store;

beforeAll(async () => {
  events = await openEventStore(await createTestClickHouse());
  store = events.store;
});
afterAll(() => events.close());

const report = async (distinctId: string, event: string, properties: object) => {
  const receivedAtMs = Date.now();
  const letter = processEvent(
    { event, properties: { distinct_id: distinctId, ...properties } },
    { receivedAtMs, sentAtMs: null, sender: UNKNOWN_SENDER },
  );
  if (letter?.table !== 'events') throw new Error('It was not taken.');
  await store.insert({ table: 'events', columns: EVENT_COLUMNS, rows: [letter.row], token: letter.id });
};
const refuse = async (distinctId: string) => {
  const letter = toDeadLetter({
    source: 'capture',
    reason: 'properties_invalid',
    detail: '',
    payload: JSON.stringify({ distinct_id: distinctId }),
    receivedAtMs: Date.now(),
  });
  await store.insert({
    table: 'dead_letters',
    columns: DEAD_LETTER_COLUMNS,
    rows: [letter.row],
    token: letter.id,
  });
};
/** As capture does before it inserts. */
const writeDown = (distinctId: string) => {
  const raw = { event: 'x', properties: { distinct_id: distinctId } };
  const letter = processEvent(raw, { receivedAtMs: Date.now(), sentAtMs: null, sender: UNKNOWN_SENDER });
  if (letter === null) throw new Error('It was not taken.');
  return writeGroup(store, newId(), { number: 1, letters: [letter] });
};
const writeFact = (orderId: string, accountId: string) =>
  store.insert({
    table: 'facts',
    columns: ['id', 'type', 'version', 'occurred_at', 'aggregate_id', 'payload'],
    rows: [
      JSON.stringify([
        newId(),
        'order.paid',
        1,
        Date.now(),
        orderId,
        JSON.stringify({ buyerKey: `account:${accountId}` }),
      ]),
    ],
    token: newId(),
  });

/** The order of a person, as sellers' figures have it. */
const sell = async ({ accountId, orderId }: { accountId: string; orderId: string }) => {
  const paid = paidOrder({ sellerIds: [newId()], buyerKey: `account:${accountId}` });
  const rows = toSalesRows({ ...paid, payload: { ...paid.payload, orderId } });
  await store.insert({
    table: 'sales',
    columns: SALES_COLUMNS,
    rows: rows.map(writeSalesRow),
    token: newId(),
  });
};

const post = (path: string, body: unknown, token = INTERNAL_TOKEN) =>
  peopleRoutes({ store, internalToken: INTERNAL_TOKEN, ready: Promise.resolve() }).request(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { authorization: `Bearer ${token}` },
  });
const lineSchema = z.object({ event: z.string(), search_query: z.string() });
const eventsOf = async (accountId: string, orderIds: string[]) => {
  const answer = await post('/people/events', { accountId, orderIds });
  expect(answer.status).toBe(200);
  const text = await answer.text();
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => lineSchema.parse(JSON.parse(line)));
};

/** A person with a browser that has searched and ordered. */
async function addPerson(browser: string = newId()) {
  const [accountId, orderId] = [newId(), newId()];
  await report(browser, 'search_performed', { query: `of ${accountId}`, resultCount: 1 });
  await report(browser, 'order_confirmed', { orderId });
  await refuse(browser);
  await writeFact(orderId, accountId);
  await writeDown(browser);
  return { accountId, orderId, browser };
}

describe('what is held of a person', () => {
  it('is what the browsers reported that ordered for them', async () => {
    const [ada] = [await addPerson(), await addPerson()];
    const found = await eventsOf(ada.accountId, [ada.orderId]);
    expect(found.map(({ event }) => event).sort()).toEqual(['order_confirmed', 'search_performed']);
    expect(found.some(({ search_query }) => search_query === `of ${ada.accountId}`)).toBe(true);
  });

  it('of a browser that others order with too is what is about their own orders', async () => {
    const ada = await addPerson();
    await addPerson(ada.browser);
    const found = await eventsOf(ada.accountId, [ada.orderId]);
    expect(found.map(({ event }) => event)).toEqual(['order_confirmed']);
  });

  it('is told to nobody without the token', async () => {
    const person = { accountId: newId(), orderIds: [] };
    expect((await post('/people/events', person, 'another token')).status).toBe(401);
    expect((await post('/people/erase', person, 'another token')).status).toBe(401);
    expect((await post('/people/events', { accountId: 'x' })).status).toBe(400);
  });
});

describe('a person that is erased', () => {
  it('is nowhere any more, and nobody else is touched', async () => {
    const [ada, bob] = [await addPerson(), await addPerson()];
    const buyerKey = `erased:${newId()}`;
    const erase = () =>
      post('/people/erase', { accountId: ada.accountId, orderIds: [ada.orderId], buyerKey });
    const answer = await erase();
    expect([answer.status, await answer.json()]).toEqual([200, { browserCount: 1 }]);
    for (const [table, column] of [
      ['events', 'toString(tuple(*))'],
      ['facts', 'payload'],
      ['dead_letters', 'payload'],
      ['capture_groups', 'letters'],
    ]) {
      const count = (needle: string) =>
        readNumber(store, `SELECT count() AS value FROM ${table} WHERE position(${column}, '${needle}') > 0`);
      expect(await count(ada.browser)).toBe(0);
      expect(await count(ada.accountId)).toBe(0);
    }
    expect(
      await readNumber(
        store,
        `SELECT count() AS value FROM facts WHERE position(payload, '${buyerKey}') > 0`,
      ),
    ).toBe(1);
    expect(await eventsOf(bob.accountId, [bob.orderId])).toHaveLength(2);
    expect((await erase()).status).toBe(200);
  });

  it('is somebody else in what sellers count, and where their orders came from is gone', async () => {
    const [ada, bob] = [await addPerson(), await addPerson()];
    await sell(ada);
    await sell(bob);
    const buyerKey = `erased:${newId()}`;
    await post('/people/erase', { accountId: ada.accountId, orderIds: [ada.orderId], buyerKey });
    const countOf = (table: string, key: string) =>
      readNumber(store, `SELECT count() AS value FROM ${table} WHERE buyer = ${digestBuyer(key)}`);
    for (const table of ['sales', 'seller_orders'])
      expect([
        await countOf(table, `account:${ada.accountId}`),
        await countOf(table, buyerKey),
        await countOf(table, `account:${bob.accountId}`),
      ]).toEqual([0, table === 'sales' ? 2 : 1, table === 'sales' ? 2 : 1]);
    const sourcesOf = ({ orderId }: { orderId: string }) =>
      readNumber(store, `SELECT count() AS value FROM order_sources WHERE order_id = '${orderId}'`);
    expect([await sourcesOf(ada), await sourcesOf(bob)]).toEqual([0, 1]);
  });
});
