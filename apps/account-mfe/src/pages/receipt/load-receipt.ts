import type { Receipt } from '@plaza/contracts';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';
import { paths } from '@plaza/navigation';

export type ReceiptData = Receipt;

const ID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** A receipt that is not theirs is answered as "not found"; of an unpaid order the order itself is shown. */
export async function loadReceipt({ api, params }: LoaderInput): LoaderResult<ReceiptData> {
  const orderId = params.orderId?.toLowerCase() ?? '';
  if (!ID.test(orderId)) return { kind: 'not_found' };
  const result = await api.receipt.get.query({ orderId });
  return result.ok ? { kind: 'ok', data: result.receipt } : { kind: 'redirect', href: paths.order(orderId) };
}
