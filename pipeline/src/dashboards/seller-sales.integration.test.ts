import { newId, sellerLiveSchema, sellerSalesSchema } from '@plaza/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paidOrder, refundOf } from '../test-support/facts.ts';
import { type Figures, openFigures } from '../test-support/figures.ts';
import { look, sold } from '../test-support/visits.ts';

const now = new Date('2026-11-20T15:00:00Z');
const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS);
/** The seven days up to today, and the seven before them. */
const WEEK = 'from=2026-11-14&to=2026-11-20';

let figures: Figures;
beforeAll(async () => {
  figures = await openFigures(now);
});
afterAll(() => figures.close());

describe('sales', () => {
  const salesOf = (sellerId: string, period = WEEK) =>
    figures.read(sellerSalesSchema, `/dashboards/seller/sales?sellerId=${sellerId}&${period}`);

  it('are summed over the period, by day, and against as many days before', async () => {
    const sellerId = newId();
    await figures.sell(
      sold(sellerId, now),
      sold(sellerId, now),
      sold(sellerId, daysAgo(2)),
      sold(sellerId, daysAgo(8)),
      sold(sellerId, daysAgo(20)),
    );
    const views = ['a', 'b', 'b', 'c'].map((visitor) =>
      look('product_viewed', { sellerId, visitor, at: now }),
    );
    await figures.report(
      ...views,
      look('product_viewed', { sellerId, visitor: 'a', at: daysAgo(2) }),
      look('product_viewed', { sellerId, visitor: 'z', at: daysAgo(9) }),
      look('product_viewed', { sellerId, visitor: 'robot', at: now, isBot: true }),
    );
    const { totals, previous, byDay, previousByDay, dataSince, asOf } = await salesOf(sellerId);
    expect(totals).toEqual({
      revenueMinor: 6_750,
      soldMinor: 6_750,
      orders: 3,
      units: 6,
      views: 5,
      visitors: 3,
      conversion: 1,
    });
    expect(previous).toEqual({
      revenueMinor: 2_250,
      soldMinor: 2_250,
      orders: 1,
      units: 2,
      views: 1,
      visitors: 1,
      conversion: 1,
    });
    expect(byDay.map(({ day, orders, visitors }) => [day, orders, visitors])).toEqual([
      ['2026-11-14', 0, 0],
      ['2026-11-15', 0, 0],
      ['2026-11-16', 0, 0],
      ['2026-11-17', 0, 0],
      ['2026-11-18', 1, 1],
      ['2026-11-19', 0, 0],
      ['2026-11-20', 2, 3],
    ]);
    expect(byDay[6]?.conversion).toBe(2 / 3);
    expect(byDay[0]?.conversion).toBeNull();
    expect(previousByDay.map(({ day }) => day)).toEqual(
      [13, 12, 11, 10, 9, 8, 7].map((days) => daysAgo(days).toISOString().slice(0, 10)),
    );
    expect([dataSince, asOf]).toEqual(['2026-10-31', now.toISOString()]);
  });

  it('fall by what goes back, on the day that it goes back', async () => {
    const sellerId = newId();
    const paid = sold(sellerId, daysAgo(3));
    await figures.sell(paid, { ...refundOf(paid), occurredAt: now.toISOString() });
    const { totals, byDay } = await salesOf(sellerId);
    expect(totals).toMatchObject({ revenueMinor: 0, soldMinor: 2_250, orders: 1, units: 2 });
    expect(byDay.at(-1)).toMatchObject({ revenueMinor: -2_250, soldMinor: 0, orders: 0 });
  });

  it('hold the last moment of a period and not the first after it', async () => {
    const sellerId = newId();
    await figures.sell(
      sold(sellerId, new Date('2026-11-13T23:59:59.999Z')),
      sold(sellerId, new Date('2026-11-14T00:00:00.000Z')),
      sold(sellerId, new Date('2026-11-15T23:59:59.999Z')),
      sold(sellerId, new Date('2026-11-16T00:00:00.000Z')),
    );
    const { totals, previous } = await salesOf(sellerId, 'from=2026-11-14&to=2026-11-15');
    expect([totals.orders, previous.orders]).toEqual([2, 1]);
  });

  it('never hold another seller’s', async () => {
    const [mine, theirs] = [newId(), newId()];
    await figures.sell(
      paidOrder({ sellerIds: [mine, theirs], occurredAt: now }),
      paidOrder({ sellerIds: [theirs], occurredAt: now }),
    );
    await figures.report(look('product_viewed', { sellerId: theirs, visitor: 'a', at: now }));
    expect((await salesOf(mine)).totals).toMatchObject({ revenueMinor: 2_250, orders: 1, views: 0 });
  });

  it('are empty and whole for a seller without any', async () => {
    const { totals, byDay, dataSince } = await salesOf(newId());
    expect(totals).toEqual({
      revenueMinor: 0,
      soldMinor: 0,
      orders: 0,
      units: 0,
      views: 0,
      visitors: 0,
      conversion: null,
    });
    expect([byDay.length, dataSince]).toEqual([7, null]);
  });
});

describe('today so far', () => {
  it('is what was sold since midnight, and the latest order whole', async () => {
    const sellerId = newId();
    const live = () => figures.read(sellerLiveSchema, `/dashboards/seller/live?sellerId=${sellerId}`);
    expect(await live()).toMatchObject({ revenueMinor: 0, orders: 0, lastSale: null });
    await figures.sell(sold(sellerId, daysAgo(1)));
    expect(await live()).toMatchObject({ orders: 0, lastSale: { at: daysAgo(1).toISOString() } });
    const latest = sold(sellerId, now, { amountMinor: 5_000 });
    await figures.sell(sold(sellerId, new Date(now.getTime() - 60_000)), latest, {
      ...refundOf(latest),
      occurredAt: now.toISOString(),
    });
    expect(await live()).toMatchObject({
      revenueMinor: 2_250,
      orders: 2,
      units: 4,
      lastSale: { at: now.toISOString(), amountMinor: 10_250 },
    });
  });
});

describe('figures of a seller', () => {
  const panels = ['sales', 'funnel', 'sources', 'products', 'returns', 'customers', 'live', 'units'];
  it.each(panels)('are for other processes of Plaza only: %s', async (panel) => {
    const path = `/dashboards/seller/${panel}?sellerId=${newId()}&${WEEK}`;
    const statuses = await Promise.all(
      ['guess', ''].map(async (token) => (await figures.ask(path, token)).status),
    );
    expect(statuses).toEqual([401, 401]);
    expect((await figures.ask(path)).status).toBe(200);
  });

  it.each([
    'sellerId=no&from=2026-11-14&to=2026-11-20',
    WEEK,
    `sellerId=${newId()}`,
    `sellerId=${newId()}&from=2026-11-20&to=2026-11-14`,
    `sellerId=${newId()}&from=2024-11-20&to=2026-11-14`,
    `sellerId=${newId()}&from=x&to=y`,
  ])('are not given for a malformed question: %s', async (query) => {
    expect((await figures.ask(`/dashboards/seller/sales?${query}`)).status).toBe(400);
  });
});
