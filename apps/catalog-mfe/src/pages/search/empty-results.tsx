import { useHost } from '@plaza/federation/host';
import { AppLink, paths } from '@plaza/navigation';
import { buttonClass, linkClass } from '@plaza/ui/button';
import { EmptyState } from '@plaza/ui/states';
import { useQuery } from '@tanstack/react-query';
import SearchX from 'lucide-react/icons/search-x';
import { searchMessages as texts } from './messages.ts';
import { countFilters, listHref, type Place, type SearchQuery, withoutFilters } from './search-query.ts';

/** Nothing found: what may have been too narrow, and where there is something. */
export function EmptyResults({ place, query }: { place: Place; query: SearchQuery }) {
  const { api } = useHost();
  const departments = useQuery(api.catalog.categories.queryOptions());
  const filtered = countFilters(query) > 0;
  return (
    <div className="flex flex-col items-center gap-2">
      <EmptyState
        icon={<SearchX size={28} />}
        title={query.query === '' ? texts.empty : texts.emptyFor(query.query)}
        text={filtered ? texts.emptyFiltered : texts.emptyHints}
        actions={
          <>
            {filtered && (
              <AppLink href={listHref(place, withoutFilters(query))} className={buttonClass()}>
                {texts.clearFilters}
              </AppLink>
            )}
            <AppLink href={paths.search('')} className={buttonClass({ variant: 'secondary' })}>
              {texts.browseAll}
            </AppLink>
          </>
        }
      />
      {departments.data && (
        <nav aria-label={texts.departments}>
          <ul className="flex max-w-prose flex-wrap justify-center gap-x-6 gap-y-1">
            {departments.data.map((department) => (
              <li key={department.slug}>
                <AppLink
                  href={paths.category(department.slug)}
                  className={`${linkClass} inline-block py-1.5`}
                >
                  {department.name}
                </AppLink>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  );
}
