import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';

export type OrderData = Record<string, never>;

export async function loadOrder(_input: LoaderInput): LoaderResult<OrderData> {
  return { kind: 'ok', data: {} };
}
