import { newId } from '@plaza/contracts';
import { createTestDatabase, type TestDatabase } from '@plaza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestMarket, TestClock, type TestMarket } from '../testing/test-market.ts';
import { serveSitemap } from './sitemap.http.ts';

const LIMITS = { entriesPerPart: 3, entriesPerRead: 2 };
const CHANGED_AT = '2026-05-01T10:00:00.000Z';

let database: TestDatabase;
let market: TestMarket;
let sitemap: ReturnType<typeof serveSitemap>;

beforeAll(async () => {
  database = await createTestDatabase();
  market = await openTestMarket({ databaseUrl: database.url, clock: new TestClock() });
  const { client } = market.services.database;
  const [audio, headphones, empty] = [newId(), newId(), newId()];
  for (const [id, slug, parentId, path] of [
    [audio, 'audio', null, 'audio'],
    [headphones, 'headphones', audio, 'audio/headphones'],
    [empty, 'audiobooks', null, 'audiobooks'],
  ] as const)
    await client`
      insert into category (id, slug, name, parent_id, path) values (${id}, ${slug}, ${slug}, ${parentId}, ${path})`;
  const seller = await market.addSeller();
  await client`update seller set slug = 'anna-s-audio' where id = ${seller.id}`;
  await market.addSeller();
  for (const slug of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'draft', 'hidden']) {
    const { productId } = await market.addProduct({ sellerId: seller.id });
    const status = slug === 'draft' || slug === 'hidden' ? slug : 'published';
    await client`
      update product set slug = ${slug}, category_id = ${headphones}, status = ${status}, updated_at = ${CHANGED_AT}
      where id = ${productId}`;
  }
  await client`update product set updated_at = '2026-06-01T00:00:00Z' where slug = 'e'`;
  sitemap = serveSitemap(market.services, LIMITS);
});
afterAll(async () => {
  await market.services.close();
  await database.drop();
});

const get = async (path: string) => {
  const response = await sitemap.request(path);
  return { status: response.status, headers: response.headers, text: await response.text() };
};
const valuesOf = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, 'g'))].map(([, value = '']) => value);
const partsOf = async (kind: string) => {
  const { text } = await get('/sitemap.xml');
  return valuesOf(text, 'loc').filter((url) => url.includes(`/sitemap/${kind}/`));
};
const pagesOf = async (kind: string) => {
  const parts = await partsOf(kind);
  return Promise.all(parts.map(async (url) => valuesOf((await get(new URL(url).pathname)).text, 'loc')));
};

describe('the sitemap', () => {
  it('names every published product once, in bounded parts', async () => {
    expect(await pagesOf('products')).toEqual([
      ['a', 'b', 'c'].map((slug) => `http://plaza.test/product/${slug}`),
      ['d', 'e', 'f'].map((slug) => `http://plaza.test/product/${slug}`),
      ['http://plaza.test/product/g'],
    ]);
  });

  it('names the categories and stores that hold something', async () => {
    expect((await pagesOf('categories')).flat()).toEqual([
      'http://plaza.test/category/audio',
      'http://plaza.test/category/headphones',
    ]);
    expect((await pagesOf('stores')).flat()).toEqual(['http://plaza.test/store/anna-s-audio']);
  });

  it('says when each page and each part last changed', async () => {
    const { text } = await get('/sitemap.xml');
    const first = CHANGED_AT;
    const second = '2026-06-01T00:00:00.000Z';
    expect(valuesOf(text, 'lastmod')).toEqual([first, second, first, second, second]);
    const [, part = ''] = await partsOf('products');
    const { text: pages } = await get(new URL(part).pathname);
    expect(valuesOf(pages, 'lastmod')).toEqual([first, second, first]);
  });

  it('is XML that everybody may keep for a while', async () => {
    const [part = ''] = await partsOf('products');
    for (const path of ['/sitemap.xml', new URL(part).pathname]) {
      const { status, headers, text } = await get(path);
      expect(status).toBe(200);
      expect(headers.get('content-type')).toBe('application/xml; charset=utf-8');
      expect(headers.get('cache-control')).toMatch(/^public, max-age=600/);
      expect(text).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<(urlset|sitemapindex) xmlns="http/);
      expect(text).toMatch(/<\/(urlset|sitemapindex)>\n$/);
    }
  });

  it('has no other parts', async () => {
    for (const path of ['/sitemap/products/x', '/sitemap/sellers/1', `/sitemap/products/${newId()}`])
      expect((await get(path)).status, path).toBe(404);
  });
});
