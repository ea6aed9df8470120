import type { Account, AuthMethod } from '@plaza/contracts';
import { adoptCart } from '../cart/public.ts';
import type { Context } from '../platform/trpc.ts';
import { endSession, startSession } from './sessions.ts';

/** Makes this browser the account's: a new session in place of the old one, and the guest's cart goes along. */
export async function beginVisit(
  { services, visitor }: Context,
  account: Account,
  methods: readonly AuthMethod[],
): Promise<void> {
  if (visitor.sessionToken) await endSession(services, visitor.sessionToken);
  const session = await startSession(services, account.id, { methods, origin: visitor });
  visitor.setSession(session.token, session.expiresAt);
  if (visitor.cartTokenHash) {
    await adoptCart(services, { accountId: account.id, cartTokenHash: visitor.cartTokenHash });
  }
}
