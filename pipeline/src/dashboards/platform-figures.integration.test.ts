import {
  audienceSchema,
  buyerCohortsSchema,
  marketSalesSchema,
  newId,
  searchQualitySchema,
} from '@plaza/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeBooks } from '../test-support/books.ts';
import { paidOrder, refundOf } from '../test-support/facts.ts';
import { type Figures, openFigures } from '../test-support/figures.ts';
import { daysAgo, now, WEEK } from '../test-support/week.ts';

let figures: Figures;
beforeAll(async () => {
  figures = await openFigures(now);
});
afterAll(() => figures.close());

describe('sales of the market', () => {
  it('are goods before refunds, orders once however many sellers, and what Plaza keeps by the ledger', async () => {
    const [one, two] = [newId(), newId()];
    // At each seller two units at 10.00 and 2.50 shipping.
    const both = paidOrder({ sellerIds: [one, two], occurredAt: now });
    const single = paidOrder({ sellerIds: [one], occurredAt: daysAgo(1) });
    await figures.sell(
      both,
      single,
      { ...refundOf(both), occurredAt: now.toISOString() },
      paidOrder({ sellerIds: [two], occurredAt: daysAgo(8) }),
    );
    await writeBooks(figures.sql, [{ paid: both }, { paid: single, keptMinor: 45 }]);
    const sales = await figures.read(marketSalesSchema, `/dashboards/platform/sales?${WEEK}`);
    expect(sales.totals).toEqual({
      gmvMinor: 6_000,
      shippingMinor: 750,
      refundedMinor: 2_250,
      orders: 2,
      units: 6,
      sellers: 2,
      takeMinor: 45,
    });
    expect(sales.before).toMatchObject({ gmvMinor: 2_000, orders: 1, sellers: 1, takeMinor: 0 });
    expect(sales.byDay).toHaveLength(7);
    expect(sales.byDay.at(-1)).toEqual({
      day: '2026-11-20',
      gmvMinor: 4_000,
      orders: 1,
      gmvBeforeMinor: 0,
      ordersBefore: 0,
    });
    expect(sales.byDay.at(-2)).toMatchObject({ gmvMinor: 2_000, gmvBeforeMinor: 2_000, ordersBefore: 1 });
    expect(sales.since).toBe('2026-11-12');
  });
});

describe('cohorts of buyers', () => {
  it('hold each buyer in the month of the first order at any seller, and in each later month with one', async () => {
    const buy = (buyerKey: string, at: string) =>
      paidOrder({ sellerIds: [newId()], buyerKey, occurredAt: new Date(at) });
    await figures.sell(
      buy('ann', '2026-07-03T10:00:00Z'),
      buy('ann', '2026-09-30T23:59:59Z'),
      buy('ann', '2026-09-01T00:00:00Z'),
      buy('bob', '2026-07-31T23:59:59Z'),
      buy('cid', '2026-09-01T00:00:00Z'),
    );
    const cohorts = await figures.read(buyerCohortsSchema, '/dashboards/platform/cohorts');
    expect(cohorts.filter(({ month }) => month < '2026-11')).toEqual([
      { month: '2026-07', customers: 2, bought: [2, 0, 1, 0, 0] },
      { month: '2026-09', customers: 1, bought: [1, 0, 0] },
    ]);
  });
});

describe('search', () => {
  const search = (query: string, resultCount: number, session: string, at = now, isBot = false) => ({
    event: 'search_performed',
    visitor: session,
    at,
    isBot,
    properties: { query, resultCount, $session_id: session },
  });
  const click = (query: string, position: number, session: string) => ({
    event: 'search_result_clicked',
    visitor: session,
    at: now,
    properties: { query, position, $session_id: session, productId: newId(), sellerId: newId() },
  });

  it('is judged by what found nothing, by what was opened, and by where that stood', async () => {
    await figures.report(
      search('USB hub ', 12, 'a'),
      search('usb hub', 12, 'a'),
      click('usb hub', 1, 'a'),
      click('usb hub', 4, 'a'),
      search('usb hub', 12, 'b'),
      search('floppy', 0, 'b', daysAgo(3)),
      search('Floppy', 0, 'c'),
      search('minidisc', 0, 'c'),
      search('floppy', 0, 'robot', now, true),
      search('laptop', 3, 'c', daysAgo(7)),
    );
    const quality = await figures.read(searchQualitySchema, `/dashboards/platform/search?${WEEK}`);
    expect(quality.totals).toEqual({
      searches: 6,
      emptySearches: 3,
      // "usb hub" by two sessions, "floppy" by two, "minidisc" by one.
      searched: 5,
      clicked: 1,
      meanPosition: 2.5,
    });
    expect(quality.before).toEqual({
      searches: 1,
      emptySearches: 0,
      searched: 1,
      clicked: 0,
      meanPosition: null,
    });
    expect(quality.emptyQueries).toEqual([
      { query: 'floppy', searches: 2, emptySearches: 2 },
      { query: 'minidisc', searches: 1, emptySearches: 1 },
    ]);
    expect(quality.byDay.at(-4)).toEqual({ day: '2026-11-17', searches: 1, emptySearches: 1 });
    expect(quality.byDay.at(-2)).toEqual({ day: '2026-11-19', searches: 0, emptySearches: 0 });
  });
});

describe('who came', () => {
  it('is counted by channel, device and country, with those who bought', async () => {
    const open = (visitor: string, country: string, more: object = {}, at = now) => ({
      event: '$pageview',
      visitor,
      country,
      at,
      properties: { $device_type: 'Mobile', ...more },
    });
    await figures.report(
      open('ann', 'DE'),
      open('ann', 'DE', { utm_medium: 'email' }),
      open('bob', 'DE', { $device_type: 'Desktop' }, daysAgo(6)),
      open('cid', '', { $device_type: 'Desktop' }),
      open('dan', 'FR', {}, daysAgo(7)),
      {
        event: 'order_confirmed',
        visitor: 'ann',
        country: 'DE',
        at: now,
        properties: { $device_type: 'Mobile', orderId: newId() },
      },
    );
    const audience = await figures.read(audienceSchema, `/dashboards/platform/audience?${WEEK}`);
    expect([audience.visitors, audience.visitorsBefore]).toEqual([3, 1]);
    const of = (dimension: string) => audience.parts.filter((part) => part.dimension === dimension);
    expect(of('country')).toEqual([
      { dimension: 'country', value: 'DE', pageViews: 3, visitors: 2, buyers: 1 },
      { dimension: 'country', value: '', pageViews: 1, visitors: 1, buyers: 0 },
    ]);
    expect(of('device')).toEqual([
      { dimension: 'device', value: 'desktop', pageViews: 2, visitors: 2, buyers: 0 },
      { dimension: 'device', value: 'mobile', pageViews: 2, visitors: 1, buyers: 1 },
    ]);
    expect(of('channel')).toEqual([
      { dimension: 'channel', value: '', pageViews: 3, visitors: 3, buyers: 1 },
      { dimension: 'channel', value: 'email', pageViews: 1, visitors: 1, buyers: 0 },
    ]);
  });
});

describe('a question about the market', () => {
  it('is refused when it is malformed, and answered to other processes of Plaza only', async () => {
    for (const panel of ['sales', 'search', 'audience', 'vitals']) {
      expect((await figures.ask(`/dashboards/platform/${panel}?from=2026-11-14&to=never`)).status).toBe(400);
      expect((await figures.ask(`/dashboards/platform/${panel}?${WEEK}`, 'guess')).status).toBe(401);
    }
    expect((await figures.ask('/dashboards/platform/cohorts', 'guess')).status).toBe(401);
  });
});
