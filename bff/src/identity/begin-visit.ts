import type { Account, AuthMethod } from '@plaza/contracts';
import { adoptCart } from '../cart/public.ts';
import { adoptGuestOrders } from '../order/public.ts';
import type { Context } from '../platform/trpc.ts';
import { endSession, startSession } from './sessions.ts';
import { meetBrowser } from './watch/meet-browser.ts';
import { noteSignIn } from './watch/note-sign-in.ts';

/**
 * Makes this browser the account's: a new session in place of the old one, the guest's cart and orders go along, and the
 * watch gets to know of it.
 * @param isProved whether that was all that the account can be confirmed by, as `fresh` wants it
 */
export async function beginVisit(
  ctx: Context,
  account: Account,
  methods: readonly [AuthMethod, ...AuthMethod[]],
  isProved = true,
): Promise<void> {
  const { services, visitor } = ctx;
  const browser = await meetBrowser(ctx, account);
  if (visitor.sessionToken) await endSession(services, visitor.sessionToken);
  const session = await startSession(services, account.id, { methods, origin: visitor, isProved });
  visitor.setSession(session.token, session.expiresAt);
  visitor.writeCookie('browser', browser.token, browser.expiresAt);
  if (visitor.cartTokenHash) {
    await adoptCart(services, { accountId: account.id, cartTokenHash: visitor.cartTokenHash });
  }
  await adoptGuestOrders(services, account);
  noteSignIn(ctx, {
    accountId: account.id,
    claim: account.email,
    method: methods[0],
    outcome: 'signed_in',
    isKnownBrowser: browser.isKnown,
  });
}
