import type { ProductCard } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import type { PageProps } from '@plaza/federation/remote';
import { AppLink } from '@plaza/navigation';
import { Breadcrumbs } from '@plaza/ui/breadcrumbs';
import { Container } from '@plaza/ui/container';
import { Pagination } from '@plaza/ui/pagination';
import { useEffect } from 'react';
import { ProductGrid, ProductGridSkeleton } from '../../listing/product-grid.tsx';
import { messages } from '../../messages.ts';
import { ActiveFilters } from './active-filters.tsx';
import { CategoryPills } from './category-pills.tsx';
import { EmptyResults } from './empty-results.tsx';
import { FilterDrawer } from './filter-drawer.tsx';
import { FilterForm } from './filter-form.tsx';
import type { SearchData } from './load-search.ts';
import { searchMessages as texts } from './messages.ts';
import {
  countFilters,
  listHref,
  type Place,
  placeOf,
  readSearchQuery,
  type SearchQuery,
} from './search-query.ts';
import { pageCount, searchTitle, searchTrail } from './search-titles.ts';
import { SortSelect } from './sort-select.tsx';
import { useListNavigation } from './use-list-navigation.ts';

const LEAST_SKELETONS = 4;
const FORM_ID = 'filter-form';
/** Target of the phone's filter link: where scripts do not run, it makes the filters visible. */
const FILTERS_ID = 'filters';

/** Results of a search, a category or a store. The address holds every choice. */
export function SearchPage({ data, params, search }: PageProps<SearchData>) {
  const place = placeOf(params);
  const query = readSearchQuery(search, place);
  const { chosen, choose, loading } = useListNavigation(place, query);
  const pages = pageCount(data);
  const filter = { place, result: data, chosen, choose };
  useSearchTracked(query.query, data.total);

  const header = (
    <header className="flex flex-col gap-2">
      <Breadcrumbs trail={searchTrail(data, query)} linkAs={AppLink} />
      <h1 className="text-3xl font-semibold lg:text-4xl">{searchTitle(data, query)}</h1>
      {data.seller && <p className="max-w-prose text-ink-muted">{data.seller.description}</p>}
    </header>
  );
  if (data.total === 0 && countFilters(chosen) === 0) {
    return (
      <Container className="pt-5 pb-20">
        {header}
        <EmptyResults place={place} query={query} />
      </Container>
    );
  }
  return (
    <Container className="flex flex-col gap-6 pt-5 pb-20 lg:gap-8">
      {header}
      <CategoryPills place={place} categories={data.facets.categories} query={chosen} />
      <div className="grid gap-8 lg:grid-cols-[15rem_minmax(0,1fr)] lg:gap-12">
        <aside
          id={FILTERS_ID}
          aria-label={texts.filters}
          className="scroll-mt-24 max-lg:hidden max-lg:target:block"
        >
          <h2 className="sr-only">{texts.filters}</h2>
          <FilterForm {...filter} id={FORM_ID} />
        </aside>
        <section aria-label={texts.resultsLabel} className="flex min-w-0 flex-col gap-6">
          <h2 className="sr-only">{texts.resultsLabel}</h2>
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
            <FilterDrawer {...filter} total={data.total} targetId={FILTERS_ID} />
            <p role="status" className="text-ink-muted tabular-nums max-sm:order-last max-sm:w-full">
              {messages.products(data.total)}
              {data.page > 1 && `, ${texts.pageOf(data.page, pages)}`}
            </p>
            <SortSelect chosen={chosen} choose={choose} formId={FORM_ID} />
          </div>
          <ActiveFilters place={place} query={chosen} category={data.category} />
          <Results data={data} place={place} query={query} loading={loading} />
          <Pagination
            page={data.page}
            pageCount={pages}
            hrefFor={(page) => listHref(place, query, { page })}
            linkAs={AppLink}
          />
        </section>
      </div>
    </Container>
  );
}

interface ResultsProps {
  data: SearchData;
  place: Place;
  query: SearchQuery;
  loading: boolean;
}

function Results({ data, place, query, loading }: ResultsProps) {
  const className = 'xl:grid-cols-4';
  const { track } = useHost();
  const trackClick = (card: ProductCard, at: number) => {
    if (query.query === '') return;
    const position = (data.page - 1) * data.pageSize + at + 1;
    track('search_result_clicked', {
      query: query.query,
      position,
      productId: card.id,
      sellerId: card.seller.id,
    });
  };
  if (loading) {
    const count = Math.max(LEAST_SKELETONS, data.items.length);
    return <ProductGridSkeleton count={count} label={texts.loading} className={className} />;
  }
  if (data.items.length === 0) return <EmptyResults place={place} query={query} />;
  return <ProductGrid cards={data.items} className={className} onOpen={trackClick} />;
}

/** Reports each search once, not each page of it. */
function useSearchTracked(query: string, resultCount: number): void {
  const { track } = useHost();
  // biome-ignore lint/correctness/useExhaustiveDependencies: other filters change the count, but are no new search
  useEffect(() => {
    if (query !== '') track('search_performed', { query, resultCount });
  }, [query]);
}
