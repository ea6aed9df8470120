import type { Cart, setShippingInput } from '@plaza/contracts';
import type { z } from 'zod';
import type { Context } from '../platform/trpc.ts';
import { findBuyerKey } from './buyer-key.ts';
import { saveShipping } from './cart.repository.ts';
import { changeCart } from './change-cart.ts';
import { EMPTY_CART } from './price-cart.ts';

/** Chooses how fast one seller's parcel travels. */
export async function setShipping(
  { services, visitor }: Context,
  input: z.output<typeof setShippingInput>,
): Promise<Cart> {
  const buyerKey = await findBuyerKey(visitor);
  if (buyerKey === null) return EMPTY_CART;
  const { cart } = await changeCart(services, buyerKey, (query) =>
    saveShipping(query, { buyerKey, ...input }),
  );
  return cart;
}
