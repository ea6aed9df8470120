import type { CategoryNode } from '@plaza/contracts';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';

export interface ExampleData {
  departments: CategoryNode[];
}

/** Runs on the server for the first page that somebody opens, and in the browser for later ones. */
export async function loadExample({ api }: LoaderInput): LoaderResult<ExampleData> {
  return { kind: 'ok', data: { departments: await api.catalog.categories.query() } };
}
