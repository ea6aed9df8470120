import { describe, expect, it } from 'vitest';
import type { CartRecord } from '../cart/cart-record.ts';
import { priceCart } from '../cart/price-cart.ts';
import { ADDRESS } from '../testing/address.ts';
import { checkCart } from './check-cart.ts';

const id = (n: number) => `01900000-0000-7000-8000-00000000000${n}`;
const line = (n: number): CartRecord['lines'][number] => ({
  variantId: id(n),
  quantity: 1,
  seenPriceMinor: 1_000,
  productId: id(n),
  productSlug: 'product',
  title: 'Product',
  picture: null,
  seller: { id: id(9), slug: 'seller', name: 'Seller', country: 'US' },
  isPublished: true,
  variant: { optionValues: [], priceMinor: 1_000 },
  availableQuantity: 1,
});
const sound: CartRecord = {
  id: id(8),
  version: 1,
  email: 'ada@plaza.test',
  address: ADDRESS,
  shippingSpeeds: {},
  lines: [line(1), line(2)],
};
const check = (change: Partial<CartRecord>, shownTotalMinor?: number) => {
  const cart = priceCart({ ...sound, ...change });
  return checkCart(cart, shownTotalMinor ?? cart.totalMinor);
};

describe('a cart', () => {
  it('can be ordered when nothing stands in the way', () => {
    expect(check({})).toBeNull();
  });
  it('cannot when it is empty', () => {
    expect(check({ lines: [] })).toMatchObject({ code: 'cart_empty' });
  });
  it('cannot without an address or an e-mail', () => {
    expect(check({ address: null })).toMatchObject({ code: 'address_missing' });
    expect(check({ email: null })).toMatchObject({ code: 'address_missing' });
  });
  it('cannot with another total than the buyer saw, by one cent', () => {
    expect(check({}, priceCart(sound).totalMinor + 1)).toMatchObject({
      code: 'price_changed',
      variantIds: [],
    });
  });
  it('names the lines that stand in the way, the gravest reason first', () => {
    const gone = { ...line(1), isPublished: false };
    const short = { ...line(2), availableQuantity: 0 };
    const dearer = { ...line(3), seenPriceMinor: 900 };
    expect(check({ lines: [dearer, short, gone] })).toMatchObject({
      code: 'unavailable',
      variantIds: [id(1)],
    });
    expect(check({ lines: [dearer, short] })).toMatchObject({ code: 'out_of_stock', variantIds: [id(2)] });
    expect(check({ lines: [dearer, line(1)] })).toMatchObject({ code: 'price_changed', variantIds: [id(3)] });
  });
});
