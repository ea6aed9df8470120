import type { setQuantityInput } from '@plaza/contracts';
import type { z } from 'zod';
import type { Context } from '../platform/trpc.ts';
import { findBuyerKey } from './buyer-key.ts';
import { readCart, setLineQuantity } from './cart.repository.ts';
import { type CartChangeResult, toChangeResult } from './change-result.ts';
import { EMPTY_CART, priceCart } from './price-cart.ts';

/** Sets how many units a line holds; zero removes it. */
export async function setQuantity(
  { services, visitor }: Context,
  input: z.output<typeof setQuantityInput>,
): Promise<CartChangeResult> {
  const buyerKey = await findBuyerKey(visitor);
  const { client } = services.database;
  if (buyerKey === null) return toChangeResult({ availableQuantity: null, isChanged: false }, EMPTY_CART, 0);
  const change = await setLineQuantity(client, { buyerKey, ...input });
  return toChangeResult(change, priceCart(await readCart(client, buyerKey)), input.quantity);
}
