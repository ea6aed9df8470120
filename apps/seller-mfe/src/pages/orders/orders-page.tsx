import { type SellerOrderStatus, sellerOrderStatusSchema } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import type { PageProps } from '@plaza/federation/remote';
import { AppLink, paths, useNavigation } from '@plaza/navigation';
import { buttonClass } from '@plaza/ui/button';
import { Pagination } from '@plaza/ui/pagination';
import { EmptyState } from '@plaza/ui/states';
import { useQuery } from '@tanstack/react-query';
import clsx from 'clsx';
import PackageOpen from 'lucide-react/icons/package-open';
import { messages } from '../../messages.ts';
import { SellerRights } from '../../shared/rights.tsx';
import { NotSelling, SellerFrame } from '../../shared/seller-frame.tsx';
import { type OrdersData, ordersInput } from './load-orders.ts';
import { OrderDrawer } from './order-drawer.tsx';
import { OrdersTable } from './orders-table.tsx';

const texts = messages.orders;
/** New orders appear without a reload; the dashboard is the place for seconds. */
const REFRESH_MS = 10_000;

type Orders = NonNullable<OrdersData>['orders'];

/** What was bought from this seller: to ship, on its way, done. */
export function OrdersPage({ data, search }: PageProps<OrdersData>) {
  if (data === null) return <NotSelling />;
  return (
    <SellerRights permissions={data.permissions}>
      <SellerOrders loaded={data.orders} search={search} />
    </SellerRights>
  );
}

function SellerOrders({ loaded, search }: { loaded: Orders; search: Readonly<Record<string, string>> }) {
  const { api } = useHost();
  const { open } = useNavigation();
  const input = ordersInput(search);
  const { data: orders } = useQuery({
    ...api.fulfilment.list.queryOptions(input),
    initialData: loaded,
    staleTime: REFRESH_MS,
    refetchInterval: REFRESH_MS,
  });
  const hrefFor = (change: { page?: number; order?: string }) =>
    paths.sellerOrders({
      status: input.status,
      page: input.page === 1 ? undefined : input.page,
      ...change,
    });
  return (
    <SellerFrame section="orders" title={texts.title} aside={texts.count(orders.total)}>
      <StatusFilter current={input.status} />
      {orders.items.length === 0 ? (
        <EmptyState
          title={input.status ? texts.noneTitle : texts.emptyTitle}
          text={input.status ? texts.noneText : texts.emptyText}
          icon={<PackageOpen size={28} />}
          actions={
            input.status && (
              <AppLink href={paths.sellerOrders()} className={buttonClass({ variant: 'secondary' })}>
                {texts.all}
              </AppLink>
            )
          }
        />
      ) : (
        <>
          <OrdersTable orders={orders.items} hrefFor={(order) => hrefFor({ order })} />
          <div className="mt-6">
            <Pagination
              page={orders.page}
              pageCount={Math.ceil(orders.total / orders.pageSize)}
              hrefFor={(page) => hrefFor({ page })}
              linkAs={AppLink}
            />
          </div>
        </>
      )}
      <OrderDrawer
        sellerOrderId={search.order ?? null}
        onClose={() => void open(hrefFor({}), { keepScroll: true })}
      />
    </SellerFrame>
  );
}

function StatusFilter({ current }: { current: SellerOrderStatus | undefined }) {
  const choices = [undefined, ...sellerOrderStatusSchema.options];
  return (
    <nav aria-label={texts.filter} className="mb-5">
      <ul className="flex flex-wrap gap-2">
        {choices.map((status) => (
          <li key={status ?? 'all'}>
            <AppLink
              href={paths.sellerOrders({ status })}
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
  );
}
