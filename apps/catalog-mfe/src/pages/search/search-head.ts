import type { HeadInput, PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import type { SearchData } from './load-search.ts';

export function searchHead(_input: HeadInput<SearchData>): PageHead {
  return { title: messages.searchTitle };
}
