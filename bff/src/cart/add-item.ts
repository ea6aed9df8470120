import type { addItemInput } from '@plaza/contracts';
import type { z } from 'zod';
import type { Context } from '../platform/trpc.ts';
import { ensureBuyerKey } from './buyer-key.ts';
import { addLine, readCart } from './cart.repository.ts';
import { type CartChangeResult, toChangeResult } from './change-result.ts';
import { priceCart } from './price-cart.ts';

/** Puts units of a variant into the visitor's cart, on top of what is there. All of them or none. */
export async function addItem(
  { services, visitor }: Context,
  input: z.output<typeof addItemInput>,
): Promise<CartChangeResult> {
  const buyerKey = await ensureBuyerKey(visitor);
  const change = await addLine(services.database.client, { buyerKey, ...input });
  const cart = priceCart(await readCart(services.database.client, buyerKey));
  const line = cart.groups.flatMap((group) => group.lines).find((one) => one.variantId === input.variantId);
  return toChangeResult(change, cart, (line?.quantity ?? 0) + input.quantity);
}
