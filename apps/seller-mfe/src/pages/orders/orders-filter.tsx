import { type SellerOrderForSeller, sellerOrderStatusSchema } from '@plaza/contracts';
import { AppLink, paths } from '@plaza/navigation';
import clsx from 'clsx';
import X from 'lucide-react/icons/x';
import { messages } from '../../messages.ts';
import type { ordersInput } from './load-orders.ts';

const texts = messages.orders;
type Filter = Omit<ReturnType<typeof ordersInput>, 'page'>;

/** The address of the list with this filter. */
export const ordersHref = ({ productId, ...filter }: Filter, more: { page?: number; order?: string } = {}) =>
  paths.sellerOrders({ ...filter, product: productId, ...more });

interface OrdersFilterProps {
  filter: Filter;
  orders: readonly SellerOrderForSeller[];
}

/** Orders by status, and what else the address narrows them to, each to be taken away. */
export function OrdersFilter({ filter, orders }: OrdersFilterProps) {
  const { status: current, from, to, productId, ...rest } = filter;
  const choices = [undefined, ...sellerOrderStatusSchema.options];
  const narrowed = [
    ...(from || to
      ? [
          {
            label: daysText(from, to),
            href: ordersHref({ ...rest, ...pick({ status: current, productId }) }),
          },
        ]
      : []),
    ...(productId
      ? [
          {
            label: productText(orders, productId),
            href: ordersHref({ ...rest, ...pick({ status: current, from, to }) }),
          },
        ]
      : []),
  ];
  return (
    <div className="mb-5 flex flex-col gap-3">
      <nav aria-label={texts.filter}>
        <ul className="flex flex-wrap gap-2">
          {choices.map((status) => (
            <li key={status ?? 'all'}>
              <AppLink
                href={ordersHref({ ...rest, ...pick({ status, from, to, productId }) })}
                keepScroll
                aria-current={status === current ? 'page' : undefined}
                className={clsx(
                  'inline-flex min-h-9 items-center rounded-full px-4 text-sm font-medium no-underline transition-colors',
                  status === current
                    ? 'bg-ink text-ink-inverse'
                    : 'bg-surface-sunken text-ink-muted hover:text-ink',
                )}
              >
                {status ? messages.orderStatus[status] : texts.all}
              </AppLink>
            </li>
          ))}
        </ul>
      </nav>
      {narrowed.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {narrowed.map(({ label, href }) => (
            <li key={label}>
              <AppLink
                href={href}
                keepScroll
                aria-label={texts.clearFilter(label)}
                className="inline-flex min-h-9 items-center gap-2 rounded-full border border-line-strong bg-surface px-4 text-sm text-ink no-underline hover:border-ink-muted"
              >
                {label}
                <X size={14} aria-hidden="true" />
              </AppLink>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Without what is not there, as `exactOptionalPropertyTypes` wants it. */
function pick(filter: { [Key in keyof Filter]: Filter[Key] | undefined }): Filter {
  const { status, from, to, productId } = filter;
  return {
    ...(status !== undefined && { status }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(productId !== undefined && { productId }),
  };
}

const dayFormat = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
const formatDay = (day: string | undefined) => (day ? dayFormat.format(new Date(day)) : '…');
const daysText = (from: string | undefined, to: string | undefined) =>
  from !== undefined && from === to
    ? texts.paidOn(formatDay(from))
    : texts.paidBetween(formatDay(from), formatDay(to));

/** By the name under which it was sold; no order, no name. */
function productText(orders: readonly SellerOrderForSeller[], productId: string): string {
  const line = orders.flatMap((order) => order.lines).find((candidate) => candidate.productId === productId);
  return line ? texts.ofProduct(line.title) : texts.ofOneProduct;
}
