import type { SearchResult } from '@plaza/contracts';
import { paths } from '@plaza/navigation/paths';
import { messages } from '../../messages.ts';
import type { Crumb } from '../../structured-data.ts';
import { searchMessages } from './messages.ts';
import type { SearchQuery } from './search-query.ts';

/** Name of the place: the category, the seller, or everything. */
export function placeName({ category, seller }: SearchResult): string {
  if (category && seller) return searchMessages.categoryOfSeller(category.name, seller.name);
  return category?.name ?? seller?.name ?? searchMessages.allProducts;
}

/** The page's heading. */
export function searchTitle(result: SearchResult, { query }: SearchQuery): string {
  if (query === '') return placeName(result);
  if (!result.category && !result.seller) return searchMessages.resultsFor(query);
  return searchMessages.resultsForIn(query, placeName(result));
}

/** The way here from home; the last step is the page itself. */
export function searchTrail(result: SearchResult, query: SearchQuery): Crumb[] {
  const home = { label: messages.breadcrumbs.home, href: paths.home() };
  if (result.seller) {
    const { name, slug } = result.seller;
    const { category } = result;
    const within = category && { label: category.name, href: paths.store(slug, { category: category.slug }) };
    return [home, { label: name, href: paths.store(slug) }, ...(within ? [within] : [])];
  }
  if (result.category) {
    const steps = result.category.breadcrumbs.map(({ slug, name }) => ({
      label: name,
      href: paths.category(slug),
    }));
    // The contract's way to a category may or may not name the category itself.
    const own = { label: result.category.name, href: paths.category(result.category.slug) };
    return [home, ...steps.filter((step) => step.href !== own.href), own];
  }
  return [home, { label: searchTitle(result, query), href: paths.search(query.query) }];
}

export const pageCount = ({ total, pageSize }: SearchResult): number =>
  Math.max(1, Math.ceil(total / pageSize));
