import type { SaveListingInput } from '@plaza/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  colours,
  type ListingMarket,
  openListingMarket,
  save,
  type Variant,
  variant,
} from '../testing/listing-market.ts';
import { fillCart, mustPlace } from '../testing/test-checkout.ts';
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

describe('editing', () => {
  const edited = (saved: Awaited<ReturnType<typeof save>>, change: Partial<SaveListingInput> = {}) =>
    listings.listing({
      productId: saved.id,
      version: saved.version,
      options: saved.options,
      variants: saved.variants.map(({ reservedQuantity: _, ...rest }) => rest),
      ...change,
    });

  it('is refused over a newer version', async () => {
    const saved = await save(own, listings.listing());
    await save(own, edited(saved, { title: 'A better title' }));
    expect(await own.catalog.saveListing(edited(saved))).toMatchObject({ code: 'edited_elsewhere' });
  });

  it('keeps variants by id, also when they swap their SKUs, and the address', async () => {
    const saved = await save(
      own,
      listings.listing({
        options: colours('A', 'B'),
        variants: [variant({ sku: 'X', optionValues: ['A'] }), variant({ sku: 'Y', optionValues: ['B'] })],
      }),
    );
    const skus = ['Y', 'X'];
    const again = await save(
      own,
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
    const saved = await save(own, listings.listing({ variants: [variant({ onHandQuantity: 10 })] }));
    await listings.market.setOnHand(saved.variants[0]?.id ?? '', 8);
    const variants = edited(saved).variants.map((item) => ({
      ...item,
      onHandQuantity: 15,
      shownOnHandQuantity: 10,
    }));
    expect((await save(own, edited(saved, { variants }))).variants[0]).toMatchObject({ onHandQuantity: 13 });
  });

  it('takes nothing away that is promised to an unpaid order', async () => {
    const saved = await save(
      own,
      listings.listing({
        options: colours('A', 'B'),
        variants: [variant({ sku: 'X', optionValues: ['A'] }), variant({ sku: 'Y', optionValues: ['B'] })],
      }),
    );
    const buyer = listings.market.visit();
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
    const saved = await save(own, listings.listing());
    const factsOf = () => listings.market.services.database.client`
      select payload->>'onHandQuantity' as quantity from outbox where payload->>'productId' = ${saved.id} order by id`;
    expect((await factsOf()).map((row) => row.quantity)).toEqual(['5']);
    const again = await save(own, edited(saved, { title: 'Only the title' }));
    expect(await factsOf()).toHaveLength(1);
    await save(
      own,
      edited(again, { variants: edited(again).variants.map((item) => ({ ...item, onHandQuantity: 9 })) }),
    );
    expect((await factsOf()).map((row) => row.quantity)).toEqual(['5', '9']);
  });
});
