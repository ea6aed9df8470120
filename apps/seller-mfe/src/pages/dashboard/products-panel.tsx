import type { SellerProducts } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import { AppLink, paths } from '@plaza/navigation';
import { linkClass } from '@plaza/ui/button';
import { plainMoney } from '@plaza/ui/chart-series';
import { type Column, DataTable } from '@plaza/ui/data-table';
import { formatChange, formatCount, formatMoney, formatShare } from '@plaza/ui/format';
import { ShowAll } from '@plaza/ui/show-all';
import { EmptyState } from '@plaza/ui/states';
import { useQuery } from '@tanstack/react-query';
import { useRights } from '../../shared/rights.tsx';
import { dashboardMessages as texts } from './messages.ts';
import { Panel, type PeriodPanelProps } from './panel.tsx';
import { fileNameOf } from './trends.ts';

type Product = SellerProducts['products'][number];
const SHOWN_PRODUCTS = 6;

/** What sold best, each with the way to its listing and to its orders. */
export function ProductsPanel({ period, comparable }: PeriodPanelProps) {
  const { api } = useHost();
  const rights = useRights();
  const query = useQuery(api.analytics.seller.products.queryOptions(period, { retry: false }));
  return (
    <Panel<SellerProducts>
      title={texts.topProducts}
      note={texts.productsNote}
      query={query}
      fileName={fileNameOf('top-products', period)}
      csv={({ products, currency }) => ({
        head: [
          texts.product,
          texts.sold,
          texts.before,
          texts.units,
          texts.orders,
          texts.views,
          texts.conversion,
        ],
        rows: products.map((product) => [
          product.title,
          plainMoney(product.soldMinor, currency),
          comparable ? plainMoney(product.previousSoldMinor, currency) : '',
          product.units,
          product.orders,
          product.views,
          product.conversion?.toFixed(4) ?? '',
        ]),
      })}
    >
      {({ products, currency }) => (
        <ShowAll rows={products} first={SHOWN_PRODUCTS}>
          {(shown) => (
            <DataTable
              caption={texts.topProducts}
              columns={columnsOf({ period, comparable }, currency, rights)}
              rows={shown}
              rowKey={(product) => product.productId}
              empty={<EmptyState compact title={texts.noSalesTitle} text={texts.noSalesText} />}
            />
          )}
        </ShowAll>
      )}
    </Panel>
  );
}

function columnsOf(
  { period, comparable }: PeriodPanelProps,
  currency: string,
  rights: readonly string[],
): Column<Product>[] {
  return [
    {
      id: 'product',
      header: texts.product,
      primary: true,
      className: 'wrap-anywhere',
      cell: ({ productId, title }) =>
        rights.includes('listings') ? (
          <AppLink href={paths.sellerListing(productId)} className="text-ink hover:underline">
            {title}
          </AppLink>
        ) : (
          title
        ),
    },
    {
      id: 'sold',
      header: texts.sold,
      align: 'end',
      cell: ({ soldMinor }) => formatMoney(soldMinor, currency),
    },
    {
      id: 'change',
      header: texts.change,
      align: 'end',
      className: 'text-ink-muted',
      cell: ({ soldMinor, previousSoldMinor }) =>
        comparable ? (formatChange(soldMinor, previousSoldMinor) ?? texts.newEntry) : texts.none,
    },
    { id: 'units', header: texts.units, align: 'end', cell: ({ units }) => formatCount(units) },
    {
      id: 'orders',
      header: texts.orders,
      align: 'end',
      cell: ({ productId, title, orders }) =>
        rights.includes('orders') ? (
          <AppLink
            href={paths.sellerOrders({ product: productId, ...period })}
            prefetch={false}
            aria-label={texts.ordersOfProduct(formatCount(orders), title)}
            className={linkClass}
          >
            {formatCount(orders)}
          </AppLink>
        ) : (
          formatCount(orders)
        ),
    },
    { id: 'views', header: texts.views, align: 'end', cell: ({ views }) => formatCount(views) },
    {
      id: 'conversion',
      header: texts.conversion,
      align: 'end',
      cell: ({ conversion }) => (conversion === null ? texts.none : formatShare(conversion)),
    },
  ];
}
