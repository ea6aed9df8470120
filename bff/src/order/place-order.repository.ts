import { idSchema, type PlaceOrderResult } from '@plaza/contracts';
import postgres from 'postgres';
import { z } from 'zod';
import { momentSchema, parseRows, type Query, toJson } from '../platform/query.ts';
import type { SplitOrder } from './split-order.ts';

type Placed = Extract<PlaceOrderResult, { ok: true }>;

const placedSchema = z
  .object({ orderId: idSchema, orderNumber: z.string(), totalMinor: z.int(), expiresAt: momentSchema })
  .transform(
    ({ expiresAt, ...order }): Placed => ({ ok: true, ...order, expiresAt: expiresAt.toISOString() }),
  );
const answerSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('cart_changed') }),
  z.looseObject({
    outcome: z.enum(['placed', 'repeated']),
    supersededOrderIds: z.array(idSchema),
    releasedProductIds: z.array(idSchema),
  }),
]);

export type InsertOutcome =
  | { kind: 'placed'; result: Placed; supersededOrderIds: string[]; releasedProductIds: string[] }
  | { kind: 'out_of_stock'; variantIds: string[] }
  /** The cart changed since it was read, or a number or a key was taken in this very moment. */
  | { kind: 'try_again' };

/** Writes an order and reserves its stock, all of it or nothing (see the function in `migrations`). */
export async function insertOrder(
  query: Query,
  split: SplitOrder,
  cartVersion: number,
): Promise<InsertOutcome> {
  try {
    const rows = await query`select place_order(${toJson({ ...split, cartVersion })}::jsonb) as answer`;
    const answer = parseRows(z.object({ answer: answerSchema }), rows)[0]?.answer;
    if (!answer || answer.outcome === 'cart_changed') return { kind: 'try_again' };
    const { supersededOrderIds, releasedProductIds } = answer;
    return { kind: 'placed', result: placedSchema.parse(answer), supersededOrderIds, releasedProductIds };
  } catch (error) {
    if (!(error instanceof postgres.PostgresError)) throw error;
    if (error.code === SHORT_OF_STOCK) return { kind: 'out_of_stock', ...parseDetail(error.detail) };
    if (error.code === UNIQUE_VIOLATION) return { kind: 'try_again' };
    throw error;
  }
}

/** Raised by `place_order`. */
const SHORT_OF_STOCK = 'PZ001';
const UNIQUE_VIOLATION = '23505';
const parseDetail = (detail: string | undefined) =>
  z.object({ variantIds: z.array(idSchema) }).parse(JSON.parse(detail ?? '{}'));

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
