import type { Cart } from '@plaza/contracts';
import type { Query } from '../platform/query.ts';
import type { Services } from '../platform/services.ts';
import { readCart } from './cart.repository.ts';
import { priceCart } from './price-cart.ts';

/**
 * Does one change to a buyer's cart and answers the cart after it. Both statements are on their way at once on one
 * connection, where the second sees what the first did: one round trip.
 */
export async function changeCart<Outcome>(
  { database }: Pick<Services, 'database'>,
  buyerKey: string,
  change: (query: Query) => Promise<Outcome>,
): Promise<{ outcome: Outcome; cart: Cart }> {
  const connection = await database.client.reserve();
  try {
    const [outcome, record] = await Promise.all([change(connection), readCart(connection, buyerKey)]);
    return { outcome, cart: priceCart(record) };
  } finally {
    connection.release();
  }
}
