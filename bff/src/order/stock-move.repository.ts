import { idSchema } from '@plaza/contracts';
import { z } from 'zod';
import { parseRows, type Query, toJson } from '../platform/query.ts';
import type { StockMove } from './stock-move.ts';

const freeSchema = z.object({ variantId: idSchema, freeQuantity: z.int() });

/** Locks the stock of variants in the order of their ids and answers what is free of each. */
export async function lockFreeStock(
  query: Query,
  variantIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await query`
    select variant_id as "variantId", on_hand - reserved as "freeQuantity"
    from stock where variant_id = any(${[...variantIds]}) order by variant_id for update`;
  return new Map(parseRows(freeSchema, rows).map((row) => [row.variantId, row.freeQuantity]));
}

/**
 * Moves stock. A variant that was deleted meanwhile is passed over.
 * @throws when it would leave less than nothing: a bug, and the transaction must not commit
 */
export async function moveStock(query: Query, moves: readonly StockMove[], at: Date): Promise<void> {
  await lockFreeStock(
    query,
    moves.map((move) => move.variantId),
  );
  await query`
    update stock set
      on_hand = on_hand + m."onHand",
      reserved = stock.reserved + m.reserved,
      updated_at = ${at.toISOString()}::timestamptz
    from jsonb_to_recordset(${toJson(moves)}::jsonb) as m("variantId" uuid, "onHand" int, reserved int)
    where stock.variant_id = m."variantId"`;
}
