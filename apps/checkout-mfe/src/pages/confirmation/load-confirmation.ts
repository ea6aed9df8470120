import type { Order } from '@plaza/contracts';
import { toApiError } from '@plaza/federation/host';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';

export interface ConfirmationData {
  order: Order;
}

/** The order that was just paid for, as far as is known now; the page asks the payment provider itself. */
export async function loadConfirmation({ api, params }: LoaderInput): LoaderResult<ConfirmationData> {
  try {
    return { kind: 'ok', data: { order: await api.order.get.query({ orderId: params.orderId ?? '' }) } };
  } catch (error) {
    const code = toApiError(error)?.code;
    if (code === 'NOT_FOUND' || code === 'BAD_REQUEST') return { kind: 'not_found' };
    throw error;
  }
}
