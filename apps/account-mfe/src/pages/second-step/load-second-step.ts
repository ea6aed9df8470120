import type { SecondStep } from '@plaza/contracts';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';
import { paths } from '@plaza/navigation';
import { returnPath } from '../../form/return-to.ts';

/** Whoever has not shown a first proof in this browser, or too long ago, signs in first. */
export async function loadSecondStep({ api, search }: LoaderInput): LoaderResult<SecondStep> {
  const data = await api.factor.second.query();
  return data ? { kind: 'ok', data } : { kind: 'redirect', href: paths.signIn(returnPath(search)) };
}
