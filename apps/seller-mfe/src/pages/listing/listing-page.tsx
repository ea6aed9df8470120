import type { PageProps } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import type { ListingData } from './load-listing.ts';

export function ListingPage(_props: PageProps<ListingData>) {
  return <h1 className="p-8 text-2xl font-semibold">{messages.listingTitle}</h1>;
}
