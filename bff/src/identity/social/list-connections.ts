import type { Connections } from '@plaza/contracts';
import type { Services } from '../../platform/services.ts';
import type { Session } from '../../platform/trpc.ts';
import { listProviders } from './providers.ts';
import { listIdentities, readWaysToSignIn } from './social-identity.repository.ts';
import { hasOtherWay } from './unlink-identity.ts';

/** With whom the account is connected, and with whom it could be. */
export async function listConnections({
  services,
  session,
}: {
  services: Services;
  session: Session;
}): Promise<Connections> {
  const { client } = services.database;
  const accountId = session.account.id;
  const configured = listProviders(services);
  const usableProviders = configured.map(({ id }) => id);
  const [identities, ways] = await Promise.all([
    listIdentities(client, services.sealing, accountId),
    readWaysToSignIn(client, { accountId, usableProviders }),
  ]);
  return {
    connected: identities.map(({ provider: id, email, linkedAt }) => ({
      // One that is not configured any more is still the owner's to disconnect.
      provider: configured.find((one) => one.id === id) ?? { id, kind: 'oidc', name: id },
      email,
      linkedAt: linkedAt.toISOString(),
      canUnlink: hasOtherWay(ways, id),
    })),
    available: configured.filter(({ id }) => !identities.some(({ provider }) => provider === id)),
  };
}
