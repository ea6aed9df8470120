import type { Page } from '@plaza/federation/remote';
import '../styles.css';
import { listingsHead } from '../pages/listings/listings-head.ts';
import { ListingsPage } from '../pages/listings/listings-page.tsx';
import { type ListingsData, loadListings } from '../pages/listings/load-listings.ts';

const page: Page<ListingsData> = { default: ListingsPage, loader: loadListings, head: listingsHead };

export default page.default;
export const { loader, head } = page;
