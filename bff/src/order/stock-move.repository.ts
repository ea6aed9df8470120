import { idSchema } from '@plaza/contracts';
import { z } from 'zod';
import { parseRows, type Query } from '../platform/query.ts';
import type { StockMove } from './stock-move.ts';

const freeSchema = z.object({ variantId: idSchema, freeQuantity: z.int() });

/** Locks the stock of variants in the order of their ids and answers what is free of each. */
export async function lockFreeStock(
  query: Query,
  variantIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await query`
    select variant_id as "variantId", on_hand - reserved as "freeQuantity"
    from stock where variant_id = any(${[...variantIds]}) order by variant_id for update`.execute();
  return new Map(parseRows(freeSchema, rows).map((row) => [row.variantId, row.freeQuantity]));
}

/**
 * Moves stock. A variant that was deleted meanwhile is passed over.
 * @throws when it would leave less than nothing: a bug, and the transaction must not commit
 */
export async function moveStock(query: Query, moves: readonly StockMove[], at: Date): Promise<void> {
  const locked = lockFreeStock(
    query,
    moves.map((move) => move.variantId),
  );
  const moved = query`
    update stock set
      on_hand = stock.on_hand + move.on_hand,
      reserved = stock.reserved + move.reserved,
      updated_at = ${at.toISOString()}::timestamptz
    from unnest(
      ${moves.map((move) => move.variantId)}::uuid[],
      ${moves.map((move) => move.onHand)}::int[],
      ${moves.map((move) => move.reserved)}::int[]
    ) as move (variant_id, on_hand, reserved)
    where stock.variant_id = move.variant_id`.execute();
  await Promise.all([locked, moved]);
}
