import type { SellerDashboard } from '@plaza/contracts';
import { AppLink, paths } from '@plaza/navigation';
import { Card } from '@plaza/ui/card';
import { type Column, DataTable } from '@plaza/ui/data-table';
import { formatCount, formatMoney } from '@plaza/ui/format';
import { EmptyState } from '@plaza/ui/states';
import { messages } from '../../messages.ts';

const texts = messages.dashboard;
type TopProduct = SellerDashboard['topProducts'][number];

/** What sold best in the period. */
export function TopProducts({ dashboard }: { dashboard: SellerDashboard }) {
  const columns: Column<TopProduct>[] = [
    {
      id: 'product',
      header: texts.product,
      primary: true,
      cell: ({ productId, title }) => (
        <AppLink href={paths.sellerListing(productId)} className="text-ink hover:underline">
          {title}
        </AppLink>
      ),
    },
    { id: 'views', header: texts.views, align: 'end', cell: ({ views }) => formatCount(views) },
    { id: 'units', header: texts.units, align: 'end', cell: ({ units }) => formatCount(units) },
    {
      id: 'revenue',
      header: texts.revenue,
      align: 'end',
      cell: ({ revenueMinor }) => formatMoney(revenueMinor, dashboard.currency),
    },
  ];
  return (
    <Card>
      <DataTable
        caption={texts.topProducts}
        showCaption
        columns={columns}
        rows={dashboard.topProducts}
        rowKey={(product) => product.productId}
        empty={<EmptyState compact title={texts.noSalesTitle} text={texts.noSalesText} />}
      />
    </Card>
  );
}
