import type { Services } from '../platform/services.ts';
import { ensureCart, lockCarts, moveCart } from './adopt-cart.repository.ts';
import { accountBuyerKey, browserBuyerKey } from './buyer-key.ts';

/**
 * On sign-in: what the browser's cart holds goes into the account's. Quantities add up, up to the most of one item,
 * and items that the account's cart has no room for are left out.
 */
export async function adoptCart(
  services: Services,
  input: { accountId: string; cartTokenHash: string },
): Promise<void> {
  const from = browserBuyerKey(input.cartTokenHash);
  const to = accountBuyerKey(input.accountId);
  await services.database.client.begin(async (query) => {
    await ensureCart(query, to);
    const carts = await lockCarts(query, [from, to]);
    const guest = carts.find((cart) => cart.buyerKey === from);
    const account = carts.find((cart) => cart.buyerKey === to);
    if (guest && account) await moveCart(query, { fromCartId: guest.id, toCartId: account.id });
  });
}
