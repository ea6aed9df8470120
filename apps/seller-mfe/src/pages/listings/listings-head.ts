import type { HeadInput, PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import type { ListingsData } from './load-listings.ts';

export function listingsHead(_input: HeadInput<ListingsData>): PageHead {
  return { title: messages.listings.title, noIndex: true };
}
