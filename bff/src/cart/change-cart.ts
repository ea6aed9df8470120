import type { Cart } from '@plaza/contracts';
import type { Query } from '../platform/query.ts';
import type { Services } from '../platform/services.ts';
import { readCart } from './cart.repository.ts';
import { priceCart } from './price-cart.ts';

/** Does one change to a buyer's cart and answers the cart after it. */
export async function changeCart<Outcome>(
  { database: { client } }: Pick<Services, 'database'>,
  buyerKey: string,
  change: (query: Query) => Promise<Outcome>,
): Promise<{ outcome: Outcome; cart: Cart }> {
  const outcome = await change(client);
  return { outcome, cart: priceCart(await readCart(client, buyerKey)) };
}
