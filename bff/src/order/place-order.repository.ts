import { idSchema, type PlaceOrderResult } from '@plaza/contracts';
import postgres from 'postgres';
import { z } from 'zod';
import { createQueryBatcher } from '../platform/batch.ts';
import { momentSchema, parseRows, type Query, toJson } from '../platform/query.ts';
import type { SplitOrder } from './split-order.ts';

type Placed = Extract<PlaceOrderResult, { ok: true }>;

/** A split order with the version of the cart that it was priced from. */
export type Placing = SplitOrder & { cartVersion: number };

export type InsertOutcome =
  | { kind: 'placed'; result: Placed; supersededOrderIds: string[]; releasedProductIds: string[] }
  | { kind: 'out_of_stock'; variantIds: string[] }
  /** The cart changed since it was read, or a number or a key was taken in this very moment. */
  | { kind: 'try_again' };

const placedFields = {
  orderId: idSchema,
  orderNumber: z.string(),
  totalMinor: z.int(),
  expiresAt: momentSchema.transform((moment) => moment.toISOString()),
};
const placedSchema = z.object(placedFields).transform((order): Placed => ({ ok: true, ...order }));

const outcomeSchema = z.discriminatedUnion('outcome', [
  z
    .object({
      outcome: z.enum(['placed', 'repeated']),
      ...placedFields,
      supersededOrderIds: z.array(idSchema),
      releasedProductIds: z.array(idSchema),
    })
    .transform(({ outcome: _, supersededOrderIds, releasedProductIds, ...order }): InsertOutcome => {
      return { kind: 'placed', result: { ok: true, ...order }, supersededOrderIds, releasedProductIds };
    }),
  z
    .object({ outcome: z.literal('out_of_stock'), variantIds: z.array(idSchema) })
    .transform(({ variantIds }): InsertOutcome => ({ kind: 'out_of_stock', variantIds })),
  z.object({ outcome: z.literal('cart_changed') }).transform((): InsertOutcome => ({ kind: 'try_again' })),
]);
const answerSchema = z.object({ outcomes: z.array(outcomeSchema) });

/** Measured: larger batches only make the first order of a batch wait longer. */
const BATCH_SIZE = 32;
const MAX_WAITING = 5_000;
const UNIQUE_VIOLATION = '23505';

/**
 * Writes an order and reserves its stock, all of it or nothing. Orders that come at the same time share a transaction
 * (see `place_orders` in `migrations`), each with its own outcome.
 */
export async function insertOrder(query: Query, placing: Placing): Promise<InsertOutcome> {
  try {
    return await insertTogether(query, placing);
  } catch (error) {
    if (error instanceof postgres.PostgresError && error.code === UNIQUE_VIOLATION)
      return { kind: 'try_again' };
    throw error;
  }
}

const insertTogether = createQueryBatcher(
  async (query, batch: readonly Placing[]): Promise<InsertOutcome[]> => {
    const rows = await query`select place_orders(${toJson(batch)}::jsonb) as outcomes`;
    return parseRows(answerSchema, rows)[0]?.outcomes ?? [];
  },
  { maxSize: BATCH_SIZE, maxWaiting: MAX_WAITING, keyOf: ({ order }) => order.cartId },
);

/** The order that this buyer placed with a key before, or null. */
export async function findByIdempotencyKey(
  query: Query,
  input: { buyerKey: string; idempotencyKey: string },
): Promise<Placed | null> {
  const rows = await query`
    select jsonb_build_object('orderId', id, 'orderNumber', number, 'totalMinor', total_minor,
      'expiresAt', expires_at) as placed
    from orders where buyer_key = ${input.buyerKey} and idempotency_key = ${input.idempotencyKey}`;
  return parseRows(z.object({ placed: placedSchema }), rows)[0]?.placed ?? null;
}
