import type { PageProps } from '@plaza/federation/remote';
import { SellerRights } from '../../shared/rights.tsx';
import { NotSelling } from '../../shared/seller-frame.tsx';
import { ListingEditor } from './form/listing-editor.tsx';
import type { ListingData } from './load-listing.ts';

/** A new listing, or one that exists. Another listing is another form. */
export function ListingPage({ data }: PageProps<ListingData>) {
  if (data === null) return <NotSelling />;
  return (
    <SellerRights permissions={data.permissions}>
      <ListingEditor key={data.listing?.id ?? 'new'} listing={data.listing} categories={data.categories} />
    </SellerRights>
  );
}
