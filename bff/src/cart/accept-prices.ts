import type { Cart } from '@plaza/contracts';
import type { Context } from '../platform/trpc.ts';
import { findBuyerKey } from './buyer-key.ts';
import { acceptLinePrices } from './cart.repository.ts';
import { changeCart } from './change-cart.ts';
import { EMPTY_CART } from './price-cart.ts';

/** The buyer goes on with the prices of now. */
export async function acceptPrices({ services, visitor }: Context): Promise<Cart> {
  const buyerKey = await findBuyerKey(visitor);
  if (buyerKey === null) return EMPTY_CART;
  const { cart } = await changeCart(services, buyerKey, (query) => acceptLinePrices(query, buyerKey));
  return cart;
}
