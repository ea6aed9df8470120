import { currencySchema, type listingListResult, type listListingsInput } from '@plaza/contracts';
import { and, count, desc, eq, ilike, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { stockTable } from '../inventory/stock.table.ts';
import type { Services } from '../platform/services.ts';
import { pictureTable, productTable, variantTable } from './catalog.table.ts';
import { toPicture } from './product-card.repository.ts';

/** A seller's own listings in any status, last edited first. */
export async function listListings(
  { database }: Services,
  seller: { id: string },
  input: z.output<typeof listListingsInput>,
): Promise<z.input<typeof listingListResult>> {
  const { db } = database;
  const condition = and(
    eq(productTable.sellerId, seller.id),
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
  return {
    items: rows.map(({ product, variantCount, availableQuantity, ...picture }) => ({
      id: product.id,
      slug: product.slug,
      title: product.title,
      status: product.status,
      picture: toPicture(picture),
      currency: currencySchema.parse(product.currency),
      minPriceMinor: product.minPriceMinor,
      maxPriceMinor: product.maxPriceMinor,
      variantCount,
      availableQuantity,
      updatedAt: product.updatedAt.toISOString(),
    })),
    total: counted?.total ?? 0,
    page: input.page,
    pageSize: input.pageSize,
  };
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&');
