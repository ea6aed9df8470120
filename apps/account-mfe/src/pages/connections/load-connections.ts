import type { Connections } from '@plaza/contracts';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';

export async function loadConnections({ api }: LoaderInput): LoaderResult<Connections> {
  const account = await api.identity.me.query();
  if (!account) return { kind: 'sign_in_required' };
  return { kind: 'ok', data: await api.socialLogin.connections.query() };
}
