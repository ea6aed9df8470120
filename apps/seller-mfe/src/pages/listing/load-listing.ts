import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';

export type ListingData = Record<string, never>;

export async function loadListing(_input: LoaderInput): LoaderResult<ListingData> {
  return { kind: 'ok', data: {} };
}
