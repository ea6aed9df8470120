import { API_SCOPE_NAMES, type ApiClientList, mayGrantScope } from '@plaza/contracts';
import type { Services } from '../../platform/services.ts';
import type { Session } from '../../platform/trpc.ts';
import { listClients } from './api-client.repository.ts';
import { toApiClient } from './to-api-client.ts';

/** The programs that act for somebody, and what they could give to another one. */
export async function listApiClients({
  services,
  session: { account },
}: {
  services: Services;
  session: Session;
}): Promise<ApiClientList> {
  const clients = await listClients(services.database.client, account.id, services.clock.now());
  const grantable = API_SCOPE_NAMES.filter((scope) => mayGrantScope(account, scope));
  return { clients: clients.map(toApiClient), grantable };
}
