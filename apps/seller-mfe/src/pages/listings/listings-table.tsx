import type { listingSummarySchema, ProductStatus } from '@plaza/contracts';
import { toApiError, useHost } from '@plaza/federation/host';
import { AppLink, paths, useNavigation } from '@plaza/navigation';
import { StatusBadge, type Tone } from '@plaza/ui/badge';
import { Button } from '@plaza/ui/button';
import { type Column, DataTable } from '@plaza/ui/data-table';
import { formatCount, formatMoney } from '@plaza/ui/format';
import { Thumbnail } from '@plaza/ui/thumbnail';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { messages } from '../../messages.ts';
import { StockDialog } from './stock-dialog.tsx';

export type ListingSummary = z.infer<typeof listingSummarySchema>;

const texts = messages.listings;
const tones: Record<ProductStatus, Tone> = {
  draft: 'neutral',
  published: 'positive',
  hidden: 'warning',
  archived: 'neutral',
};

/** A page of listings, each with its price, stock and status, and what can be done at once. */
export function ListingsTable({ listings }: { listings: readonly ListingSummary[] }) {
  const [stockOf, setStockOf] = useState<ListingSummary | null>(null);
  const columns: Column<ListingSummary>[] = [
    { id: 'product', header: texts.product, primary: true, cell: (listing) => <Product listing={listing} /> },
    {
      id: 'status',
      header: messages.listings.status,
      cell: ({ status }) => <StatusBadge tone={tones[status]}>{messages.status[status]}</StatusBadge>,
    },
    { id: 'price', header: texts.price, align: 'end', cell: priceRange },
    {
      id: 'stock',
      header: texts.stock,
      align: 'end',
      className: 'whitespace-nowrap',
      cell: (listing) => (
        <span className="inline-flex items-center gap-3">
          <span className={listing.availableQuantity === 0 ? 'text-danger' : undefined}>
            {listing.availableQuantity === 0
              ? texts.soldOut
              : texts.inStock(formatCount(listing.availableQuantity))}
          </span>
          <Button
            variant="link"
            size="sm"
            aria-label={texts.editStockOf(listing.title)}
            onClick={() => setStockOf(listing)}
          >
            {texts.editStock}
          </Button>
        </span>
      ),
    },
    {
      id: 'actions',
      header: texts.actions,
      hideHeader: true,
      align: 'end',
      cell: (listing) => <StatusButton listing={listing} />,
    },
  ];
  return (
    <>
      <DataTable caption={texts.title} columns={columns} rows={listings} rowKey={(listing) => listing.id} />
      <StockDialog listing={stockOf} onClose={() => setStockOf(null)} />
    </>
  );
}

function Product({ listing }: { listing: ListingSummary }) {
  return (
    <span className="flex min-w-0 items-center gap-3.5">
      <Thumbnail picture={listing.picture} className="size-12 shrink-0" />
      <span className="min-w-0 text-start">
        <AppLink href={paths.sellerListing(listing.id)} className="text-ink hover:underline">
          {listing.title}
        </AppLink>
        <span className="block text-sm font-normal text-ink-muted">
          {texts.variants(listing.variantCount)}
        </span>
      </span>
    </span>
  );
}

function priceRange({ minPriceMinor, maxPriceMinor, currency }: ListingSummary): string {
  const from = formatMoney(minPriceMinor, currency);
  return minPriceMinor === maxPriceMinor ? from : `${from} – ${formatMoney(maxPriceMinor, currency)}`;
}

/** Publishes what is not, hides what is. */
function StatusButton({ listing }: { listing: ListingSummary }) {
  const { api, notify } = useHost();
  const { reload } = useNavigation();
  const isPublished = listing.status === 'published';
  const change = useMutation(
    api.catalog.setListingStatus.mutationOptions({
      async onSuccess() {
        await reload();
        notify({
          tone: 'success',
          text: isPublished ? texts.nowHidden(listing.title) : texts.nowPublished(listing.title),
        });
      },
      onError: (error) => notify({ tone: 'danger', text: toApiError(error)?.message ?? messages.failed }),
    }),
  );
  return (
    <Button
      variant="secondary"
      size="sm"
      className="max-sm:mt-2 max-sm:w-full"
      busy={change.isPending}
      aria-label={isPublished ? texts.hideOf(listing.title) : texts.publishOf(listing.title)}
      onClick={() => change.mutate({ productId: listing.id, status: isPublished ? 'hidden' : 'published' })}
    >
      {isPublished ? texts.hide : texts.publish}
    </Button>
  );
}
