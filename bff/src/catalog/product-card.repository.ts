import { currencySchema, type Picture, type ProductCard } from '@plaza/contracts';
import { asc, eq, sql } from 'drizzle-orm';
import { stockTable } from '../inventory/stock.table.ts';
import type { Db } from '../platform/db.ts';
import { prepared } from '../platform/prepared.ts';
import { sellerTable } from '../seller/seller.table.ts';
import { pictureTable, productTable, variantTable } from './catalog.table.ts';

const findCardRows = prepared((db) => {
  const firstPicture = db
    .select({
      url: pictureTable.url,
      alt: pictureTable.alt,
      width: pictureTable.width,
      height: pictureTable.height,
    })
    .from(pictureTable)
    .where(eq(pictureTable.productId, productTable.id))
    .orderBy(asc(pictureTable.position))
    .limit(1)
    .as('first_picture');
  const inStock = sql<boolean>`exists (
    select from ${variantTable} join ${stockTable} on ${stockTable.variantId} = ${variantTable.id}
    where ${variantTable.productId} = ${productTable.id} and ${stockTable.onHand} > ${stockTable.reserved})`;
  return db
    .select({
      id: productTable.id,
      slug: productTable.slug,
      title: productTable.title,
      brand: productTable.brand,
      minPriceMinor: productTable.minPriceMinor,
      maxPriceMinor: productTable.maxPriceMinor,
      compareAtPriceMinor: productTable.compareAtPriceMinor,
      currency: productTable.currency,
      pictureUrl: firstPicture.url,
      pictureAlt: firstPicture.alt,
      pictureWidth: firstPicture.width,
      pictureHeight: firstPicture.height,
      inStock,
      seller: { id: sellerTable.id, slug: sellerTable.slug, name: sellerTable.name },
    })
    .from(productTable)
    .innerJoin(sellerTable, eq(sellerTable.id, productTable.sellerId))
    .leftJoinLateral(firstPicture, sql`true`)
    .where(sql`${productTable.id} = any(${sql.placeholder('ids')}::uuid[])`)
    .prepare('find_cards');
});

/** What lists show of each of these products, in the order of the ids; ids that are not there are left out. */
export async function findCards(db: Db, ids: readonly string[]): Promise<ProductCard[]> {
  if (ids.length === 0) return [];
  const rows = await findCardRows(db).execute({ ids: [...new Set(ids)] });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    return {
      id: row.id,
      slug: row.slug,
      title: row.title,
      brand: row.brand,
      priceMinor: row.minPriceMinor,
      compareAtPriceMinor: row.compareAtPriceMinor,
      priceVaries: row.maxPriceMinor > row.minPriceMinor,
      currency: currencySchema.parse(row.currency),
      picture: toPicture(row),
      inStock: row.inStock,
      seller: row.seller,
    };
  });
}

interface PictureColumns {
  pictureUrl: string | null;
  pictureAlt: string | null;
  pictureWidth: number | null;
  pictureHeight: number | null;
}

/** The picture of a row that may have none. */
export function toPicture(row: PictureColumns): Picture | null {
  const { pictureUrl: url, pictureAlt: alt, pictureWidth: width, pictureHeight: height } = row;
  return url === null || alt === null || width === null || height === null
    ? null
    : { url, alt, width, height };
}
