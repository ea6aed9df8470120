import type { CategoryLink } from '@plaza/contracts';
import { asc, count, eq, sql } from 'drizzle-orm';
import type { Db } from '../platform/db.ts';
import { prepared } from '../platform/prepared.ts';
import { categoryTable, productTable } from './catalog.table.ts';

export type CategoryRow = typeof categoryTable.$inferSelect;

const findAllRows = prepared((db) =>
  db
    .select()
    .from(categoryTable)
    .orderBy(asc(categoryTable.position), asc(categoryTable.name))
    .prepare('find_categories'),
);

/** The whole tree as rows, in the order in which siblings are shown. */
export const findCategories = (db: Db): Promise<CategoryRow[]> => findAllRows(db).execute();

const countRows = prepared((db) =>
  db
    .select({ categoryId: productTable.categoryId, count: count() })
    .from(productTable)
    .where(eq(productTable.status, 'published'))
    .groupBy(productTable.categoryId)
    .prepare('count_products_by_category'),
);

/** Published products directly in each category. */
export async function countPublishedByCategory(db: Db): Promise<Map<string, number>> {
  const rows = await countRows(db).execute();
  return new Map(rows.map((row) => [row.categoryId, row.count]));
}

const findTrailRows = prepared((db) =>
  db
    .select({ slug: categoryTable.slug, name: categoryTable.name })
    .from(categoryTable)
    .where(sql`${categoryTable.slug} = any(string_to_array(${sql.placeholder('path')}, '/'))`)
    .orderBy(sql`length(${categoryTable.path})`)
    .prepare('find_category_trail'),
);

/** The way from the root to the category at `path`, itself included. */
export const findCategoryTrail = (db: Db, path: string): Promise<CategoryLink[]> =>
  findTrailRows(db).execute({ path });
