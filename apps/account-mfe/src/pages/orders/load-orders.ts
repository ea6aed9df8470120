import type { ApiOutputs } from '@plaza/api-client';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';

const PAGE_SIZE = 10;
const MAX_PAGE = 500;

export interface OrdersData {
  orders: ApiOutputs['order']['list'];
  signedIn: boolean;
}

/** Orders of the account and of this browser: nobody has to be signed in to see what they bought. */
export async function loadOrders({ api, search }: LoaderInput): LoaderResult<OrdersData> {
  const [orders, account] = await Promise.all([
    api.order.list.query({ page: readPage(search.page), pageSize: PAGE_SIZE }),
    api.identity.me.query(),
  ]);
  return { kind: 'ok', data: { orders, signedIn: account !== null } };
}

function readPage(text = ''): number {
  const page = /^\d{1,3}$/.test(text) ? Number(text) : 1;
  return page >= 1 && page <= MAX_PAGE ? page : 1;
}
