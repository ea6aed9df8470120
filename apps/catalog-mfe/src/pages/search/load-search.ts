import type { SearchResult } from '@plaza/contracts';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';
import { isSlug } from '../../slug.ts';
import { listHref, placeOf, readSearchQuery, toSearchInput } from './search-query.ts';
import { pageCount } from './search-titles.ts';

export type SearchData = SearchResult;

export async function loadSearch({ api, params, search }: LoaderInput): LoaderResult<SearchData> {
  const place = placeOf(params);
  if (place.kind !== 'everything' && !isSlug(place.slug)) return { kind: 'not_found' };
  const query = readSearchQuery(search, place);
  const data = await api.search.products.query(toSearchInput(place, query));
  if (place.kind === 'category' && !data.category) return { kind: 'not_found' };
  if (place.kind === 'store' && !data.seller) return { kind: 'not_found' };
  if (query.category !== null && !data.category)
    return { kind: 'redirect', href: listHref(place, query, { category: null }) };
  const lastPage = pageCount(data);
  if (query.page > lastPage) return { kind: 'redirect', href: listHref(place, query, { page: lastPage }) };
  return { kind: 'ok', data };
}
