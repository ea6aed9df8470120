import { systemClock } from '../src/platform/clock.ts';
import { openDatabase } from '../src/platform/db.ts';
import { openPictureStorage } from '../src/platform/picture-storage.ts';
import { createSealing } from '../src/platform/sealing.ts';
import { readSeedEnv } from './env.ts';
import { makeProducts } from './make-products.ts';
import { writeAccounts } from './write-accounts.ts';
import { writeCatalogue } from './write-catalogue.ts';
import { writeOrders } from './write-orders.ts';

/**
 * Fills an empty market with the demo: accounts, sellers, 1,200 products with pictures, ninety days of orders.
 * One transaction: a market is seeded or it is not. A market that has accounts is left alone.
 */
async function seed(): Promise<void> {
  const env = readSeedEnv();
  const database = openDatabase(env.DATABASE_URL, { maxConnections: 1, statementTimeoutMs: 120_000 });
  try {
    const [existing] = await database.client`select 1 from account limit 1`;
    if (existing) {
      console.log('The market has accounts already; nothing to seed.');
      return;
    }
    const now = systemClock.now();
    const products = makeProducts(now);
    const storage = openPictureStorage(env.MEDIA_DIR);
    await database.client.begin(async (client) => {
      const accounts = await writeAccounts(client, createSealing(env), now);
      console.log(`${accounts.sellerIds.size} sellers`);
      await writeCatalogue(client, storage, products, accounts.sellerIds, now);
      console.log(`${products.length} products`);
      const orders = await writeOrders(client, products, accounts, now);
      console.log(`${orders} orders`);
    });
    await database.client`analyze`;
  } finally {
    await database.close();
  }
}

await seed();
