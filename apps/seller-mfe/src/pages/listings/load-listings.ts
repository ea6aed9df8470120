import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';

export type ListingsData = Record<string, never>;

export async function loadListings(_input: LoaderInput): LoaderResult<ListingsData> {
  return { kind: 'ok', data: {} };
}
