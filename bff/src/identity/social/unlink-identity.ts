import { newId, type unlinkResult } from '@plaza/contracts';
import type { z } from 'zod';
import { queueMail } from '../../notification/public.ts';
import type { Services } from '../../platform/services.ts';
import type { Session } from '../../platform/trpc.ts';
import { connectionChanged } from './connection-changed.mail.ts';
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
  const configured = listProviders(services);
  const usableProviders = configured.map(({ id }) => id);
  const now = services.clock.now();
  const result = await services.database.client.begin(async (query) => {
    const ways = await lockWaysToSignIn(query, { accountId, usableProviders });
    if (!hasOtherWay(ways, provider)) {
      const code = ways.providers.includes(provider) ? 'last_way' : 'not_connected';
      return { ok: false, code } as const;
    }
    if (!(await deleteIdentity(query, { accountId, provider })))
      return { ok: false, code: 'not_connected' } as const;
    await queueMail(query, connectionChanged, {
      to: session.account.email,
      data: {
        at: now.toISOString(),
        providerName: configured.find(({ id }) => id === provider)?.name ?? provider,
        isConnected: false,
      },
      dedupeKey: newId(),
      now,
    });
    await auditIdentity(query, 'account.identity_unlinked', {
      accountId,
      provider,
      at: now,
    });
    return { ok: true } as const;
  });
  if (result.ok) services.mailWaker.wake();
  return result;
}
