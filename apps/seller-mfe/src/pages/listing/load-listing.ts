import type { CategoryNode, Listing, SellerPermission } from '@plaza/contracts';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';
import { loadForSeller } from '../../shared/load-for-seller.ts';

/** The listing to edit (null for a new one) and the categories to choose from; null for an account that does not sell. */
export type ListingData = {
  listing: Listing | null;
  categories: CategoryNode[];
  permissions: SellerPermission[];
} | null;

/** The parameter of the page for a new listing. */
const NEW = 'new';

export const loadListing = ({ api, params }: LoaderInput): LoaderResult<ListingData> =>
  loadForSeller(api, async () => {
    const { productId = NEW } = params;
    const [categories, listing] = await Promise.all([
      api.catalog.categories.query(),
      // Without a listing, the list's first page tells who is asking: a stranger gets no empty form.
      productId === NEW
        ? api.catalog.listListings.query({ pageSize: 1 }).then(() => null)
        : api.catalog.getListing.query({ productId }),
    ]);
    return { listing, categories };
  });
