import type { Home } from '@plaza/contracts';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';

export type HomeData = Home;

export async function loadHome({ api }: LoaderInput): LoaderResult<HomeData> {
  return { kind: 'ok', data: await api.catalog.home.query() };
}
