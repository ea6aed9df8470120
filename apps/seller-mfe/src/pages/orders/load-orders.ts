import { listSellerOrdersInput, type SellerPermission, sellerOrderStatusSchema } from '@plaza/contracts';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';
import { loadForSeller, pageOf } from '../../shared/load-for-seller.ts';

const filterSchema = listSellerOrdersInput.shape;

/** The list as the address asks for it: `status`, `from`, `to`, `product`, `page`. What makes no sense is left out. */
export function ordersInput(search: Readonly<Record<string, string>>) {
  const status = sellerOrderStatusSchema.safeParse(search.status);
  const [from, to] = [filterSchema.from.safeParse(search.from), filterSchema.to.safeParse(search.to)];
  const productId = filterSchema.productId.safeParse(search.product);
  return {
    page: pageOf(search.page),
    ...(status.success && { status: status.data }),
    ...(from.data !== undefined && { from: from.data }),
    ...(to.data !== undefined && { to: to.data }),
    ...(productId.data !== undefined && { productId: productId.data }),
  };
}

const fetchOrders = (api: LoaderInput['api'], search: LoaderInput['search']) =>
  api.fulfilment.list.query(ordersInput(search));

/** A page of the orders at this seller; null for an account that does not sell. */
export type OrdersData = {
  orders: Awaited<ReturnType<typeof fetchOrders>>;
  permissions: SellerPermission[];
} | null;

export const loadOrders = ({ api, search }: LoaderInput): LoaderResult<OrdersData> =>
  loadForSeller(api, async () => ({ orders: await fetchOrders(api, search) }));
