import type { HeadInput, PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import type { ListingData } from './load-listing.ts';

export function listingHead({ data }: HeadInput<ListingData>): PageHead {
  return { title: data?.listing?.title ?? messages.editor.newTitle, noIndex: true };
}
