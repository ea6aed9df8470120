import { createTestDatabase, type TestDatabase } from '@plaza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestBff, type TestBff, type TestBrowser } from '../testing/start-test-bff.ts';
import { fillCart, mustPlace, openTestMarket, TestClock, type TestMarket } from '../testing/test-market.ts';

let database: TestDatabase;
let market: TestMarket;
let bff: TestBff;
let seller: Awaited<ReturnType<TestMarket['addSeller']>>;
let browser: TestBrowser;

beforeAll(async () => {
  database = await createTestDatabase();
  market = await openTestMarket({ databaseUrl: database.url, clock: new TestClock() });
  bff = await startTestBff(market.services);
  seller = await market.addSeller();
  browser = await bff.browse();
});
afterAll(async () => {
  await bff.close();
  await database.drop();
});

describe('an answer about the catalogue', () => {
  const read = async (slug: string) => browser.query('catalog.product', { slug });
  const priceAndStock = async (slug: string) => {
    const { data } = await read(slug);
    return JSON.parse(JSON.stringify(data)).variants[0];
  };

  it('may be kept by a CDN and is not sent twice to who has it', async () => {
    const { productId } = await market.addProduct({ sellerId: seller.id });
    const first = await read(`product-${productId}`);
    expect(first.headers.get('cache-control')).toMatch(/^public, .*s-maxage=\d/);
    const etag = first.headers.get('etag') ?? '';
    const path = `/api/trpc/catalog.product?input=${encodeURIComponent(JSON.stringify({ slug: `product-${productId}` }))}`;
    const again = await browser.send(path, { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('shows new stock, new prices and orders at once', async () => {
    const { productId, variantId } = await market.addProduct({ sellerId: seller.id, onHand: 4 });
    const slug = `product-${productId}`;
    expect(await priceAndStock(slug)).toMatchObject({ availableQuantity: 4 });
    const own = market.visit(seller.account);
    await own.inventory.setStock({ variantId, onHandQuantity: 9 });
    expect(await priceAndStock(slug)).toMatchObject({ availableQuantity: 9 });
    const buyer = market.visit();
    await fillCart(buyer, [{ variantId, quantity: 2 }]);
    await mustPlace(buyer);
    expect(await priceAndStock(slug)).toMatchObject({ availableQuantity: 7 });
    await own.catalog.setListingStatus({ productId, status: 'hidden' });
    expect((await read(slug)).data).toBeNull();
    await own.catalog.setListingStatus({ productId, status: 'published' });
    expect((await read(slug)).data).not.toBeNull();
  });

  it('is never an old one, however reads and writes meet', async () => {
    const { productId, variantId } = await market.addProduct({ sellerId: seller.id, onHand: 0 });
    const own = market.visit(seller.account);
    for (let onHandQuantity = 1; onHandQuantity <= 15; onHandQuantity += 1) {
      const reads = Array.from({ length: 4 }, () => read(`product-${productId}`));
      await own.inventory.setStock({ variantId, onHandQuantity });
      expect(await priceAndStock(`product-${productId}`)).toMatchObject({
        availableQuantity: onHandQuantity,
      });
      await Promise.all(reads);
    }
  });

  it('holds nothing of who asked', async () => {
    const signedIn = await bff.browse(seller.account);
    for (const path of ['catalog.home', 'catalog.categories', 'search.products?input=%7B%7D']) {
      const response = await signedIn.send(`/api/trpc/${path}`);
      expect([response.status, response.headers.getSetCookie()]).toEqual([200, []]);
      expect(await response.text()).not.toContain(seller.account.email);
    }
    const own = await signedIn.query('identity.me');
    expect(own.headers.get('cache-control')).toBe('private, no-store');
  });
});
