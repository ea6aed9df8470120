import type { Order } from '@plaza/contracts';
import { toApiError } from '@plaza/federation/host';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';

export interface ConfirmationData {
  order: Order;
  /** Whether it was bought without an account. */
  isGuest: boolean;
}

/** The order that was just paid for, as far as is known now; the page asks the payment provider itself. */
export async function loadConfirmation({ api, params }: LoaderInput): LoaderResult<ConfirmationData> {
  try {
    const [order, account] = await Promise.all([
      api.order.get.query({ orderId: params.orderId ?? '' }),
      api.identity.me.query(),
    ]);
    return { kind: 'ok', data: { order, isGuest: account === null } };
  } catch (error) {
    const code = toApiError(error)?.code;
    if (code === 'NOT_FOUND' || code === 'BAD_REQUEST') return { kind: 'not_found' };
    throw error;
  }
}
