import { z } from 'zod';
import { parseRows, type Query } from '../platform/query.ts';

const stockSchema = z.object({ onHand: z.int(), reserved: z.int() });
const factSchema = z.object({ type: z.string(), payload: z.record(z.string(), z.unknown()) });
const refundSchema = z.object({ reason: z.string(), status: z.string(), amountMinor: z.int() });
const sessionSchema = z.object({ id: z.string() });

/** Short ways to read what no procedure shows. */
export const createTestRecords = (query: Query) => ({
  stockOf: async (variantId: string) => {
    const rows = await query`select on_hand as "onHand", reserved from stock where variant_id = ${variantId}`;
    return stockSchema.parse(rows[0]);
  },
  /** Facts about an order and its parts, in the order in which they were written. */
  factsOf: async (orderId: string) => {
    const rows = await query`
      select type, payload from outbox where payload->>'orderId' = ${orderId} order by tx, occurred_at, id`;
    return parseRows(factSchema, rows);
  },
  refundsOf: async (orderId: string) => {
    const rows = await query`
      select reason, status, amount_minor::int as "amountMinor" from refund where order_id = ${orderId} order by id`;
    return parseRows(refundSchema, rows);
  },
  /** The provider's session that an order was last to be paid with. */
  sessionOf: async (orderId: string) => {
    const rows = await query`
      select session_id as id from payment where order_id = ${orderId} and session_id is not null
      order by attempt desc limit 1`;
    return sessionSchema.parse(rows[0]).id;
  },
});
