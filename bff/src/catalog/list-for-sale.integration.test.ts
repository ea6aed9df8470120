import { newId, type SaveListingInput } from '@plaza/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  colours,
  type ListingMarket,
  openListingMarket,
  save,
  type Variant,
  variant,
} from '../testing/listing-market.ts';
import type { Buyer } from '../testing/test-market.ts';

let listings: ListingMarket;
let own: Buyer;
beforeAll(async () => {
  listings = await openListingMarket();
});
beforeEach(async () => {
  own = await listings.visitSeller();
});
afterAll(() => listings.close());

describe('a new listing', () => {
  it('is in the shop as it was stated, its description clean', async () => {
    const saved = await save(
      own,
      listings.listing({
        descriptionHtml: '<h1>Quiet</h1><p onclick="x()">For <b>30</b> hours<script>alert(1)</script></p>',
        options: colours('Black', 'White'),
        variants: [
          variant({ sku: 'A', optionValues: ['Black'], priceMinor: 5_000, compareAtPriceMinor: 6_000 }),
          variant({ sku: 'B', optionValues: ['White'], priceMinor: 7_000, onHandQuantity: 0 }),
        ],
      }),
    );
    const product = await listings.market.visit().catalog.product({ slug: saved.slug });
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
      await save(own, listings.listing()),
      await save(own, listings.listing({ variants: [variant({ sku: 'SKU-2' })] })),
    ];
    expect(two.slug).not.toBe(one.slug);
    expect(two.slug).toMatch(/^wireless-headphones-/);
  });

  it('is nowhere to be seen as a draft', async () => {
    const saved = await save(own, listings.listing({ title: 'Secret Prototype', status: 'draft' }));
    const visitor = listings.market.visit();
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
    const result = await own.catalog.saveListing(listings.listing(change));
    expect(result).toMatchObject({ ok: false, code, field, message: expect.stringMatching(/.{10}/) });
    expect(await own.catalog.listListings({})).toMatchObject({ total: 0 });
  });

  it('is refused for the SKU of another product of the seller', async () => {
    await save(own, listings.listing());
    expect(await own.catalog.saveListing(listings.listing())).toMatchObject({
      code: 'sku_taken',
      field: 'variants.0.sku',
    });
  });
});

describe('the listing of another seller', () => {
  it('does not exist, whatever is tried with it', async () => {
    const saved = await save(own, listings.listing());
    const other = listings.market.visit((await listings.market.addSeller()).account).catalog;
    const missing = { code: 'NOT_FOUND' };
    await expect(other.getListing({ productId: saved.id })).rejects.toMatchObject(missing);
    await expect(other.setListingStatus({ productId: saved.id, status: 'archived' })).rejects.toMatchObject(
      missing,
    );
    await expect(
      other.saveListing(listings.listing({ productId: saved.id, version: 1 })),
    ).rejects.toMatchObject(missing);
    await expect(
      other.saveListing(listings.listing({ variants: [variant({ id: saved.variants[0]?.id })] })),
    ).rejects.toMatchObject(missing);
    expect(await other.listListings({})).toMatchObject({ total: 0 });
    expect(await own.catalog.getListing({ productId: saved.id })).toEqual(saved);
  });
});
