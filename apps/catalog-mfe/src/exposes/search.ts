import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { loadSearch, type SearchData } from '../pages/search/load-search.ts';
import { searchHead } from '../pages/search/search-head.ts';
import { SearchPage } from '../pages/search/search-page.tsx';

const page: Page<SearchData> = { default: SearchPage, loader: loadSearch, head: searchHead };

export default page.default;
export const { loader, head } = page;
