import { type ChangeCache, createChangeCache } from '../../platform/change-cache.ts';
import type { Services } from '../../platform/services.ts';
import type { Session } from '../../platform/trpc.ts';
import { toAccount } from '../account-record.ts';
import { verifyAccessToken } from './access-token.ts';
import { type ClientWithAccount, findClient } from './api-client.repository.ts';

const MAX_ENTRIES = 5_000;
const KEPT_MS = 30_000;
/** A program has never shown who sits in front of it: whatever wants that to be recent refuses it. */
const NEVER = new Date(0);

/**
 * What the bearer of an access token may do, or null. Its signature would do for its ten minutes; that its client and
 * account are still welcome is looked up, so that who is ended is ended at once.
 */
export async function readTokenSession(services: Services, token: string): Promise<Session | null> {
  const grant = await verifyAccessToken(services, token);
  if (!grant) return null;
  const found = await cacheOf(services).read(grant.clientId, () =>
    findClient(services.database.client, grant.clientId),
  );
  if (!found) return null;
  const { client, account } = found;
  if (account.id !== grant.accountId || account.status !== 'active') return null;
  if (client.expiresAt <= services.clock.now()) return null;
  return {
    id: client.id,
    account: toAccount(account, services.sealing),
    startedAt: client.createdAt,
    provedAt: NEVER,
    methods: [],
    scopes: grant.scopes.filter((scope) => client.scopes.includes(scope)),
  };
}

const caches = new WeakMap<Services['changes'], ChangeCache<ClientWithAccount>>();
/** One for each process: by a service of which there is one. */
function cacheOf({ changes }: Services): ChangeCache<ClientWithAccount> {
  const made =
    caches.get(changes) ??
    createChangeCache<ClientWithAccount>(changes, {
      maxEntries: MAX_ENTRIES,
      ttlMs: KEPT_MS,
      isAbout: (subject, clientId, { account }) =>
        subject === `api_client:${clientId}` || subject === `account:${account.id}`,
    });
  caches.set(changes, made);
  return made;
}
