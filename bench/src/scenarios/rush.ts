import { createClient } from '../http.ts';
import { runLoad } from '../load.ts';
import { type Market, sellableVariants } from '../market.ts';
import type { Figure } from '../report.ts';
import { Shopper } from '../shopper.ts';

const BUYERS = 200;
const IN_STOCK = 50;

/** Two hundred buyers press "pay" at once for fifty units. */
export async function rush(market: Market): Promise<Figure[]> {
  const client = createClient(BUYERS);
  const [variantId = ''] = await sellableVariants(market, 1, IN_STOCK);
  const carts = await Promise.all(
    Array.from({ length: BUYERS }, async () => {
      const shopper = new Shopper(client, market);
      return { shopper, totalMinor: await shopper.fillCart(variantId) };
    }),
  );
  let sold = 0;
  let soldOut = 0;
  const result = await runLoad({ connections: BUYERS, limit: BUYERS }, async (index) => {
    const cart = carts[index];
    if (!cart) return false;
    const placed = await cart.shopper.placeOrder(cart.totalMinor);
    if (placed.ok) sold += 1;
    else if (placed.code === 'out_of_stock') soldOut += 1;
    return placed.ok || placed.code === 'out_of_stock';
  });
  client.close();
  const note = `${sold} sold, ${soldOut} told that it is sold out, ${result.failures} failures`;
  return [
    {
      name: '200 buyers at once for 50 in stock: away from 50 sold',
      value: Math.abs(sold - IN_STOCK),
      unit: 'units',
      aim: 0,
      better: 'lower',
      note,
    },
    { name: 'the same, until the last answer', value: result.seconds, unit: 's', aim: 2, better: 'lower' },
  ];
}
