import { productStatusSchema, type SellerPermission } from '@plaza/contracts';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';
import { loadForSeller, pageOf } from '../../shared/load-for-seller.ts';

/** The list as the address asks for it: `q`, `status`, `page`. */
export function listingsInput(search: Readonly<Record<string, string>>) {
  const status = productStatusSchema.safeParse(search.status);
  const query = (search.q ?? '').trim().slice(0, 100);
  return {
    page: pageOf(search.page),
    ...(status.success && { status: status.data }),
    ...(query !== '' && { query }),
  };
}

const fetchListings = (api: LoaderInput['api'], search: LoaderInput['search']) =>
  api.catalog.listListings.query(listingsInput(search));

/** A page of the seller's own listings; null for an account that does not sell. */
export type ListingsData = {
  listings: Awaited<ReturnType<typeof fetchListings>>;
  permissions: SellerPermission[];
} | null;

export const loadListings = ({ api, search }: LoaderInput): LoaderResult<ListingsData> =>
  loadForSeller(api, async () => ({ listings: await fetchListings(api, search) }));
