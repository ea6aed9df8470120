import type { PendingSocial } from '@plaza/contracts';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';
import { paths } from '@plaza/navigation/paths';

/** Whoever is not asked for a code begins at the beginning. */
export async function loadConfirmSocial({ api }: LoaderInput): LoaderResult<PendingSocial> {
  const pending = await api.socialLogin.pending.query();
  return pending ? { kind: 'ok', data: pending } : { kind: 'redirect', href: paths.signIn() };
}
