import type { Home, Picture } from '@plaza/contracts';
import { and, asc, desc, eq, isNotNull } from 'drizzle-orm';
import type { Db } from '../platform/db.ts';
import { prepared } from '../platform/prepared.ts';
import type { Services } from '../platform/services.ts';
import { productTable } from './catalog.table.ts';
import { countPublishedByCategory, findCategories } from './category.repository.ts';
import { buildTree } from './list-categories.ts';
import { findCards } from './product-card.repository.ts';

const FEATURED_COUNT = 8;
const SHELF_COUNT = 12;
/** Pictures of categories are drawn as squares of this size. */
const CATEGORY_PICTURE_PX = 800;

/** What the first page shows: three shelves and the top of the category tree. */
export async function getHome({ database }: Services): Promise<Home> {
  const { db } = database;
  const [featured, bestSelling, newest, categories] = await Promise.all([
    findShelf(db, featuredIds),
    findShelf(db, bestSellingIds),
    findShelf(db, newestIds),
    findTopCategories(db),
  ]);
  return { featured, bestSelling, newest, categories };
}

const isPublished = eq(productTable.status, 'published');
const featuredIds = prepared((db) =>
  db
    .select({ id: productTable.id })
    .from(productTable)
    .where(and(isPublished, isNotNull(productTable.featuredRank)))
    .orderBy(asc(productTable.featuredRank))
    .limit(FEATURED_COUNT)
    .prepare('featured_products'),
);
const bestSellingIds = prepared((db) =>
  db
    .select({ id: productTable.id })
    .from(productTable)
    .where(isPublished)
    .orderBy(desc(productTable.soldCount), asc(productTable.id))
    .limit(SHELF_COUNT)
    .prepare('best_selling_products'),
);
const newestIds = prepared((db) =>
  db
    .select({ id: productTable.id })
    .from(productTable)
    .where(isPublished)
    .orderBy(desc(productTable.publishedAt), asc(productTable.id))
    .limit(SHELF_COUNT)
    .prepare('newest_products'),
);

async function findShelf(db: Db, shelf: typeof featuredIds) {
  const rows = await shelf(db).execute();
  return findCards(
    db,
    rows.map((row) => row.id),
  );
}

async function findTopCategories(db: Db): Promise<Home['categories']> {
  const [rows, counts] = await Promise.all([findCategories(db), countPublishedByCategory(db)]);
  const pictureUrls = new Map(rows.map((row) => [row.id, row.pictureUrl]));
  return buildTree(rows, counts).map(({ id, slug, name, productCount }) => ({
    slug,
    name,
    productCount,
    picture: categoryPicture(name, pictureUrls.get(id) ?? null),
  }));
}

const categoryPicture = (name: string, url: string | null): Picture | null =>
  url === null ? null : { url, alt: name, width: CATEGORY_PICTURE_PX, height: CATEGORY_PICTURE_PX };
