import type { Cart } from '@plaza/contracts';
import type { Context } from '../platform/trpc.ts';
import { findBuyerKey } from './buyer-key.ts';
import { readCart } from './cart.repository.ts';
import { EMPTY_CART, priceCart } from './price-cart.ts';

/** The visitor's cart at the prices of now. */
export async function getCart({ services, visitor }: Context): Promise<Cart> {
  const buyerKey = await findBuyerKey(visitor);
  return buyerKey === null ? EMPTY_CART : priceCart(await readCart(services.database.client, buyerKey));
}
