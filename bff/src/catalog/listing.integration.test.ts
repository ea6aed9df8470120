import { newId, type SaveListingInput } from '@plaza/contracts';
import { createTestDatabase, type TestDatabase } from '@plaza/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fillCart, mustPlace, openTestMarket, TestClock, type TestMarket } from '../testing/test-market.ts';

let database: TestDatabase;
let market: TestMarket;
let categoryId: string;
let own: ReturnType<TestMarket['visit']>;

beforeAll(async () => {
  database = await createTestDatabase();
  market = await openTestMarket({ databaseUrl: database.url, clock: new TestClock() });
  categoryId = newId();
  await market.services.database.client`
    insert into category (id, slug, name, path) values (${categoryId}, 'audio', 'Audio', 'audio')`;
});
beforeEach(async () => {
  own = market.visit((await market.addSeller()).account);
});
afterAll(async () => {
  await market.services.close();
  await database.drop();
});

type Variant = SaveListingInput['variants'][number];
const variant = (change: Partial<Variant> = {}): Variant => ({
  sku: 'SKU-1',
  optionValues: [],
  priceMinor: 4_999,
  compareAtPriceMinor: null,
  weightGrams: 250,
  barcode: '',
  onHandQuantity: 5,
  ...change,
});
const listing = (change: Partial<SaveListingInput> = {}): SaveListingInput => ({
  title: 'Wireless Headphones',
  brand: 'Sable',
  categoryId,
  descriptionHtml: '<p>Quiet, for <b>30 hours</b>.</p>',
  specs: [{ name: 'Weight', value: '250 g' }],
  options: [],
  variants: [variant()],
  pictures: [],
  status: 'published',
  ...change,
});
const colours = (...values: string[]) => [{ name: 'Colour', values }];

/** Saves what must be accepted; answers it as it is edited next. */
async function save(input: SaveListingInput) {
  const result = await own.catalog.saveListing(input);
  if (!result.ok) throw new Error(`${result.code}: ${result.message}`);
  return own.catalog.getListing({ productId: result.productId });
}

describe('a new listing', () => {
  it('is in the shop as it was stated, its description clean', async () => {
    const saved = await save(
      listing({
        descriptionHtml: '<h1>Quiet</h1><p onclick="x()">For <b>30</b> hours<script>alert(1)</script></p>',
        options: colours('Black', 'White'),
        variants: [
          variant({ sku: 'A', optionValues: ['Black'], priceMinor: 5_000, compareAtPriceMinor: 6_000 }),
          variant({ sku: 'B', optionValues: ['White'], priceMinor: 7_000, onHandQuantity: 0 }),
        ],
      }),
    );
    const product = await market.visit().catalog.product({ slug: saved.slug });
    expect(product).toMatchObject({
      title: 'Wireless Headphones',
      descriptionHtml: '<h2>Quiet</h2><p>For <b>30</b> hours</p>',
      summary: 'Quiet For 30 hours',
      breadcrumbs: [{ slug: 'audio', name: 'Audio' }],
      variants: [
        { sku: 'A', optionValues: ['Black'], availableQuantity: 5, compareAtPriceMinor: 6_000 },
        { sku: 'B', optionValues: ['White'], availableQuantity: 0 },
      ],
    });
    expect(await own.catalog.listListings({ query: 'headPHONES' })).toMatchObject({
      total: 1,
      items: [{ minPriceMinor: 5_000, maxPriceMinor: 7_000, variantCount: 2, availableQuantity: 5 }],
    });
  });

  it('gets an address of its own although the title is taken', async () => {
    const [one, two] = [
      await save(listing()),
      await save(listing({ variants: [variant({ sku: 'SKU-2' })] })),
    ];
    expect(two.slug).not.toBe(one.slug);
    expect(two.slug).toMatch(/^wireless-headphones-/);
  });

  it('is nowhere to be seen as a draft', async () => {
    const saved = await save(listing({ title: 'Secret Prototype', status: 'draft' }));
    const visitor = market.visit();
    expect(await visitor.catalog.product({ slug: saved.slug })).toBeNull();
    expect(await visitor.search.products({ query: 'secret prototype' })).toMatchObject({ total: 0 });
  });
});

describe('a listing that does not fit together', () => {
  const two = (a: Partial<Variant>, b: Partial<Variant>) => [variant(a), variant(b)];
  it.each<[string, Partial<SaveListingInput>, string, string]>([
    [
      'a variant without a value',
      { options: colours('Black') },
      'options_mismatch',
      'variants.0.optionValues',
    ],
    [
      'a value that is not listed',
      { options: colours('Black'), variants: [variant({ optionValues: ['Red'] })] },
      'options_mismatch',
      'variants.0.optionValues',
    ],
    [
      'a value listed twice',
      { options: colours('Black', 'Black'), variants: [variant({ optionValues: ['Black'] })] },
      'options_mismatch',
      'options.0.values.1',
    ],
    [
      'two variants of the same values',
      {
        options: colours('Black'),
        variants: two({ optionValues: ['Black'] }, { sku: 'B', optionValues: ['Black'] }),
      },
      'duplicate_variant',
      'variants.1.optionValues',
    ],
    [
      'a SKU used twice',
      { options: colours('A', 'B'), variants: two({ optionValues: ['A'] }, { optionValues: ['B'] }) },
      'sku_taken',
      'variants.1.sku',
    ],
    ['an unknown category', { categoryId: newId() }, 'category_unknown', 'categoryId'],
    [
      'a picture of another site',
      { pictures: [{ url: 'https://evil.test/track.png', alt: '' }] },
      'picture_unknown',
      'pictures.0.url',
    ],
    [
      'a picture that was never uploaded',
      { pictures: [{ url: '/media/../../etc/passwd', alt: '' }] },
      'picture_unknown',
      'pictures.0.url',
    ],
  ])('is refused for %s', async (_what, change, code, field) => {
    const result = await own.catalog.saveListing(listing(change));
    expect(result).toMatchObject({ ok: false, code, field, message: expect.stringMatching(/.{10}/) });
    expect(await own.catalog.listListings({})).toMatchObject({ total: 0 });
  });

  it('is refused for the SKU of another product of the seller', async () => {
    await save(listing());
    expect(await own.catalog.saveListing(listing())).toMatchObject({
      code: 'sku_taken',
      field: 'variants.0.sku',
    });
  });
});

