import type { CategoryNode } from '@plaza/contracts';
import type { Services } from '../platform/services.ts';
import { type CategoryRow, countPublishedByCategory, findCategories } from './category.repository.ts';

/** The tree of categories, top level first; each counts the published products of its whole subtree. */
export async function listCategories({ database }: Services): Promise<CategoryNode[]> {
  const [rows, counts] = await Promise.all([
    findCategories(database.db),
    countPublishedByCategory(database.db),
  ]);
  return buildTree(rows, counts);
}

/** Builds the tree out of rows that are in the order of siblings. */
export function buildTree(rows: readonly CategoryRow[], counts: ReadonlyMap<string, number>): CategoryNode[] {
  const childrenOf = new Map<string | null, CategoryRow[]>();
  for (const row of rows) childrenOf.set(row.parentId, [...(childrenOf.get(row.parentId) ?? []), row]);
  const build = (row: CategoryRow): CategoryNode => {
    const children = (childrenOf.get(row.id) ?? []).map(build);
    const below = children.reduce((sum, child) => sum + child.productCount, 0);
    return {
      id: row.id,
      slug: row.slug,
      name: row.name,
      productCount: (counts.get(row.id) ?? 0) + below,
      children,
    };
  };
  return (childrenOf.get(null) ?? []).map(build);
}
