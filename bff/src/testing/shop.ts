import { createTestDatabase } from '@plaza/testing';
import { openTestMarket, TestClock } from './test-market.ts';

/** A market with one seller, whose goods buyers put into carts and order; nobody pays. */
export async function openShop() {
  const database = await createTestDatabase();
  const clock = new TestClock();
  const market = await openTestMarket({ databaseUrl: database.url, clock });
  const seller = await market.addSeller();
  return {
    market,
    clock,
    seller,
    addProduct: (input: { priceMinor?: number; onHand?: number } = {}) =>
      market.addProduct({ sellerId: seller.id, ...input }),
    newBuyers: (count: number) => Array.from({ length: count }, () => market.visit()),
    close: async () => {
      await market.services.close();
      await database.drop();
    },
  };
}
export type Shop = Awaited<ReturnType<typeof openShop>>;
