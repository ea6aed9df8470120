import type { Cart, setDeliveryInput } from '@plaza/contracts';
import type { z } from 'zod';
import type { Context } from '../platform/trpc.ts';
import { ensureBuyerKey } from './buyer-key.ts';
import { saveDelivery } from './cart.repository.ts';
import { changeCart } from './change-cart.ts';

/** Keeps where to send the order and its e-mail; shipping is priced from now on. */
export async function setDelivery(
  { services, visitor }: Context,
  input: z.output<typeof setDeliveryInput>,
): Promise<Cart> {
  const buyerKey = await ensureBuyerKey(visitor);
  const { cart } = await changeCart(services, buyerKey, (query) =>
    saveDelivery(query, { buyerKey, ...input }),
  );
  return cart;
}