describe('editing', () => {
  const edited = (saved: Awaited<ReturnType<typeof save>>, change: Partial<SaveListingInput> = {}) =>
    listing({
      productId: saved.id,
      version: saved.version,
      options: saved.options,
      variants: saved.variants.map(({ reservedQuantity: _, ...rest }) => rest),
      ...change,
    });

  it('is refused over a newer version', async () => {
    const saved = await save(listing());
    await save(edited(saved, { title: 'A better title' }));
    expect(await own.catalog.saveListing(edited(saved))).toMatchObject({ code: 'edited_elsewhere' });
  });

  it('keeps variants by id, also when they swap their SKUs, and the address', async () => {
    const saved = await save(
      listing({
        options: colours('A', 'B'),
        variants: [variant({ sku: 'X', optionValues: ['A'] }), variant({ sku: 'Y', optionValues: ['B'] })],
      }),
    );
    const skus = ['Y', 'X'];
    const again = await save(
      edited(saved, {
        title: 'Another title',
        variants: edited(saved).variants.map((item, index) => ({ ...item, sku: skus[index] ?? '' })),
      }),
    );
    expect(again.variants.map(({ id, sku }) => [id, sku])).toEqual([
      [saved.variants[0]?.id, 'Y'],
      [saved.variants[1]?.id, 'X'],
    ]);
    expect(again.slug).toBe(saved.slug);
  });

  it('does not bring back units that were sold while the form was open', async () => {
    const saved = await save(listing({ variants: [variant({ onHandQuantity: 10 })] }));
    await market.setOnHand(saved.variants[0]?.id ?? '', 8);
    const variants = edited(saved).variants.map((item) => ({
      ...item,
      onHandQuantity: 15,
      shownOnHandQuantity: 10,
    }));
    expect((await save(edited(saved, { variants }))).variants[0]).toMatchObject({ onHandQuantity: 13 });
  });

  it('takes nothing away that is promised to an unpaid order', async () => {
    const saved = await save(
      listing({
        options: colours('A', 'B'),
        variants: [variant({ sku: 'X', optionValues: ['A'] }), variant({ sku: 'Y', optionValues: ['B'] })],
      }),
    );
    const buyer = market.visit();
    await fillCart(buyer, [{ variantId: saved.variants[0]?.id ?? '', quantity: 2 }]);
    await mustPlace(buyer);
    const [promised, other] = edited(saved).variants;
    if (!promised || !other) throw new Error('Both were saved.');
    const saveVariants = (variants: Variant[]) => own.catalog.saveListing(edited(saved, { variants }));
    expect(await saveVariants([{ ...promised, onHandQuantity: 1 }, other])).toMatchObject({
      code: 'below_reserved',
      field: 'variants.0.onHandQuantity',
    });
    expect(await saveVariants([other])).toMatchObject({ code: 'below_reserved' });
    expect(await saveVariants([promised])).toMatchObject({ ok: true });
  });

  it('tells the pipeline exactly what stock changed', async () => {
    const saved = await save(listing());
    const factsOf = () => market.services.database.client`
      select payload->>'onHandQuantity' as quantity from outbox where payload->>'productId' = ${saved.id} order by id`;
    expect((await factsOf()).map((row) => row.quantity)).toEqual(['5']);
    const again = await save(edited(saved, { title: 'Only the title' }));
    expect(await factsOf()).toHaveLength(1);
    await save(
      edited(again, { variants: edited(again).variants.map((item) => ({ ...item, onHandQuantity: 9 })) }),
    );
    expect((await factsOf()).map((row) => row.quantity)).toEqual(['5', '9']);
  });
});

describe('the listing of another seller', () => {
  it('does not exist, whatever is tried with it', async () => {
    const saved = await save(listing());
    const other = market.visit((await market.addSeller()).account).catalog;
    const missing = { code: 'NOT_FOUND' };
    await expect(other.getListing({ productId: saved.id })).rejects.toMatchObject(missing);
    await expect(other.setListingStatus({ productId: saved.id, status: 'archived' })).rejects.toMatchObject(
      missing,
    );
    await expect(other.saveListing(listing({ productId: saved.id, version: 1 }))).rejects.toMatchObject(
      missing,
    );
    await expect(
      other.saveListing(listing({ variants: [variant({ id: saved.variants[0]?.id })] })),
    ).rejects.toMatchObject(missing);
    expect(await other.listListings({})).toMatchObject({ total: 0 });
    expect(await own.catalog.getListing({ productId: saved.id })).toEqual(saved);
  });
});
