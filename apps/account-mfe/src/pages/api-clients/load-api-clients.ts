import type { ApiClientList } from '@plaza/contracts';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';

export async function loadApiClients({ api }: LoaderInput): LoaderResult<ApiClientList> {
  const account = await api.identity.me.query();
  if (!account) return { kind: 'sign_in_required' };
  return { kind: 'ok', data: await api.apiClient.list.query() };
}
