import {
  newId,
  sellerCustomersSchema,
  sellerFunnelSchema,
  sellerProductsSchema,
  sellerReturnsSchema,
  sellerSourcesSchema,
  unitsSoldSchema,
} from '@plaza/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paidOrder, refundOf } from '../test-support/facts.ts';
import { type Figures, openFigures } from '../test-support/figures.ts';
import { confirm, FROM_MAIL, FROM_SEARCH, look, sold } from '../test-support/visits.ts';
import { daysAgo, now, WEEK } from '../test-support/week.ts';

let figures: Figures;
beforeAll(async () => {
  figures = await openFigures(now);
});
afterAll(() => figures.close());

describe('the funnel and the sources', () => {
  it('count browsers, and give an order to the visit that confirmed it first', async () => {
    const sellerId = newId();
    const [searched, mailed, silentOne] = [
      sold(sellerId, now),
      sold(sellerId, now),
      sold(sellerId, daysAgo(1)),
    ];
    const old = sold(sellerId, daysAgo(8));
    await figures.sell(searched, mailed, silentOne, old);
    await figures.report(
      look('product_viewed', { sellerId, visitor: 'ann', at: now, from: FROM_SEARCH }),
      look('product_viewed', { sellerId, visitor: 'ann', at: daysAgo(1), from: FROM_SEARCH }),
      look('product_viewed', { sellerId, visitor: 'bob', at: now, from: FROM_MAIL }),
      look('product_viewed', { sellerId, visitor: 'cat', at: now, from: FROM_SEARCH }),
      look('product_viewed', { sellerId, visitor: 'bot', at: now, from: FROM_SEARCH, isBot: true }),
      look('product_viewed', { sellerId, visitor: 'dan', at: daysAgo(8) }),
      look('product_added_to_cart', { sellerId, visitor: 'ann', at: now, from: FROM_SEARCH }),
      look('product_added_to_cart', { sellerId, visitor: 'bob', at: now, from: FROM_MAIL }),
      confirm(searched, 'ann', now, FROM_SEARCH),
      // Opened again later, from elsewhere.
      confirm(searched, 'ann', new Date(now.getTime() + 1_000), FROM_MAIL),
      confirm(mailed, 'bob', now, FROM_MAIL),
      confirm(old, 'dan', daysAgo(8)),
    );
    const funnel = await figures.read(
      sellerFunnelSchema,
      `/dashboards/seller/funnel?sellerId=${sellerId}&${WEEK}`,
    );
    expect(funnel).toEqual({
      steps: { viewed: 3, added: 2, bought: 2, orders: 3, measuredOrders: 2 },
      previous: { viewed: 1, added: 0, bought: 1, orders: 1, measuredOrders: 1 },
    });
    const { sources } = await figures.read(
      sellerSourcesSchema,
      `/dashboards/seller/sources?sellerId=${sellerId}&${WEEK}`,
    );
    expect(sources).toEqual([
      { channel: 'search', campaign: '', visitors: 2, orders: 1, soldMinor: 2_250 },
      { channel: 'email', campaign: 'autumn', visitors: 1, orders: 1, soldMinor: 2_250 },
      { channel: 'unmeasured', campaign: '', visitors: 0, orders: 1, soldMinor: 2_250 },
    ]);
  });

  it('give a seller no more of a shared order than their part', async () => {
    const [mine, theirs] = [newId(), newId()];
    const shared = paidOrder({ sellerIds: [mine, theirs], occurredAt: now });
    await figures.sell(shared);
    await figures.report(confirm(shared, 'eve', now, FROM_SEARCH));
    const { sources } = await figures.read(
      sellerSourcesSchema,
      `/dashboards/seller/sources?sellerId=${mine}&${WEEK}`,
    );
    expect(sources).toEqual([{ channel: 'search', campaign: '', visitors: 0, orders: 1, soldMinor: 2_250 }]);
  });
});

