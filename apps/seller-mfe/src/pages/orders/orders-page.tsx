import { useHost } from '@plaza/federation/host';
import type { PageProps } from '@plaza/federation/remote';
import { AppLink, paths, useNavigation } from '@plaza/navigation';
import { buttonClass } from '@plaza/ui/button';
import { Pagination } from '@plaza/ui/pagination';
import { EmptyState } from '@plaza/ui/states';
import { useQuery } from '@tanstack/react-query';
import PackageOpen from 'lucide-react/icons/package-open';
import { messages } from '../../messages.ts';
import { SellerRights } from '../../shared/rights.tsx';
import { NotSelling, SellerFrame } from '../../shared/seller-frame.tsx';
import { type OrdersData, ordersInput } from './load-orders.ts';
import { OrderDrawer } from './order-drawer.tsx';
import { OrdersFilter, ordersHref } from './orders-filter.tsx';
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
  const { page, ...filter } = input;
  const isNarrowed = Object.keys(filter).length > 0;
  const hrefFor = (change: { page?: number; order?: string }) =>
    ordersHref(filter, { ...(page !== 1 && { page }), ...change });
  return (
    <SellerFrame section="orders" title={texts.title} aside={texts.count(orders.total)}>
      <OrdersFilter filter={filter} orders={orders.items} />
      {orders.items.length === 0 ? (
        <EmptyState
          title={isNarrowed ? texts.noneTitle : texts.emptyTitle}
          text={isNarrowed ? texts.noneText : texts.emptyText}
          icon={<PackageOpen size={28} />}
          actions={
            isNarrowed && (
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
