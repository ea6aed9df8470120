import { countrySchema, MAX_PRICE_MINOR, MAX_QUANTITY } from '@plaza/contracts';
import fc from 'fast-check';
import type { CartRecord } from '../cart/cart-record.ts';
import { ADDRESS } from './address.ts';

const id = fc.uuid({ version: 7 });
const country = fc.constantFrom(...countrySchema.options);
const price = fc.integer({ min: 1, max: MAX_PRICE_MINOR });

const anySeller = fc.record({ id, slug: fc.constant('seller'), name: fc.constant('Seller'), country });

/** A line of one of these sellers, with or without a problem. */
const anyLine = (sellers: readonly CartRecord['lines'][number]['seller'][]) =>
  fc
    .record({
      variantId: id,
      productId: id,
      quantity: fc.integer({ min: 1, max: MAX_QUANTITY }),
      seller: fc.constantFrom(...sellers),
      todayMinor: price,
      seenMinor: fc.option(price, { freq: 4 }),
      availableQuantity: fc.integer({ min: -5, max: 2 * MAX_QUANTITY }),
      isPublished: fc.boolean(),
      isDeleted: fc.boolean(),
    })
    .map(({ todayMinor, seenMinor, isDeleted, ...line }) => ({
      ...line,
      productSlug: 'product',
      title: 'Product',
      picture: null,
      seenPriceMinor: seenMinor ?? todayMinor,
      variant: isDeleted ? null : { optionValues: ['Black'], priceMinor: todayMinor },
    }));

/** Any cart that the database could hold. */
export const anyCartRecord: fc.Arbitrary<CartRecord> = fc
  .record({
    sellers: fc.uniqueArray(anySeller, { minLength: 1, maxLength: 5, selector: (seller) => seller.id }),
    country: fc.option(country),
    isExpress: fc.boolean(),
  })
  .chain(({ sellers, country: to, isExpress }) =>
    fc.record({
      id,
      version: fc.nat(),
      email: fc.constant('ada@plaza.test'),
      address: fc.constant(to === null ? null : { ...ADDRESS, country: to }),
      shippingSpeeds: fc.constant(
        isExpress ? Object.fromEntries(sellers.map((seller) => [seller.id, 'express' as const])) : {},
      ),
      lines: fc.uniqueArray(anyLine(sellers), { maxLength: 12, selector: (line) => line.variantId }),
    }),
  );

/** Any cart that can be ordered: with an address, and nothing wrong with its lines. */
export const anySoundCartRecord: fc.Arbitrary<CartRecord> = anyCartRecord
  .filter((cart) => cart.lines.length > 0)
  .map((cart) => ({
    ...cart,
    address: cart.address ?? ADDRESS,
    lines: cart.lines.map((line) => ({
      ...line,
      isPublished: true,
      availableQuantity: line.quantity,
      variant: { optionValues: ['Black'], priceMinor: line.seenPriceMinor },
    })),
  }));
