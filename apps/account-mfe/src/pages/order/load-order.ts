import type { Order } from '@plaza/contracts';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';

export type OrderData = Order;

const ID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** An order that is not there, or not theirs, is answered as "not found" by the API and by the page. */
export async function loadOrder({ api, params }: LoaderInput): LoaderResult<OrderData> {
  const orderId = params.orderId?.toLowerCase() ?? '';
  if (!ID.test(orderId)) return { kind: 'not_found' };
  return { kind: 'ok', data: await api.order.get.query({ orderId }) };
}
