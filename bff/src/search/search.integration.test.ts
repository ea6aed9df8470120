import { newId, type SearchResult } from '@plaza/contracts';
import { createTestDatabase, type TestDatabase } from '@plaza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestMarket, TestClock, type TestMarket } from '../testing/test-market.ts';

let database: TestDatabase;
let market: TestMarket;
let visitor: ReturnType<TestMarket['visit']>;

/** title, brand, category, price, stock, sold */
const PRODUCTS = [
  ['Aria Wireless Headphones', 'Sable', 'headphones', 20_000, 5, 40],
  ['Still Headphones', 'Sable', 'headphones', 10_000, 0, 90],
  ['Aria Speaker', 'Nordvik', 'speakers', 30_000, 3, 10],
  ['RTX-4070 Graphics Card', 'Volta', 'components', 60_000, 2, 5],
  ['USB-C/HDMI Adapter', 'Portly', 'components', 1_500, 50, 200],
] as const;

beforeAll(async () => {
  database = await createTestDatabase();
  market = await openTestMarket({ databaseUrl: database.url, clock: new TestClock() });
  const { client } = market.services.database;
  const ids = { audio: newId(), headphones: newId(), speakers: newId(), components: newId() };
  for (const [slug, parentId, path] of [
    ['audio', null, 'audio'],
    ['headphones', ids.audio, 'audio/headphones'],
    ['speakers', ids.audio, 'audio/speakers'],
    ['components', null, 'components'],
  ] as const)
    await client`
      insert into category (id, slug, name, parent_id, path)
      values (${ids[slug]}, ${slug}, ${slug.toUpperCase()}, ${parentId}, ${path})`;
  const seller = await market.addSeller();
  for (const [title, brand, category, priceMinor, onHand, sold] of PRODUCTS) {
    const { productId } = await market.addProduct({ sellerId: seller.id, priceMinor, onHand });
    await client`
      update product set title = ${title}, brand = ${brand}, category_id = ${ids[category]}, sold_count = ${sold}
      where id = ${productId}`;
  }
  const hidden = await market.addProduct({ sellerId: seller.id });
  await client`update product set title = 'Aria Prototype', status = 'draft' where id = ${hidden.productId}`;
  visitor = market.visit();
});
afterAll(async () => {
  await market.services.close();
  await database.drop();
});

const titles = (result: SearchResult) => result.items.map((item) => item.title);
const search = (input: Parameters<typeof visitor.search.products>[0]) => visitor.search.products(input);

describe('words', () => {
  it.each([
    ['headphone', ['Aria Wireless Headphones', 'Still Headphones']],
    ['sable headph', ['Still Headphones', 'Aria Wireless Headphones']],
    ['aria', ['Aria Wireless Headphones', 'Aria Speaker']],
    ['aria -speaker', ['Aria Wireless Headphones']],
    ['rtx 4070', ['RTX-4070 Graphics Card']],
    ['RTX-4070', ['RTX-4070 Graphics Card']],
    ['usb-c hdmi', ['USB-C/HDMI Adapter']],
    ['hedphones', ['Aria Wireless Headphones', 'Still Headphones']],
    ['nordvick', ['Aria Speaker']],
    ['wireles hedphones', ['Aria Wireless Headphones', 'Still Headphones']],
    ['quantum zebra', []],
  ])('"%s" finds %j', async (query, found) => {
    expect(titles(await search({ query })).sort()).toEqual([...found].sort());
  });

  it.each([
    "'; drop table product; --",
    '"',
    '(((',
    'a & | !',
    '\\',
    ':*',
    '-',
    '%',
    'a'.repeat(100),
    '\u{1F600}',
  ])('%j is only words', async (query) => {
    expect((await search({ query })).total).toBeGreaterThanOrEqual(0);
  });
});

describe('filters', () => {
  it.each([
    [{ categorySlug: 'audio' }, 3],
    [{ categorySlug: 'headphones' }, 2],
    [{ categorySlug: 'nowhere' }, 0],
    [{ sellerSlug: 'nobody' }, 0],
    [{ brands: ['Sable', 'Volta'] }, 3],
    [{ minPriceMinor: 10_000, maxPriceMinor: 20_000 }, 2],
    [{ inStockOnly: true }, 4],
    [{ query: 'aria', categorySlug: 'speakers' }, 1],
    [{ query: 'aria', brands: ['Sable'], maxPriceMinor: 100 }, 0],
  ])('%j leave %i', async (input, total) => {
    const result = await search(input);
    expect([result.total, result.items.length]).toEqual([total, total]);
  });

  it('do not hide the choices beside the chosen one', async () => {
    const { facets } = await search({ categorySlug: 'audio', brands: ['Nordvik'], minPriceMinor: 25_000 });
    expect(facets).toEqual({
      categories: [{ slug: 'speakers', name: 'SPEAKERS', count: 1 }],
      brands: [{ name: 'Nordvik', count: 1 }],
      price: { minMinor: 30_000, maxMinor: 30_000 },
    });
    const wider = await search({ categorySlug: 'audio', brands: ['Nordvik'] });
    expect(wider.facets.brands).toEqual([
      { name: 'Sable', count: 2 },
      { name: 'Nordvik', count: 1 },
    ]);
  });

  it('count whole subtrees and name the way to a category', async () => {
    const result = await search({});
    expect(result.facets.categories).toEqual([
      { slug: 'audio', name: 'AUDIO', count: 3 },
      { slug: 'components', name: 'COMPONENTS', count: 2 },
    ]);
    expect((await search({ categorySlug: 'headphones' })).category).toEqual({
      slug: 'headphones',
      name: 'HEADPHONES',
      breadcrumbs: [
        { slug: 'audio', name: 'AUDIO' },
        { slug: 'headphones', name: 'HEADPHONES' },
      ],
    });
  });
});

describe('order', () => {
  it.each([
    ['price_asc', 'USB-C/HDMI Adapter'],
    ['price_desc', 'RTX-4070 Graphics Card'],
    ['best_selling', 'USB-C/HDMI Adapter'],
    ['relevance', 'USB-C/HDMI Adapter'],
  ] as const)('by %s begins with %s', async (sort, first) => {
    expect(titles(await search({ sort }))[0]).toBe(first);
  });

  it('is the same on every page, with nothing twice and nothing left out', async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => search({ sort: 'newest', page, pageSize: 2 })));
    const all = pages.flatMap(titles);
    expect([...all].sort()).toEqual(PRODUCTS.map(([title]) => title).sort());
    expect(pages.map((page) => page.total)).toEqual([5, 5, 5]);
  });
});
