import type { Account } from '@plaza/contracts';
import { accountBuyerKey, GUEST_BUYER_KEYS } from '../cart/public.ts';
import type { Services } from '../platform/services.ts';
import { moveGuestOrders } from './order-change.repository.ts';

/**
 * On sign-in: what was bought without an account, with the address of this one, is the account's from now on. Only for an
 * address that is known to be theirs, and only what was paid: anybody can type an address in.
 */
export async function adoptGuestOrders(
  { database }: Pick<Services, 'database'>,
  account: Pick<Account, 'id' | 'email' | 'isEmailVerified'>,
): Promise<void> {
  if (!account.isEmailVerified) return;
  await moveGuestOrders(database.client, {
    email: account.email,
    from: GUEST_BUYER_KEYS,
    to: { accountId: account.id, buyerKey: accountBuyerKey(account.id) },
  });
}
