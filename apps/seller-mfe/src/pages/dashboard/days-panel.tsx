import type { SalesDay, SellerSales } from '@plaza/contracts';
import { AppLink, paths } from '@plaza/navigation';
import { linkClass } from '@plaza/ui/button';
import { plainMoney } from '@plaza/ui/chart-series';
import { type Column, DataTable } from '@plaza/ui/data-table';
import { formatCount, formatMoney, formatShare } from '@plaza/ui/format';
import { ShowAll } from '@plaza/ui/show-all';
import { useRights } from '../../shared/rights.tsx';
import { dashboardMessages as texts } from './messages.ts';
import { Panel, type PanelQuery } from './panel.tsx';
import { fileNameOf, formatLongDay, isKnown, isToday } from './trends.ts';

const SHOWN_DAYS = 7;

/** Every day of the period, the latest first, with the way to its orders. */
export function DaysPanel({ query }: { query: PanelQuery<SellerSales> }) {
  const maySeeOrders = useRights().includes('orders');
  return (
    <Panel
      title={texts.byDay}
      query={query}
      fileName={query.data && fileNameOf('days', query.data.period)}
      csv={(sales) => ({
        head: [
          texts.day,
          texts.revenue,
          texts.orders,
          texts.units,
          texts.visitors,
          texts.views,
          texts.conversion,
        ],
        rows: sales.byDay.map((day) =>
          isKnown(day.day, sales)
            ? [
                day.day,
                plainMoney(day.revenueMinor, sales.currency),
                day.orders,
                day.units,
                day.visitors,
                day.views,
                day.conversion?.toFixed(4) ?? '',
              ]
            : [day.day, '', '', '', '', '', ''],
        ),
      })}
    >
      {(sales) => (
        <ShowAll rows={sales.byDay.toReversed()} first={SHOWN_DAYS}>
          {(days) => (
            <DataTable
              caption={texts.byDay}
              columns={columnsOf(sales, maySeeOrders)}
              rows={days}
              rowKey={(row) => row.day}
            />
          )}
        </ShowAll>
      )}
    </Panel>
  );
}

function columnsOf(sales: SellerSales, maySeeOrders: boolean): Column<SalesDay>[] {
  const figure = (id: string, header: string, write: (day: SalesDay) => string): Column<SalesDay> => ({
    id,
    header,
    align: 'end',
    cell: (row) => (isKnown(row.day, sales) ? write(row) : texts.none),
  });
  return [
    {
      id: 'day',
      header: texts.day,
      primary: true,
      cell: ({ day }) => (isToday(day, sales) ? texts.soFar(formatLongDay(day)) : formatLongDay(day)),
    },
    figure('revenue', texts.revenue, (day) => formatMoney(day.revenueMinor, sales.currency)),
    {
      id: 'orders',
      header: texts.orders,
      align: 'end',
      cell: ({ day, orders }) =>
        maySeeOrders && orders > 0 ? (
          <AppLink
            href={paths.sellerOrders({ from: day, to: day })}
            prefetch={false}
            aria-label={texts.ordersOfDay(formatCount(orders), formatLongDay(day))}
            className={linkClass}
          >
            {formatCount(orders)}
          </AppLink>
        ) : isKnown(day, sales) ? (
          formatCount(orders)
        ) : (
          texts.none
        ),
    },
    figure('units', texts.units, (day) => formatCount(day.units)),
    figure('visitors', texts.visitors, (day) => formatCount(day.visitors)),
    figure('conversion', texts.conversion, (day) =>
      day.conversion === null ? texts.none : formatShare(day.conversion),
    ),
  ];
}
