import type { SearchInput, SearchResult } from '@plaza/contracts';
import {
  CATALOG_TAG,
  type CategoryRow,
  findCards,
  findCategories,
  IN_STOCK_TAG,
  productTags,
} from '../catalog/public.ts';
import type { Services } from '../platform/services.ts';
import { findSellerBySlug } from '../seller/public.ts';
import { type Found, findByLikeness, findByWords, type SearchFilter } from './search.repository.ts';
import { parseTextQuery } from './text-query.ts';

/**
 * A page of published products with the facets to narrow it down. Words are matched first; when none match, titles
 * that look like them. A category or seller that does not exist has no products.
 */
export async function searchProducts(services: Services, input: SearchInput): Promise<SearchResult> {
  const { db, client } = services.database;
  const [categories, seller] = await Promise.all([
    findCategories(db),
    input.sellerSlug ? findSellerBySlug(db, input.sellerSlug) : null,
  ]);
  const category = categories.find((row) => row.slug === input.categorySlug) ?? null;
  const isNowhere = (input.categorySlug && !category) || (input.sellerSlug && !seller);
  const text = parseTextQuery(input.query);
  const filter: SearchFilter = {
    text,
    categoryIds: category && subtreeOf(categories, category).map((row) => row.id),
    sellerId: seller?.id ?? null,
    brands: input.brands ?? [],
    minPriceMinor: input.minPriceMinor ?? null,
    maxPriceMinor: input.maxPriceMinor ?? null,
    inStockOnly: input.inStockOnly ?? false,
    sort: input.sort,
    limit: input.pageSize,
    offset: (input.page - 1) * input.pageSize,
  };
  let found = isNowhere ? NOTHING : await findByWords(client, filter);
  if (text && !isNowhere && found.price === null)
    found = await client.begin((transaction) => findByLikeness(transaction, { ...filter, text }));
  return {
    items: await findCards(db, found.ids),
    total: found.total,
    page: input.page,
    pageSize: input.pageSize,
    facets: {
      categories: countChildren(categories, category, found.countByCategory),
      brands: found.brands,
      price: found.price,
    },
    category: category && {
      slug: category.slug,
      name: category.name,
      breadcrumbs: trailOf(categories, category),
    },
    seller: seller && { slug: seller.slug, name: seller.name, description: seller.description },
  };
}

const NOTHING: Found = { total: 0, ids: [], countByCategory: {}, brands: [], price: null };

const isBelow = (row: CategoryRow, category: CategoryRow) => row.path.startsWith(`${category.path}/`);
const subtreeOf = (rows: readonly CategoryRow[], category: CategoryRow) =>
  rows.filter((row) => row.id === category.id || isBelow(row, category));

const trailOf = (rows: readonly CategoryRow[], category: CategoryRow) =>
  rows
    .filter((row) => row.id === category.id || isBelow(category, row))
    .sort((a, b) => a.path.length - b.path.length)
    .map(({ slug, name }) => ({ slug, name }));

/** The categories right below the chosen one, or the top level, each with the matches of its whole subtree. */
function countChildren(
  rows: readonly CategoryRow[],
  category: CategoryRow | null,
  countByCategory: Readonly<Record<string, number>>,
) {
  return rows
    .filter((row) => row.parentId === (category?.id ?? null))
    .map((child) => ({
      slug: child.slug,
      name: child.name,
      count: subtreeOf(rows, child).reduce((sum, row) => sum + (countByCategory[row.id] ?? 0), 0),
    }))
    .filter((child) => child.count > 0);
}

/** What a kept answer depends on; one that chose by stock changes with any stock. */
export const searchTags =
  (input: SearchInput) =>
  (result: SearchResult): string[] => [
    ...productTags(result.items),
    CATALOG_TAG,
    ...(input.inStockOnly ? [IN_STOCK_TAG] : []),
  ];
