import type { ProductCard } from '@plaza/contracts';
import { and, asc, desc, eq, isNotNull } from 'drizzle-orm';
import type { Db } from '../platform/db.ts';
import { prepared } from '../platform/prepared.ts';
import { productTable } from './catalog.table.ts';
import { findCards } from './product-card.repository.ts';

const FEATURED_COUNT = 8;
const SHELF_COUNT = 12;

const isPublished = eq(productTable.status, 'published');
const featured = prepared((db) =>
  db
    .select({ id: productTable.id })
    .from(productTable)
    .where(and(isPublished, isNotNull(productTable.featuredRank)))
    .orderBy(asc(productTable.featuredRank))
    .limit(FEATURED_COUNT)
    .prepare('featured_products'),
);
const bestSelling = prepared((db) =>
  db
    .select({ id: productTable.id })
    .from(productTable)
    .where(isPublished)
    .orderBy(desc(productTable.soldCount), asc(productTable.id))
    .limit(SHELF_COUNT)
    .prepare('best_selling_products'),
);
const newest = prepared((db) =>
  db
    .select({ id: productTable.id })
    .from(productTable)
    .where(isPublished)
    .orderBy(desc(productTable.publishedAt), asc(productTable.id))
    .limit(SHELF_COUNT)
    .prepare('newest_products'),
);

const SHELVES = { featured, bestSelling, newest };

/** Published products of one shelf of the first page, in its order. */
export async function findShelf(db: Db, shelf: keyof typeof SHELVES): Promise<ProductCard[]> {
  const rows = await SHELVES[shelf](db).execute();
  const ids = rows.map((row) => row.id);
  return findCards(db, ids);
}
