import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { listingHead } from '../pages/listing/listing-head.ts';
import { ListingPage } from '../pages/listing/listing-page.tsx';
import { type ListingData, loadListing } from '../pages/listing/load-listing.ts';

const page: Page<ListingData> = { default: ListingPage, loader: loadListing, head: listingHead };

export default page.default;
export const { loader, head } = page;
