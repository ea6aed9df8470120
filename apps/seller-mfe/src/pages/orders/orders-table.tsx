import type { SellerOrderForSeller } from '@plaza/contracts';
import { AppLink } from '@plaza/navigation';
import { type Column, DataTable } from '@plaza/ui/data-table';
import { formatMoney } from '@plaza/ui/format';
import { messages } from '../../messages.ts';
import { formatMoment } from '../../shared/when.ts';
import { OrderStatus } from './order-status.tsx';

const texts = messages.orders;

export interface OrdersTableProps {
  orders: readonly SellerOrderForSeller[];
  /** Address of the page with this order open. */
  hrefFor: (sellerOrderId: string) => string;
}

export function OrdersTable({ orders, hrefFor }: OrdersTableProps) {
  const columns: Column<SellerOrderForSeller>[] = [
    {
      id: 'number',
      header: texts.number,
      primary: true,
      className: 'whitespace-nowrap',
      cell: ({ id, number }) => (
        <AppLink
          href={hrefFor(id)}
          keepScroll
          prefetch={false}
          aria-label={texts.open(number)}
          className="font-medium text-accent tabular-nums underline-offset-4 hover:underline"
        >
          {number}
        </AppLink>
      ),
    },
    { id: 'placed', header: texts.placed, cell: ({ placedAt }) => formatMoment(placedAt) },
    {
      id: 'buyer',
      header: texts.buyer,
      cell: ({ address }) => `${address.fullName}, ${address.city}`,
      className: 'wrap-anywhere sm:max-w-60',
    },
    {
      id: 'items',
      header: texts.items,
      align: 'end',
      cell: ({ lines }) => lines.reduce((count, line) => count + line.quantity, 0),
    },
    {
      id: 'total',
      header: texts.total,
      align: 'end',
      cell: ({ totalMinor, currency }) => formatMoney(totalMinor, currency),
    },
    { id: 'status', header: texts.status, cell: ({ status }) => <OrderStatus status={status} /> },
  ];
  return <DataTable caption={texts.title} columns={columns} rows={orders} rowKey={(order) => order.id} />;
}
