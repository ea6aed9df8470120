import type { SearchResult } from '@plaza/contracts';
import { AppLink } from '@plaza/navigation';
import { formatCount } from '@plaza/ui/format';
import { searchMessages } from './messages.ts';
import { categoryHref, type Place, type SearchQuery } from './search-query.ts';

/** On small screens, where the filters are out of sight: the way further down the tree. */
export function CategoryPills(props: {
  place: Place;
  categories: SearchResult['facets']['categories'];
  query: SearchQuery;
}) {
  if (props.categories.length === 0) return null;
  return (
    <nav
      aria-label={searchMessages.categories}
      className="-mx-4 overflow-x-auto px-4 py-1 sm:-mx-6 sm:px-6 lg:hidden"
    >
      <ul className="flex w-max gap-2">
        {props.categories.map((category) => (
          <li key={category.slug}>
            <AppLink
              href={categoryHref(props.place, props.query, category.slug)}
              className="flex min-h-11 items-center gap-2 rounded-full bg-surface-sunken px-4 text-sm font-medium text-ink no-underline hover:bg-accent-soft"
            >
              {category.name}
              <span className="font-normal text-ink-muted tabular-nums">{formatCount(category.count)}</span>
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
