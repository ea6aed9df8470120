import type { Cart, setDeliveryInput } from '@plaza/contracts';
import type { z } from 'zod';
import type { Context } from '../platform/trpc.ts';
import { ensureBuyerKey } from './buyer-key.ts';
import { readCart, saveDelivery } from './cart.repository.ts';
import { priceCart } from './price-cart.ts';

/** Keeps where to send the order and its e-mail; shipping is priced from now on. */
export async function setDelivery(
  { services, visitor }: Context,
  input: z.output<typeof setDeliveryInput>,
): Promise<Cart> {
  const buyerKey = await ensureBuyerKey(visitor);
  await saveDelivery(services.database.client, { buyerKey, ...input });
  return priceCart(await readCart(services.database.client, buyerKey));
}
