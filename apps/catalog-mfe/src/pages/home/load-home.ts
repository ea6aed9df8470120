import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';

export type HomeData = Record<string, never>;

export async function loadHome(_input: LoaderInput): LoaderResult<HomeData> {
  return { kind: 'ok', data: {} };
}