describe('products', () => {
  it('come by what they brought, with views and conversion', async () => {
    const sellerId = newId();
    const [dock, cable] = [newId(), newId()];
    await figures.sell(
      sold(sellerId, now, { productId: dock, title: 'Dock', amountMinor: 5_000 }),
      sold(sellerId, daysAgo(1), { productId: cable, title: 'Cable (old)' }),
      sold(sellerId, now, { productId: cable, title: 'Cable' }),
      sold(sellerId, daysAgo(9), { productId: cable, title: 'Cable (old)' }),
    );
    const viewed = ['a', 'b', 'b', 'c', 'd'].map((visitor) =>
      look('product_viewed', { sellerId, visitor, at: now, productId: cable }),
    );
    await figures.report(...viewed);
    const { products } = await figures.read(
      sellerProductsSchema,
      `/dashboards/seller/products?sellerId=${sellerId}&${WEEK}`,
    );
    expect(products).toEqual([
      {
        productId: dock,
        title: 'Dock',
        soldMinor: 10_000,
        units: 2,
        orders: 1,
        views: 0,
        conversion: null,
        previousSoldMinor: 0,
      },
      {
        productId: cable,
        title: expect.stringContaining('Cable'),
        soldMinor: 4_000,
        units: 4,
        orders: 2,
        views: 5,
        conversion: 0.5,
        previousSoldMinor: 2_000,
      },
    ]);
  });

  it('count units by variant over 28 days to the moment', async () => {
    const sellerId = newId();
    const [fast, slow] = [newId(), newId()];
    await figures.sell(
      sold(sellerId, now, { variantId: fast }),
      sold(sellerId, new Date(now.getTime() - 28 * 86_400_000 + 1), { variantId: fast }),
      sold(sellerId, daysAgo(28), { variantId: slow }),
    );
    const units = await figures.read(unitsSoldSchema, `/dashboards/seller/units?sellerId=${sellerId}`);
    expect(units).toEqual([{ variantId: fast, units: 4 }]);
  });
});

describe('returns', () => {
  it('are counted when they happen, beside what was sold meanwhile', async () => {
    const sellerId = newId();
    const [one, two] = [sold(sellerId, daysAgo(10)), sold(sellerId, daysAgo(1))];
    await figures.sell(
      one,
      two,
      sold(sellerId, now),
      { ...refundOf(one), occurredAt: daysAgo(2).toISOString() },
      { ...refundOf(two), occurredAt: now.toISOString() },
    );
    const { totals, previous, byDay } = await figures.read(
      sellerReturnsSchema,
      `/dashboards/seller/returns?sellerId=${sellerId}&${WEEK}`,
    );
    expect(totals).toEqual({ refundedMinor: 4_500, refundedOrders: 2, soldMinor: 4_500, orders: 2 });
    expect(previous).toEqual({ refundedMinor: 0, refundedOrders: 0, soldMinor: 2_250, orders: 1 });
    expect(byDay.filter((day) => day.refundedOrders > 0)).toEqual([
      { day: '2026-11-18', refundedMinor: 2_250, refundedOrders: 1 },
      { day: '2026-11-20', refundedMinor: 2_250, refundedOrders: 1 },
    ]);
    expect(byDay).toHaveLength(7);
  });
});

describe('customers', () => {
  it('are new or come back, and their cohorts say in which months', async () => {
    const sellerId = newId();
    const on = (day: string, buyerKey: string) => sold(sellerId, new Date(`${day}T10:00:00Z`), { buyerKey });
    await figures.sell(
      on('2026-09-05', 'ann'),
      on('2026-09-20', 'ann'),
      on('2026-09-30', 'bob'),
      on('2026-10-31', 'ann'),
      on('2026-11-01', 'cat'),
      on('2026-11-15', 'bob'),
      on('2026-11-16', 'dan'),
      on('2026-11-20', 'dan'),
    );
    const { totals, previous, cohorts } = await figures.read(
      sellerCustomersSchema,
      `/dashboards/seller/customers?sellerId=${sellerId}&${WEEK}`,
    );
    expect(totals).toEqual({
      newCustomers: 1,
      returningCustomers: 1,
      newSoldMinor: 4_500,
      returningSoldMinor: 2_250,
    });
    expect(previous).toEqual({
      newCustomers: 0,
      returningCustomers: 0,
      newSoldMinor: 0,
      returningSoldMinor: 0,
    });
    expect(cohorts).toEqual([
      { month: '2026-09', customers: 2, bought: [2, 1, 1] },
      { month: '2026-11', customers: 2, bought: [2] },
    ]);
  });
});
