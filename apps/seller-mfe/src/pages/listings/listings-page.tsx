import type { PageProps } from '@plaza/federation/remote';
import { AppLink, paths } from '@plaza/navigation';
import { buttonClass } from '@plaza/ui/button';
import { Pagination } from '@plaza/ui/pagination';
import { EmptyState } from '@plaza/ui/states';
import PackageOpen from 'lucide-react/icons/package-open';
import Plus from 'lucide-react/icons/plus';
import { messages } from '../../messages.ts';
import { SellerRights } from '../../shared/rights.tsx';
import { NotSelling, SellerFrame } from '../../shared/seller-frame.tsx';
import { ListingsFilter } from './listings-filter.tsx';
import { ListingsTable } from './listings-table.tsx';
import { type ListingsData, listingsInput } from './load-listings.ts';

const texts = messages.listings;

/** What the seller offers, to find, publish, hide and restock. */
export function ListingsPage({ data, search }: PageProps<ListingsData>) {
  if (data === null) return <NotSelling />;
  return (
    <SellerRights permissions={data.permissions}>
      <Listings listings={data.listings} search={search} />
    </SellerRights>
  );
}

interface ListingsProps {
  listings: NonNullable<ListingsData>['listings'];
  search: Readonly<Record<string, string>>;
}

function Listings({ listings, search }: ListingsProps) {
  const { items, total, page, pageSize } = listings;
  const { query, status } = listingsInput(search);
  const filtered = query !== undefined || status !== undefined;
  return (
    <SellerFrame
      section="listings"
      title={texts.title}
      aside={texts.count(total)}
      actions={
        <AppLink href={paths.sellerNewListing()} className={buttonClass()}>
          <Plus size={18} aria-hidden="true" />
          {texts.new}
        </AppLink>
      }
    >
      <ListingsFilter key={`${query}|${status}`} query={query ?? ''} status={status} />
      {items.length === 0 ? (
        <EmptyState
          title={filtered ? texts.noneTitle : texts.emptyTitle}
          text={filtered ? texts.noneText : texts.emptyText}
          icon={<PackageOpen size={28} />}
          actions={
            <AppLink
              href={filtered ? paths.sellerListings() : paths.sellerNewListing()}
              className={buttonClass({ variant: 'secondary' })}
            >
              {filtered ? texts.clear : texts.new}
            </AppLink>
          }
        />
      ) : (
        <>
          <ListingsTable listings={items} />
          <div className="mt-6">
            <Pagination
              page={page}
              pageCount={Math.ceil(total / pageSize)}
              hrefFor={(to) => paths.sellerListings({ q: query, status, page: to === 1 ? undefined : to })}
              linkAs={AppLink}
            />
          </div>
        </>
      )}
    </SellerFrame>
  );
}
