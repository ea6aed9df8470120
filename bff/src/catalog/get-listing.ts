import { currencySchema, type Listing } from '@plaza/contracts';
import { and, asc, eq } from 'drizzle-orm';
import { stockTable } from '../inventory/stock.table.ts';
import type { Services } from '../platform/services.ts';
import { notFound } from '../platform/trpc.ts';
import { productTable, variantTable } from './catalog.table.ts';
import { findPictures } from './product.repository.ts';

/**
 * A listing of the seller's own as it is edited.
 * @throws NOT_FOUND for what is not there and for what is another's
 */
export async function getListing(
  { database }: Services,
  seller: { id: string },
  input: { productId: string },
): Promise<Listing> {
  const { db } = database;
  const [[product], variants, pictures] = await Promise.all([
    db
      .select()
      .from(productTable)
      .where(and(eq(productTable.id, input.productId), eq(productTable.sellerId, seller.id))),
    db
      .select({
        id: variantTable.id,
        sku: variantTable.sku,
        optionValues: variantTable.optionValues,
        priceMinor: variantTable.priceMinor,
        compareAtPriceMinor: variantTable.compareAtPriceMinor,
        weightGrams: variantTable.weightGrams,
        barcode: variantTable.barcode,
        onHandQuantity: stockTable.onHand,
        reservedQuantity: stockTable.reserved,
      })
      .from(variantTable)
      .innerJoin(stockTable, eq(stockTable.variantId, variantTable.id))
      .where(eq(variantTable.productId, input.productId))
      .orderBy(asc(variantTable.position)),
    findPictures(db, input.productId),
  ]);
  if (!product) throw notFound('listing');
  return {
    id: product.id,
    slug: product.slug,
    version: product.version,
    status: product.status,
    title: product.title,
    brand: product.brand,
    categoryId: product.categoryId,
    descriptionHtml: product.descriptionHtml,
    specs: product.specs,
    currency: currencySchema.parse(product.currency),
    options: product.options,
    variants,
    pictures,
  };
}
