import type { SearchResult } from '@plaza/contracts';
import type { HeadInput, PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import { breadcrumbList, itemList } from '../../structured-data.ts';
import { searchMessages } from './messages.ts';
import {
  countFilters,
  EMPTY_QUERY,
  listHref,
  placeOf,
  readSearchQuery,
  type SearchQuery,
} from './search-query.ts';
import { placeName, searchTitle, searchTrail } from './search-titles.ts';

/** One address for search engines per list and page; what a shopper typed, filtered or sorted is not for them. */
export function searchHead({ data, params, search }: HeadInput<SearchResult>): PageHead {
  const place = placeOf(params);
  const query = readSearchQuery(search, place);
  const title = searchTitle(data, query);
  const { page } = query;
  const firstPicture = data.items[0]?.picture?.url;
  return {
    title: messages.titleOf(page > 1 ? searchMessages.titleOnPage(title, page) : title),
    description: data.seller?.description || searchMessages.description(placeName(data), data.total),
    canonicalPath: listHref(place, { ...EMPTY_QUERY, query: query.query }, { page }),
    openGraphType: 'website',
    noIndex: isPersonal(query) || data.total === 0,
    ...(firstPicture && { imagePath: firstPicture, preloadImagePath: firstPicture }),
    jsonLd: [
      breadcrumbList(searchTrail(data, query)),
      itemList(data.items, (data.page - 1) * data.pageSize + 1),
    ],
  };
}

const isPersonal = (query: SearchQuery): boolean =>
  query.query !== '' || query.sort !== 'relevance' || countFilters(query) > 0;
