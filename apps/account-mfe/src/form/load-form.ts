import type { SocialProviderInfo } from '@plaza/contracts';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';
import { paths } from '@plaza/navigation';
import { returnPath } from './return-to.ts';

/** What the pages need that sign somebody in. */
export interface FormData {
  /** With whom one may sign in as well. */
  providers: SocialProviderInfo[];
}

/**
 * For the pages that sign somebody in: whoever is signed in already goes on to where they wanted to be, unless they
 * were asked (`step`) to show anew who they are. `second-factor` is said by whatever has just taken the first proof.
 */
export async function loadForm({ api, search }: LoaderInput): LoaderResult<FormData> {
  if (search.step === 'second-factor')
    return { kind: 'redirect', href: paths.secondStep(returnPath(search)) };
  const [account, providers] = await Promise.all([
    api.identity.me.query(),
    // A password does without them.
    api.socialLogin.providers.query().catch(() => []),
  ]);
  if (account && search.step === undefined) return { kind: 'redirect', href: returnPath(search) };
  return { kind: 'ok', data: { providers } };
}
