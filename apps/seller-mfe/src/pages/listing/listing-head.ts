import type { HeadInput, PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import type { ListingData } from './load-listing.ts';

export function listingHead(_input: HeadInput<ListingData>): PageHead {
  return { title: messages.listingTitle };
}
