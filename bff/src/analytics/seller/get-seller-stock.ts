import {
  LOW_STOCK_DAYS,
  MAX_STOCK_ROWS,
  type SellerStock,
  STOCK_RATE_DAYS,
  type StockState,
  unitsSoldSchema,
} from '@plaza/contracts';
import { listShelf, type ShelfRow } from '../../inventory/public.ts';
import type { Services } from '../../platform/services.ts';
import { askPipeline } from '../ask-pipeline.ts';

/**
 * How long what is on the shelf lasts: stock as it is now, over what was sold a day lately.
 * @throws SERVICE_UNAVAILABLE when nobody knows what was sold
 */
export async function getSellerStock(services: Services, seller: { id: string }): Promise<SellerStock> {
  const [shelf, sold] = await Promise.all([
    listShelf(services.database.client, seller.id),
    askPipeline(services, unitsSoldSchema, 'dashboards/seller/units', { sellerId: seller.id }),
  ]);
  return reckonStock(shelf, new Map(sold.map((row) => [row.variantId, row.units])));
}

/** @param unitsByVariant units sold in the last `STOCK_RATE_DAYS` days */
export function reckonStock(
  shelf: readonly ShelfRow[],
  unitsByVariant: ReadonlyMap<string, number>,
): SellerStock {
  const variants = shelf.map((row) => {
    const unitsSold = unitsByVariant.get(row.variantId) ?? 0;
    const daysLeft = unitsSold === 0 ? null : Math.floor((row.available * STOCK_RATE_DAYS) / unitsSold);
    return { ...row, unitsSold, daysLeft, state: stateOf(row.available, daysLeft) };
  });
  const counts = { sold_out: 0, low: 0, enough: 0, not_selling: 0 };
  for (const { state } of variants) counts[state] += 1;
  // What sells comes first, by when it runs out and then by how much it sells; then what does not.
  const urgency = (days: number | null) => days ?? Number.MAX_SAFE_INTEGER;
  const sorted = variants.toSorted(
    (a, b) =>
      urgency(a.daysLeft) - urgency(b.daysLeft) ||
      b.unitsSold - a.unitsSold ||
      a.available - b.available ||
      (a.variantId < b.variantId ? -1 : 1),
  );
  return { counts, variants: sorted.slice(0, MAX_STOCK_ROWS) };
}

function stateOf(available: number, daysLeft: number | null): StockState {
  if (available === 0) return 'sold_out';
  if (daysLeft === null) return 'not_selling';
  return daysLeft < LOW_STOCK_DAYS ? 'low' : 'enough';
}
