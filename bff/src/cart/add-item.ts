import type { addItemInput } from '@plaza/contracts';
import type { z } from 'zod';
import type { Context } from '../platform/trpc.ts';
import { ensureBuyerKey } from './buyer-key.ts';
import { addLine } from './cart.repository.ts';
import { changeCart } from './change-cart.ts';
import { type CartChangeResult, toChangeResult } from './change-result.ts';

/** Puts units of a variant into the visitor's cart, on top of what is there. All of them or none. */
export async function addItem(
  { services, visitor }: Context,
  input: z.output<typeof addItemInput>,
): Promise<CartChangeResult> {
  const buyerKey = await ensureBuyerKey(visitor);
  const { outcome, cart } = await changeCart(services, buyerKey, (query) =>
    addLine(query, { buyerKey, ...input }),
  );
  const line = cart.groups.flatMap((group) => group.lines).find((one) => one.variantId === input.variantId);
  return toChangeResult(outcome, cart, (line?.quantity ?? 0) + input.quantity);
}
