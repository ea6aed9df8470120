import type { unlinkResult } from '@plaza/contracts';
import type { z } from 'zod';
import type { Services } from '../../platform/services.ts';
import type { Session } from '../../platform/trpc.ts';
import { listProviders } from './providers.ts';
import { auditIdentity } from './settle-sign-in.ts';
import { deleteIdentity, lockWaysToSignIn } from './social-identity.repository.ts';

/** Whether somebody still gets into their account without this provider. */
export const hasOtherWay = (
  ways: { hasPassword: boolean; passkeyCount: number; providers: readonly string[] },
  providerId: string,
): boolean => ways.hasPassword || ways.passkeyCount > 0 || ways.providers.some((id) => id !== providerId);

/** Disconnects the account from a provider, unless it is the only way to sign in. */
export async function unlinkIdentity(
  { services, session }: { services: Services; session: Session },
  { provider }: { provider: string },
): Promise<z.input<typeof unlinkResult>> {
  const accountId = session.account.id;
  const usableProviders = listProviders(services).map(({ id }) => id);
  return services.database.client.begin(async (query) => {
    const ways = await lockWaysToSignIn(query, { accountId, usableProviders });
    if (!hasOtherWay(ways, provider)) {
      const code = ways.providers.includes(provider) ? 'last_way' : 'not_connected';
      return { ok: false, code } as const;
    }
    if (!(await deleteIdentity(query, { accountId, provider })))
      return { ok: false, code: 'not_connected' } as const;
    await auditIdentity(query, 'account.identity_unlinked', {
      accountId,
      provider,
      at: services.clock.now(),
    });
    return { ok: true } as const;
  });
}
