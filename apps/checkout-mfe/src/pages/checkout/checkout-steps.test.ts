import type { Address, Cart, Order } from '@plaza/contracts';
import { describe, expect, it } from 'vitest';
import { canPlace, checkoutSteps, isSameOrder } from './checkout-steps.ts';

const address: Address = {
  fullName: 'Ada Buyer',
  line1: '1 Main Street',
  line2: '',
  city: 'Springfield',
  region: 'IL',
  postalCode: '62701',
  country: 'US',
  phone: '',
};
const line = {
  variantId: 'a',
  productId: 'p',
  productSlug: 'thing',
  title: 'Thing',
  variantLabel: '',
  picture: null,
  quantity: 2,
  unitPriceMinor: 500,
  totalMinor: 1000,
};
const seller = { id: 's', slug: 's', name: 'S' };
const ready: Cart = {
  version: 3,
  currency: 'USD',
  itemCount: 2,
  groups: [
    {
      seller,
      lines: [{ ...line, availableQuantity: 5, problem: null }],
      itemsMinor: 1000,
      shippingOptions: [{ speed: 'standard', priceMinor: 495, minDays: 2, maxDays: 4 }],
      shippingSpeed: 'standard',
      shippingMinor: 495,
    },
  ],
  email: 'ada@example.com',
  address,
  itemsMinor: 1000,
  shippingMinor: 495,
  totalMinor: 1495,
  hasProblems: false,
};
const order: Order = {
  id: 'o',
  number: 'P7K3-M92Q',
  status: 'pending_payment',
  placedAt: '2026-05-01T10:00:00Z',
  expiresAt: '2026-05-01T10:30:00Z',
  email: 'ada@example.com',
  address,
  currency: 'USD',
  itemsMinor: 1000,
  shippingMinor: 495,
  totalMinor: 1495,
  refundedMinor: 0,
  paymentFailure: null,
  sellerOrders: [
    {
      id: 'so',
      number: 'P7K3-M92Q-1',
      seller,
      status: 'pending_payment',
      lines: [line],
      itemsMinor: 1000,
      shippingMinor: 495,
      totalMinor: 1495,
      shippingSpeed: 'standard',
      carrier: null,
      trackingNumber: null,
      timeline: [],
      canCancel: true,
    },
  ],
};

describe('the steps of the checkout', () => {
  it('begin with the delivery and hold back the rest until it is known', () => {
    const steps = checkoutSteps({ ...ready, address: null }, false);
    expect(steps).toEqual({ delivery: 'open', shipping: 'later' });
    expect(canPlace({ ...ready, address: null }, steps)).toBe(false);
  });

  it('open the shipping once the delivery is saved', () => {
    expect(checkoutSteps(ready, false)).toEqual({ delivery: 'done', shipping: 'open' });
  });

  it('go back to the delivery while it is being changed', () => {
    expect(canPlace(ready, checkoutSteps(ready, true))).toBe(false);
  });
});

describe('placing the order', () => {
  const steps = checkoutSteps(ready, false);

  it('is possible when everything is chosen', () => {
    expect(canPlace(ready, steps)).toBe(true);
  });

  it('waits while a line has a problem, a speed is missing or the cart is empty', () => {
    expect(canPlace({ ...ready, hasProblems: true }, steps)).toBe(false);
    expect(canPlace({ ...ready, groups: [] }, steps)).toBe(false);
    const groups = ready.groups.map((group) => ({ ...group, shippingSpeed: null }));
    expect(canPlace({ ...ready, groups }, steps)).toBe(false);
  });
});

describe('an unpaid order', () => {
  it('is paid again when the cart would order the same', () => {
    expect(isSameOrder(order, ready)).toBe(true);
  });

  it('is another one as soon as items, total or delivery differ', () => {
    expect(isSameOrder(order, { ...ready, totalMinor: 1496 })).toBe(false);
    expect(isSameOrder(order, { ...ready, email: 'other@example.com' })).toBe(false);
    expect(isSameOrder(order, { ...ready, address: { ...address, line1: '2 Main Street' } })).toBe(false);
    expect(isSameOrder(order, { ...ready, groups: [] })).toBe(false);
  });
});
