import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@plaza/contracts';
import { createTestDatabase, type TestDatabase } from '@plaza/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  fillCart,
  mustPlace,
  openTestMarket,
  TestClock,
  type TestMarket,
} from '../../testing/test-market.ts';
import { type ImportRequest, importCatalogue } from './import-catalogue.ts';

let database: TestDatabase;
let market: TestMarket;
let folder: string;
let seller: Awaited<ReturnType<TestMarket['addSeller']>>;
let pictures: Server;
let picturesUrl: string;

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

beforeAll(async () => {
  database = await createTestDatabase();
  market = await openTestMarket({ databaseUrl: database.url, clock: new TestClock() });
  await market.services.database.client`
    insert into category (id, slug, name, path) values (${newId()}, 'hubs', 'Docks & hubs', 'hubs')`;
  folder = await mkdtemp(join(tmpdir(), 'plaza-import-'));
  // Answers pictures, a page that is none, a way round, nothing at all, and nothing after the import was cut off.
  pictures = createServer((request, response) => {
    if (request.url === '/hangs.png') return;
    if (request.url === '/moved.png') return response.writeHead(302, { location: '/good.png' }).end();
    if (request.url === '/page.png') return response.end('<html>');
    if (request.url?.startsWith('/good')) return response.end(PNG);
    if (request.url === '/cut.png') return void cutOffImport().then(() => response.writeHead(404).end());
    return response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => pictures.listen(0, '127.0.0.1', resolve));
  const address = pictures.address();
  picturesUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
});
beforeEach(async () => {
  seller = await market.addSeller();
});
afterAll(async () => {
  pictures.closeAllConnections();
  await new Promise((resolve) => pictures.close(resolve));
  await rm(folder, { recursive: true });
  await market.services.close();
  await database.drop();
});

const HEADER =
  'Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Grams,Variant Inventory Qty,Variant Price,Variant Compare At Price,Image Src,Image Position,Image Alt Text,Status';
const CATALOGUE = [
  'hub,Seven Port Hub,"<p>Seven ports,',
  '""fast"".</p><script>x</script>",Portly,Docks & hubs,"usb, hub",TRUE,Colour,Black,HUB-B,250,12,39.90,49.90,PICS/good.png,2,Side,active',
  'cable,Braided Cable,,Portly,Docks & hubs,,TRUE,Title,Default Title,CABLE,80,-3,9.5,,PICS/missing.png,1,,active',
  'hub,,,,,,,,White,HUB-W,250,3,42,0,PICS/moved.png,1,Front,',
  'hub,,,,,,,,,,,,,,PICS/page.png,3,,',
  'draft-thing,Draft Thing,,,Docks & hubs,,FALSE,,,,10,1,1.00,,,,,draft',
];

async function run(lines: readonly string[], change: Partial<ImportRequest> = {}) {
  const file = join(folder, `${newId()}.csv`);
  await writeFile(file, lines.join('\n').replaceAll('PICS', picturesUrl));
  const fetching = { allowInternal: true, timeoutMs: 2_000 };
  return importCatalogue(market.services, {
    ...{ file, seller: seller.slug, category: null, isDryRun: false, fetching },
    ...change,
  });
}
/** As a restart of the database does, while pictures are fetched. */
const cutOffImport = () => market.services.database.client`
  select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and state = 'idle in transaction'`;
const countProducts = async () => {
  const rows = await market.services.database.client`
    select count(*)::int as count from product where seller_id = ${seller.id}`;
  return z.array(z.object({ count: z.int() })).parse([...rows])[0]?.count;
};
const own = () => market.visit(seller.account);
const productOf = async (title: string) => {
  const { items } = await own().catalog.listListings({ query: title });
  return own().catalog.getListing({ productId: items[0]?.id ?? '' });
};

describe('a catalogue', () => {
  it('is in the shop with its variants, prices, stock and pictures', async () => {
    const report = await run([`\ufeff${HEADER}`, ...CATALOGUE]);
    expect(report).toEqual({ ok: true, created: 3, updated: 0, picturesFetched: 2, picturesLinked: 2 });
    const hub = await productOf('Seven Port Hub');
    expect(hub).toMatchObject({
      status: 'published',
      brand: 'Portly',
      descriptionHtml: '<p>Seven ports,\n"fast".</p>',
      options: [{ name: 'Colour', values: ['Black', 'White'] }],
      variants: [
        {
          sku: 'HUB-B',
          optionValues: ['Black'],
          priceMinor: 3_990,
          compareAtPriceMinor: 4_990,
          onHandQuantity: 12,
        },
        {
          sku: 'HUB-W',
          optionValues: ['White'],
          priceMinor: 4_200,
          compareAtPriceMinor: null,
          onHandQuantity: 3,
        },
      ],
    });
    expect(hub.pictures).toEqual([
      { url: expect.stringMatching(/^\/media\/.*\.png$/), alt: 'Front', width: 1, height: 1 },
      { url: expect.stringMatching(/^\/media\//), alt: 'Side', width: 1, height: 1 },
      { url: expect.stringMatching(/^https:.*\/page\.png$/), alt: 'Seven Port Hub', width: 800, height: 800 },
    ]);
    expect(await productOf('Braided Cable')).toMatchObject({
      options: [],
      variants: [{ optionValues: [], onHandQuantity: 0 }],
    });
    expect(await productOf('Draft Thing')).toMatchObject({
      status: 'draft',
      variants: [{ sku: 'DRAFT-THING' }],
    });
  });

  it('updates what an earlier import brought, variant by variant', async () => {
    await run([HEADER, ...CATALOGUE]);
    const before = await productOf('Seven Port Hub');
    const changed = CATALOGUE.map((line) =>
      line.replace('39.90', '35').replace('Seven Port', 'Quiet').replace(',3,42,', ',9,42,'),
    );
    expect(await run([HEADER, ...changed])).toMatchObject({ ok: true, created: 0, updated: 3 });
    const after = await productOf('Quiet Hub');
    expect(after).toMatchObject({
      id: before.id,
      slug: before.slug,
      variants: [{ priceMinor: 3_500 }, { onHandQuantity: 9 }],
    });
    expect(after.variants.map(({ id }) => id)).toEqual(before.variants.map(({ id }) => id));
    expect(await countProducts()).toBe(3);
  });

  it('leaves units on the shelf that unpaid orders hold', async () => {
    await run([HEADER, ...CATALOGUE]);
    const [variant] = (await productOf('Seven Port Hub')).variants;
    const buyer = market.visit();
    await fillCart(buyer, [{ variantId: variant?.id ?? '', quantity: 4 }]);
    await mustPlace(buyer);
    await run([HEADER, ...CATALOGUE.map((line) => line.replace(',12,39.90', ',1,39.90'))]);
    expect((await productOf('Seven Port Hub')).variants[0]).toMatchObject({
      onHandQuantity: 4,
      reservedQuantity: 4,
    });
  });

  it('may swap the SKUs of its products', async () => {
    await run([HEADER, ...CATALOGUE]);
    const swapped = CATALOGUE.map((line) =>
      line.replace(',CABLE,', ',@,').replace(',HUB-B,', ',CABLE,').replace(',@,', ',HUB-B,'),
    );
    expect(await run([HEADER, ...swapped])).toMatchObject({ ok: true, updated: 3 });
    expect((await productOf('Braided Cable')).variants[0]?.sku).toBe('HUB-B');
  });

  it('is only looked at in a dry run', async () => {
    expect(await run([HEADER, ...CATALOGUE], { isDryRun: true })).toMatchObject({
      ok: true,
      created: 3,
      updated: 0,
    });
    expect(await countProducts()).toBe(0);
  });
});

describe('an import whose connection to the database is lost', () => {
  it('ends with an error and leaves the market as it was', async () => {
    const lines = CATALOGUE.map((line) => line.replace('missing.png', 'cut.png'));
    await expect(run([HEADER, ...lines])).rejects.toThrow();
    expect(await countProducts()).toBe(0);
    expect(await run([HEADER, ...CATALOGUE])).toMatchObject({ ok: true, created: 3 });
  });
});

describe('a catalogue with mistakes', () => {
  it('names every line and column, and nothing is imported', async () => {
    const report = await run([
      HEADER,
      ...CATALOGUE,
      'bad,Bad Price,,,Docks & hubs,,,,,BAD,,,cheap,,,,,',
      'lost,Lost,,,Nowhere,,,,,LOST,,,1,,,,,',
      'twin,Twin,,,Docks & hubs,,,,,HUB-B,,,1,,,,,',
      'same,Same,,,Docks & hubs,,,Size,S,S1,,,1,,,,,',
      'same,,,,,,,,S,S2,,,1,,,,,',
      `long,Long,,,Docks & hubs,,,,,L,,,1,,,,,${',x'.repeat(3)}`,
    ]);
    expect(report).toMatchObject({
      ok: false,
      errors: [
        { line: 8, column: 'Variant Price' },
        { line: 9, column: 'Type', message: expect.stringContaining('--category') },
        { line: 10, column: 'Variant SKU', message: expect.stringContaining('line 2') },
        { line: 12, column: 'Option1 Value' },
        { line: 13, column: null },
      ],
    });
    expect(await countProducts()).toBe(0);
  });

  it.each<[string, readonly string[], object]>([
    ['an empty file', [''], { line: 1, message: 'The file is empty.' }],
    ['no prices', ['Handle,Title', 'a,Abc'], { line: 1, column: 'Variant Price' }],
    ['an open quote', [HEADER, 'a,"Abc,,,,,'], { column: null }],
  ])('is refused with %s', async (_what, lines, error) => {
    const report = await run(lines);
    expect(report).toMatchObject({
      ok: false,
      errors: expect.arrayContaining([expect.objectContaining(error)]),
    });
  });

  it('is refused for a SKU that a listing of the seller has', async () => {
    const { variantId } = await market.addProduct({ sellerId: seller.id });
    await market.services.database.client`update variant set sku = 'HUB-B' where id = ${variantId}`;
    expect(await run([HEADER, ...CATALOGUE])).toMatchObject({
      ok: false,
      errors: [{ line: 2, column: 'Variant SKU' }],
    });
  });

  it('is refused for a seller or a category that is not there', async () => {
    expect(await run([HEADER, ...CATALOGUE], { seller: 'nobody' })).toMatchObject({ ok: false });
    expect(await run([HEADER, ...CATALOGUE], { category: 'nowhere' })).toMatchObject({ ok: false });
  });
});
