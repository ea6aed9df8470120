import { newId, type SaveListingInput } from '@plaza/contracts';
import { createTestDatabase } from '@plaza/testing';
import { type Buyer, openTestMarket, TestClock } from './test-market.ts';

export type Variant = SaveListingInput['variants'][number];

/** A market with a category, in which sellers list what they state here. */
export async function openListingMarket() {
  const database = await createTestDatabase();
  const market = await openTestMarket({ databaseUrl: database.url, clock: new TestClock() });
  const categoryId = newId();
  await market.services.database.client`
    insert into category (id, slug, name, path) values (${categoryId}, 'audio', 'Audio', 'audio')`;
  return {
    market,
    /** A seller who has listed nothing yet. */
    visitSeller: async (): Promise<Buyer> => market.visit((await market.addSeller()).account),
    listing: (change: Partial<SaveListingInput> = {}): SaveListingInput => ({
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
    }),
    close: async () => {
      await market.services.close();
      await database.drop();
    },
  };
}
export type ListingMarket = Awaited<ReturnType<typeof openListingMarket>>;

export const variant = (change: Partial<Variant> = {}): Variant => ({
  sku: 'SKU-1',
  optionValues: [],
  priceMinor: 4_999,
  compareAtPriceMinor: null,
  weightGrams: 250,
  barcode: '',
  onHandQuantity: 5,
  ...change,
});

export const colours = (...values: string[]) => [{ name: 'Colour', values }];

/** Saves what must be accepted; answers it as it is edited next. */
export async function save(seller: Buyer, input: SaveListingInput) {
  const result = await seller.catalog.saveListing(input);
  if (!result.ok) throw new Error(`${result.code}: ${result.message}`);
  return seller.catalog.getListing({ productId: result.productId });
}
