import { stockUpdateSchema } from '@plaza/contracts';
import { createTestDatabase, type TestDatabase } from '@plaza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSocket } from '../testing/open-socket.ts';
import { startTestBff, type TestBff } from '../testing/start-test-bff.ts';
import { fillCart, mustPlace, openTestMarket, TestClock, type TestMarket } from '../testing/test-market.ts';

let database: TestDatabase;
let market: TestMarket;
let bff: TestBff;
let seller: Awaited<ReturnType<TestMarket['addSeller']>>;

beforeAll(async () => {
  database = await createTestDatabase();
  market = await openTestMarket({ databaseUrl: database.url, clock: new TestClock() });
  bff = await startTestBff(market.services);
  seller = await market.addSeller();
});
afterAll(async () => {
  await bff.close();
  await database.drop();
});

/** A socket that watches a product, with the quantities of its first variant as they arrive. */
async function watch(productId: string) {
  const socket = await openSocket(bff.socketUrl);
  const messages = socket.subscribe('inventory.watch', { productId });
  return {
    socket,
    next: async () => {
      const update = stockUpdateSchema.parse(await messages.next());
      return update.variants[0]?.availableQuantity;
    },
  };
}

const WITHIN_MS = 1_000;
const timed = async <Value>(work: Promise<Value>) => {
  const startedAt = performance.now();
  return { value: await work, ms: performance.now() - startedAt };
};

describe('watching stock', () => {
  it('shows a restock to everybody who looks at the product, within a second', async () => {
    const { productId, variantId } = await market.addProduct({ sellerId: seller.id, onHand: 3 });
    const [one, two] = [await watch(productId), await watch(productId)];
    expect([await one.next(), await two.next()]).toEqual([3, 3]);
    const changed = await market.visit(seller.account).inventory.setStock({ variantId, onHandQuantity: 10 });
    expect(changed).toEqual({ ok: true, onHandQuantity: 10, reservedQuantity: 0, availableQuantity: 10 });
    const seen = await timed(Promise.all([one.next(), two.next()]));
    expect(seen.value).toEqual([10, 10]);
    expect(seen.ms).toBeLessThan(WITHIN_MS);
    one.socket.close();
    two.socket.close();
  });

  it('shows what an order takes away', async () => {
    const { productId, variantId } = await market.addProduct({ sellerId: seller.id, onHand: 5 });
    const watcher = await watch(productId);
    expect(await watcher.next()).toBe(5);
    const buyer = market.visit();
    await fillCart(buyer, [{ variantId, quantity: 2 }]);
    await mustPlace(buyer);
    const seen = await timed(watcher.next());
    expect(seen.value).toBe(3);
    expect(seen.ms).toBeLessThan(WITHIN_MS);
    watcher.socket.close();
  });

  it('ends in the state that is true, however fast the changes come', async () => {
    const { productId, variantId } = await market.addProduct({ sellerId: seller.id, onHand: 0 });
    const watcher = await watch(productId);
    expect(await watcher.next()).toBe(0);
    const visit = market.visit(seller.account);
    for (let onHandQuantity = 1; onHandQuantity <= 40; onHandQuantity += 1)
      await visit.inventory.setStock({ variantId, onHandQuantity });
    let last = await watcher.next();
    while (last !== 40) last = await watcher.next();
    expect(last).toBe(40);
    watcher.socket.close();
  });

  it('says nothing about a product that is not published', async () => {
    const { productId } = await market.addProduct({ sellerId: seller.id });
    await market.setStatus(productId, 'draft');
    const socket = await openSocket(bff.socketUrl);
    const first = await socket.subscribe('inventory.watch', { productId }).next();
    expect(first).toEqual({ productId, variants: [] });
    socket.close();
  });
});

describe('a web socket', () => {
  it('is refused to pages of other sites', async () => {
    await expect(openSocket(bff.socketUrl, { origin: 'https://evil.test' })).rejects.toThrow('403');
    const own = await openSocket(bff.socketUrl, { origin: 'http://plaza.test' });
    own.close();
  });

  it('is refused at any other address', async () => {
    await expect(openSocket(`${bff.socketUrl}/other`)).rejects.toThrow('404');
  });

  it('carries subscriptions only', async () => {
    const socket = await openSocket(bff.socketUrl);
    await expect(socket.call('mutation', 'identity.signOut')).rejects.toThrow(
      'Queries and mutations go over HTTP.',
    );
    await expect(socket.call('query', 'catalog.home')).rejects.toThrow('Queries and mutations go over HTTP.');
    socket.close();
  });

  it('answers what it cannot read and stays open', async () => {
    const socket = await openSocket(bff.socketUrl);
    await expect(socket.subscribe('inventory.watch', { productId: 'x' }).next()).rejects.toThrow('productId');
    await expect(socket.subscribe('no.such', {}).next()).rejects.toThrow('no.such');
    socket.sendRaw('{not json');
    const { productId } = await market.addProduct({ sellerId: seller.id, onHand: 1 });
    expect(await socket.subscribe('inventory.watch', { productId }).next()).toMatchObject({ productId });
    socket.close();
  });

  it('is closed on a message that is far too large', async () => {
    const socket = await openSocket(bff.socketUrl);
    socket.sendRaw('x'.repeat(100_000));
    expect(await socket.closed).toBe(1009);
  });
});

describe('stating stock', () => {
  it('is refused below what unpaid orders hold, and for the variants of others', async () => {
    const { variantId } = await market.addProduct({ sellerId: seller.id, onHand: 5 });
    const buyer = market.visit();
    await fillCart(buyer, [{ variantId, quantity: 3 }]);
    await mustPlace(buyer);
    const own = market.visit(seller.account).inventory;
    expect(await own.setStock({ variantId, onHandQuantity: 2 })).toMatchObject({ code: 'below_reserved' });
    expect(await own.setStock({ variantId, onHandQuantity: 3 })).toMatchObject({
      ok: true,
      availableQuantity: 0,
    });
    const other = market.visit((await market.addSeller()).account).inventory;
    expect(await other.setStock({ variantId, onHandQuantity: 100 })).toMatchObject({ code: 'not_found' });
    expect(await market.stockOf(variantId)).toEqual({ onHand: 3, reserved: 3 });
  });

  it('leaves a fact for the pipeline', async () => {
    const { variantId, productId } = await market.addProduct({ sellerId: seller.id, onHand: 5 });
    await market.visit(seller.account).inventory.setStock({ variantId, onHandQuantity: 8 });
    const rows = await market.services.database.client`
      select payload from outbox where aggregate_id = ${variantId} and type = 'stock.changed'`;
    expect(rows[0]?.payload).toEqual({
      productId,
      variantId,
      sellerId: seller.id,
      onHandQuantity: 8,
      reservedQuantity: 0,
      availableQuantity: 8,
    });
  });
});
