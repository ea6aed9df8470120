import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';

export type CheckoutData = Record<string, never>;

export async function loadCheckout(_input: LoaderInput): LoaderResult<CheckoutData> {
  return { kind: 'ok', data: {} };
}
