import { and, asc, eq, sql } from 'drizzle-orm';
import { productTable, variantTable } from '../catalog/catalog.table.ts';
import type { Db } from '../platform/db.ts';
import { prepared } from '../platform/prepared.ts';
import { stockTable } from './stock.table.ts';

/** A variant of a published product as it can be bought now. */
interface LiveVariant {
  id: string;
  sku: string;
  optionValues: string[];
  priceMinor: number;
  compareAtPriceMinor: number | null;
  availableQuantity: number;
}

const findRows = prepared((db) =>
  db
    .select({
      id: variantTable.id,
      sku: variantTable.sku,
      optionValues: variantTable.optionValues,
      priceMinor: variantTable.priceMinor,
      compareAtPriceMinor: variantTable.compareAtPriceMinor,
      availableQuantity: sql<number>`${stockTable.onHand} - ${stockTable.reserved}`,
    })
    .from(variantTable)
    .innerJoin(stockTable, eq(stockTable.variantId, variantTable.id))
    .innerJoin(productTable, eq(productTable.id, variantTable.productId))
    .where(
      and(eq(variantTable.productId, sql.placeholder('productId')), eq(productTable.status, 'published')),
    )
    .orderBy(asc(variantTable.position))
    .prepare('find_live_variants'),
);

/** Variants of a published product in the order in which they are offered; empty when it is not published. */
export const findLiveVariants = (db: Db, productId: string): Promise<LiveVariant[]> =>
  findRows(db).execute({ productId });
