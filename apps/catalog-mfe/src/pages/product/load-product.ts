import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';

export type ProductData = Record<string, never>;

export async function loadProduct(_input: LoaderInput): LoaderResult<ProductData> {
  return { kind: 'ok', data: {} };
}
