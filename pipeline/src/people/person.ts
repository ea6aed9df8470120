import { idSchema } from '@plaza/contracts';
import { z } from 'zod';
import type { Store } from '../clickhouse/store.ts';

/** How many orders one call is about; whoever has more is asked about in several. */
const MAX_ORDERS = 500;
const MAX_BROWSERS = 1_000;

/** Somebody as the BFF names them: by their account, and by orders that are known to be theirs. */
export const personSchema = z.object({
  accountId: idSchema,
  orderIds: z.array(idSchema).max(MAX_ORDERS),
});
export type Person = z.output<typeof personSchema>;

/** The name under which an account's orders and events go. */
export const buyerKeyOf = ({ accountId }: Person): string => `account:${accountId}`;

const browserSchema = z.object({
  distinctId: z.string(),
  /** Whether it has ordered for somebody else too, such as a computer that a family shares. */
  isShared: z.union([z.boolean(), z.coerce.number().transform((value) => value !== 0)]),
});
export type Browser = z.output<typeof browserSchema>;

/**
 * Browsers that have reported one of the person's orders: browsers go by a random id of their own, and this is what ties
 * one to a person. With the account's own name among them, for clients that say it.
 */
export async function findBrowsers(store: Store, person: Person): Promise<Browser[]> {
  const found = await store.query(
    browserSchema,
    `SELECT distinct_id AS distinctId, countIf(NOT has({orderIds:Array(UUID)}, order_id)) > 0 AS isShared
     FROM events
     WHERE order_id != toUUID('00000000-0000-0000-0000-000000000000')
       AND distinct_id IN (SELECT distinct_id FROM events WHERE order_id IN {orderIds:Array(UUID)})
     GROUP BY distinct_id
     LIMIT ${MAX_BROWSERS}`,
    { orderIds: person.orderIds },
  );
  return [...found, { distinctId: buyerKeyOf(person), isShared: false }];
}
