import type { SearchResult } from '@plaza/contracts';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';
import { isSlug } from '../../slug.ts';
import { placeOf, readSearchQuery, toSearchInput } from './search-query.ts';

export type SearchData = SearchResult;

export async function loadSearch({ api, params, search }: LoaderInput): LoaderResult<SearchData> {
  const place = placeOf(params);
  if (place.kind !== 'everything' && !isSlug(place.slug)) return { kind: 'not_found' };
  const data = await api.search.products.query(toSearchInput(place, readSearchQuery(search)));
  if (place.kind === 'category' && !data.category) return { kind: 'not_found' };
  if (place.kind === 'store' && !data.seller) return { kind: 'not_found' };
  return { kind: 'ok', data };
}
