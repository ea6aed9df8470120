import { idSchema } from '@plaza/contracts';
import { z } from 'zod';
import { forgetGroups } from '../capture/group-journal.ts';
import type { Store } from '../clickhouse/store.ts';
import { digestBuyer } from '../outbox/sales-rows.ts';
import { buyerKeyOf, findBrowsers, type Person, personSchema } from './person.ts';

export const eraseSchema = personSchema.extend({
  /** In whose name the sales stay. */
  buyerKey: z
    .string()
    .regex(/^erased:[0-9a-f-]{36}$/)
    .refine((key) => idSchema.safeParse(key.slice('erased:'.length)).success),
});

/**
 * Takes everything of a person out of ClickHouse and answers when it is gone: what their browsers reported, and their
 * name in facts about their orders. Sales stay, and are another buyer's. What is counted by hour keeps
 * digests of random ids, which stand for nobody any more. Can be repeated.
 */
export async function erasePerson(
  store: Store,
  { buyerKey, ...person }: Person & { buyerKey: string },
): Promise<{ browserCount: number }> {
  const browsers = await findBrowsers(store, person);
  const distinctIds = browsers.map(({ distinctId }) => distinctId);
  const { orderIds } = person;
  await store.alter('dead_letters', 'DELETE WHERE multiSearchAny(payload, {distinctIds:Array(String)})', {
    distinctIds,
  });
  // All of them, which are only ever taken over as a whole; in a pause, when every one is inserted.
  await store.gate.pause(() => forgetGroups(store));
  await store.alter(
    'facts',
    `UPDATE payload = replaceAll(payload, {from:String}, {to:String})
     WHERE aggregate_id IN {orderIds:Array(UUID)} AND position(payload, {from:String}) > 0`,
    { from: buyerKeyOf(person), to: buyerKey, orderIds },
  );
  await store.alter(
    'facts',
    `UPDATE payload =
       replaceRegexpOne(payload, '"trackingNumber":"([^"\\\\\\\\]|\\\\\\\\.)*"', '"trackingNumber":"erased"')
     WHERE type = 'seller_order.shipped' AND has({orderIds:Array(String)}, JSONExtractString(payload, 'orderId'))`,
    { orderIds },
  );
  const to = digestBuyer(buyerKey);
  for (const table of ['sales', 'seller_orders'])
    await store.alter(
      table,
      'UPDATE buyer = {to:UInt64} WHERE order_id IN {orderIds:Array(UUID)} AND buyer NOT IN (0, {to:UInt64})',
      { to, orderIds },
    );
  await store.alter('order_sources', 'DELETE WHERE order_id IN {orderIds:Array(UUID)}', { orderIds });
  // Last: these are what ties the browsers to the person, should anything before it fail.
  await store.alter(
    'events',
    'DELETE WHERE distinct_id IN {distinctIds:Array(String)} OR order_id IN {orderIds:Array(UUID)}',
    { distinctIds, orderIds },
  );
  return { browserCount: browsers.length - 1 };
}
