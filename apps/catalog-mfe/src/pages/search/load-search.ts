import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';

export type SearchData = Record<string, never>;

export async function loadSearch(_input: LoaderInput): LoaderResult<SearchData> {
  return { kind: 'ok', data: {} };
}
