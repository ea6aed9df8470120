import type { Picture } from '@plaza/contracts';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Db } from '../platform/db.ts';
import { prepared } from '../platform/prepared.ts';
import { sellerTable } from '../seller/seller.table.ts';
import { categoryTable, pictureTable, productTable } from './catalog.table.ts';

const RELATED_COUNT = 8;

const findBySlugRow = prepared((db) =>
  db
    .select({
      product: {
        id: productTable.id,
        slug: productTable.slug,
        title: productTable.title,
        brand: productTable.brand,
        descriptionHtml: productTable.descriptionHtml,
        summary: productTable.summary,
        options: productTable.options,
        specs: productTable.specs,
        currency: productTable.currency,
        categoryId: productTable.categoryId,
        minPriceMinor: productTable.minPriceMinor,
      },
      seller: {
        id: sellerTable.id,
        slug: sellerTable.slug,
        name: sellerTable.name,
        description: sellerTable.description,
      },
      categoryPath: categoryTable.path,
    })
    .from(productTable)
    .innerJoin(sellerTable, eq(sellerTable.id, productTable.sellerId))
    .innerJoin(categoryTable, eq(categoryTable.id, productTable.categoryId))
    .where(and(eq(productTable.slug, sql.placeholder('slug')), eq(productTable.status, 'published')))
    .prepare('find_published_by_slug'),
);

/** A published product with its seller and the path of its category, or null. */
export async function findPublishedBySlug(db: Db, slug: string) {
  const [row] = await findBySlugRow(db).execute({ slug });
  return row ?? null;
}

const findPictureRows = prepared((db) =>
  db
    .select({
      url: pictureTable.url,
      alt: pictureTable.alt,
      width: pictureTable.width,
      height: pictureTable.height,
    })
    .from(pictureTable)
    .where(eq(pictureTable.productId, sql.placeholder('productId')))
    .orderBy(asc(pictureTable.position))
    .prepare('find_pictures'),
);

/** Pictures of a product, the main one first. */
export const findPictures = (db: Db, productId: string): Promise<Picture[]> =>
  findPictureRows(db).execute({ productId });

const findRelatedRows = prepared((db) =>
  db
    .select({ id: productTable.id })
    .from(productTable)
    .where(
      and(
        eq(productTable.categoryId, sql.placeholder('categoryId')),
        eq(productTable.status, 'published'),
        sql`${productTable.id} <> ${sql.placeholder('id')}`,
      ),
    )
    .orderBy(
      sql`abs(${productTable.minPriceMinor} - ${sql.placeholder('minPriceMinor')}::bigint)`,
      productTable.id,
    )
    .limit(RELATED_COUNT)
    .prepare('find_related'),
);

/** Published products of the same category, nearest in price first. */
export async function findRelatedIds(
  db: Db,
  product: { id: string; categoryId: string; minPriceMinor: number },
): Promise<string[]> {
  const { id, categoryId, minPriceMinor } = product;
  const rows = await findRelatedRows(db).execute({ id, categoryId, minPriceMinor });
  return rows.map((row) => row.id);
}
