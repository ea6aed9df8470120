import type { Cart } from '@plaza/contracts';
import type { Context } from '../platform/trpc.ts';
import { findBuyerKey } from './buyer-key.ts';
import { acceptLinePrices, readCart } from './cart.repository.ts';
import { EMPTY_CART, priceCart } from './price-cart.ts';

/** The buyer goes on with the prices of now. */
export async function acceptPrices({ services, visitor }: Context): Promise<Cart> {
  const buyerKey = await findBuyerKey(visitor);
  if (buyerKey === null) return EMPTY_CART;
  await acceptLinePrices(services.database.client, buyerKey);
  return priceCart(await readCart(services.database.client, buyerKey));
}
