import type { PageProps } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import type { SearchData } from './load-search.ts';

export function SearchPage(_props: PageProps<SearchData>) {
  return <h1 className="p-8 text-2xl font-semibold">{messages.searchTitle}</h1>;
}
