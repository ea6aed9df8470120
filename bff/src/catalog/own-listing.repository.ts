import type { listListingsInput, ProductStatus } from '@plaza/contracts';
import { and, asc, count, desc, eq, ilike, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { stockTable } from '../inventory/stock.table.ts';
import type { Db } from '../platform/db.ts';
import { pictureTable, productTable, variantTable } from './catalog.table.ts';
import { findPictures } from './product.repository.ts';

/** A page of a seller's listings, last edited first, and how many there are. */
export async function findOwnListings(db: Db, sellerId: string, input: z.output<typeof listListingsInput>) {
  const condition = and(
    eq(productTable.sellerId, sellerId),
    input.status ? eq(productTable.status, input.status) : undefined,
    input.query ? ilike(productTable.title, `%${escapeLike(input.query)}%`) : undefined,
  );
  const firstPicture = db
    .select()
    .from(pictureTable)
    .where(eq(pictureTable.productId, productTable.id))
    .orderBy(pictureTable.position)
    .limit(1)
    .as('first_picture');
  const stock = db
    .select({
      variantCount: count().as('variant_count'),
      availableQuantity: sql<number>`coalesce(sum(${stockTable.onHand} - ${stockTable.reserved}), 0)::int`.as(
        'available_quantity',
      ),
    })
    .from(variantTable)
    .innerJoin(stockTable, eq(stockTable.variantId, variantTable.id))
    .where(eq(variantTable.productId, productTable.id))
    .as('stock_sum');
  const [rows, [counted]] = await Promise.all([
    db
      .select({
        product: productTable,
        pictureUrl: firstPicture.url,
        pictureAlt: firstPicture.alt,
        pictureWidth: firstPicture.width,
        pictureHeight: firstPicture.height,
        variantCount: stock.variantCount,
        availableQuantity: stock.availableQuantity,
      })
      .from(productTable)
      .leftJoinLateral(firstPicture, sql`true`)
      .innerJoinLateral(stock, sql`true`)
      .where(condition)
      .orderBy(desc(productTable.updatedAt), desc(productTable.id))
      .limit(input.pageSize)
      .offset((input.page - 1) * input.pageSize),
    db.select({ total: count() }).from(productTable).where(condition),
  ]);
  return { rows, total: counted?.total ?? 0 };
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&');

/** A listing of this seller with all that is edited of it, or null. */
export async function findOwnListing(db: Db, sellerId: string, productId: string) {
  const [[product], variants, pictures] = await Promise.all([
    db
      .select()
      .from(productTable)
      .where(and(eq(productTable.id, productId), eq(productTable.sellerId, sellerId))),
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
      .where(eq(variantTable.productId, productId))
      .orderBy(asc(variantTable.position)),
    findPictures(db, productId),
  ]);
  return product ? { product, variants, pictures } : null;
}

/** Changes the status of a listing of this seller; false when there is none. */
export async function writeStatus(
  db: Db,
  input: { productId: string; sellerId: string; status: ProductStatus; now: Date },
): Promise<boolean> {
  const { productId, sellerId, status, now } = input;
  const publishedAt = sql`coalesce(${productTable.publishedAt}, ${now.toISOString()}::timestamptz)`;
  const changed = await db
    .update(productTable)
    .set({
      status,
      updatedAt: now,
      version: sql`${productTable.version} + 1`,
      ...(status === 'published' ? { publishedAt } : {}),
    })
    .where(and(eq(productTable.id, productId), eq(productTable.sellerId, sellerId)))
    .returning({ id: productTable.id });
  return changed.length > 0;
}
