import type { Home, Picture } from '@plaza/contracts';
import type { Db } from '../platform/db.ts';
import type { Services } from '../platform/services.ts';
import { countPublishedByCategory, findCategories } from './category.repository.ts';
import { buildTree } from './list-categories.ts';
import { findShelf } from './shelf.repository.ts';

/** Pictures of categories are drawn as squares of this size. */
const CATEGORY_PICTURE_PX = 800;

/** What the first page shows: three shelves and the top of the category tree. */
export async function getHome({ database }: Services): Promise<Home> {
  const { db } = database;
  const [featured, bestSelling, newest, categories] = await Promise.all([
    findShelf(db, 'featured'),
    findShelf(db, 'bestSelling'),
    findShelf(db, 'newest'),
    findTopCategories(db),
  ]);
  return { featured, bestSelling, newest, categories };
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
