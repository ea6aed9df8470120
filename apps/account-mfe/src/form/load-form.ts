import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';
import { returnPath } from './return-to.ts';

/** For the pages that sign somebody in: whoever is signed in already goes on to where they wanted to be. */
export async function loadForm({ api, search }: LoaderInput): LoaderResult<null> {
  const account = await api.identity.me.query();
  return account ? { kind: 'redirect', href: returnPath(search) } : { kind: 'ok', data: null };
}
