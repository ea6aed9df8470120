import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';

export type OrdersData = Record<string, never>;

export async function loadOrders(_input: LoaderInput): LoaderResult<OrdersData> {
  return { kind: 'ok', data: {} };
}
