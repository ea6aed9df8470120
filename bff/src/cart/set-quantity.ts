import type { setQuantityInput } from '@plaza/contracts';
import type { z } from 'zod';
import type { Context } from '../platform/trpc.ts';
import { findBuyerKey } from './buyer-key.ts';
import { setLineQuantity } from './cart.repository.ts';
import { changeCart } from './change-cart.ts';
import { type CartChangeResult, toChangeResult } from './change-result.ts';
import { EMPTY_CART } from './price-cart.ts';

/** Sets how many units a line holds; zero removes it. */
export async function setQuantity(
  { services, visitor }: Context,
  input: z.output<typeof setQuantityInput>,
): Promise<CartChangeResult> {
  const buyerKey = await findBuyerKey(visitor);
  if (buyerKey === null) return toChangeResult({ availableQuantity: null, isChanged: false }, EMPTY_CART, 0);
  const { outcome, cart } = await changeCart(services, buyerKey, (query) =>
    setLineQuantity(query, { buyerKey, ...input }),
  );
  return toChangeResult(outcome, cart, input.quantity);
}
