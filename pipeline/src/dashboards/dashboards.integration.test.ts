import { newId, sellerDashboardSchema } from '@plaza/contracts';
import { createTestClickHouse, createTestDatabase } from '@plaza/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { insertLetters, prepareLetters } from '../capture/letter-writer.ts';
import { OutboxReader } from '../outbox/outbox-reader.ts';
import type { Letter } from '../steps/letter.ts';
import { processEvent } from '../steps/process-event.ts';
import { UNKNOWN_SENDER } from '../steps/read-sender.ts';
import { paidOrder, refundOf } from '../test-support/facts.ts';
import { INTERNAL_TOKEN, openEventStore, openMarket, silent, writeFacts } from '../test-support/stores.ts';
import { dashboardsRoutes } from './dashboards.routes.ts';
import { reconciliationSchema } from './reconciliation.ts';

let market: Awaited<ReturnType<typeof openMarket>>;
let events: Awaited<ReturnType<typeof openEventStore>>;
const now = new Date('2026-11-20T15:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

beforeAll(async () => {
  [market, events] = await Promise.all([
    createTestDatabase().then(openMarket),
    createTestClickHouse().then(openEventStore),
  ]);
});
afterAll(async () => {
  await Promise.all([market.close(), events.close()]);
});
beforeEach(async () => {
  await market.sql`truncate outbox, outbox_reader`;
});

const sell = async (...facts: Parameters<typeof writeFacts>[1][number][]) => {
  await writeFacts(market.sql, facts);
  const reader = new OutboxReader({ sql: market.sql, store: events.store, log: silent });
  while (await reader.deliverNext());
};
const view = async (input: { sellerId: string; productId: string; visitor: string; at: Date }) => {
  const { sellerId, productId } = input;
  const properties = { sellerId, productId, priceMinor: 100, currency: 'USD' };
  const raw = {
    event: 'product_viewed',
    uuid: newId(),
    distinct_id: input.visitor,
    timestamp: input.at.toISOString(),
    properties,
  };
  const letter: Letter | null = processEvent(raw, {
    receivedAtMs: now.getTime(),
    sentAtMs: null,
    sender: UNKNOWN_SENDER,
  });
  if (letter !== null) await insertLetters(events.store, await prepareLetters(events.store, [letter]));
};
const ask = (path: string, token = INTERNAL_TOKEN) =>
  dashboardsRoutes({ store: events.store, internalToken: INTERNAL_TOKEN, now: () => now }).request(path, {
    headers: { authorization: `Bearer ${token}` },
  });
const dashboardOf = async (sellerId: string, days = 7) =>
  sellerDashboardSchema.parse(
    await (await ask(`/dashboards/seller?sellerId=${sellerId}&days=${days}`)).json(),
  );

describe('a seller’s dashboard', () => {
  it('shows revenue, orders, units, views and conversion, by day and against the days before', async () => {
    const [sellerId, productId] = [newId(), newId()];
    const sold = (at: Date) => paidOrder({ sellerIds: [sellerId], productId, title: 'Dock', occurredAt: at });
    await sell(sold(now), sold(now), sold(daysAgo(2)), sold(daysAgo(8)));
    for (const visitor of ['a', 'b', 'b', 'c']) await view({ sellerId, productId, visitor, at: now });
    await view({ sellerId, productId, visitor: 'a', at: daysAgo(2) });
    await view({ sellerId, productId, visitor: 'z', at: daysAgo(9) });

    const dashboard = await dashboardOf(sellerId);
    expect(dashboard.totals).toEqual({ revenueMinor: 6_750, orders: 3, units: 6, views: 5, conversion: 1 });
    expect(dashboard.previous).toEqual({ revenueMinor: 2_250, orders: 1, units: 2, views: 1, conversion: 1 });
    expect(dashboard.byDay).toHaveLength(7);
    expect(dashboard.byDay.map((day) => day.day)).toEqual(
      [6, 5, 4, 3, 2, 1, 0].map((days) => daysAgo(days).toISOString().slice(0, 10)),
    );
    expect(dashboard.byDay[6]).toMatchObject({ revenueMinor: 4_500, orders: 2, views: 4, conversion: 2 / 3 });
    expect(dashboard.byDay[3]).toMatchObject({ revenueMinor: 0, orders: 0, views: 0, conversion: null });
    expect(dashboard.topProducts).toEqual([
      { productId, title: 'Dock', units: 6, revenueMinor: 6_000, views: 5 },
    ]);
    expect(dashboard.asOf).toBe(now.toISOString());
  });

  it('takes refunds off the revenue', async () => {
    const sellerId = newId();
    const paid = paidOrder({ sellerIds: [sellerId], occurredAt: now });
    await sell(paid, { ...refundOf(paid), occurredAt: now.toISOString() });
    expect((await dashboardOf(sellerId)).totals).toMatchObject({ revenueMinor: 0, orders: 1, units: 2 });
  });

  it('never contains another seller’s figures', async () => {
    const [mine, theirs, productId] = [newId(), newId(), newId()];
    await sell(paidOrder({ sellerIds: [mine, theirs], productId, occurredAt: now, title: 'Shared' }));
    await sell(paidOrder({ sellerIds: [theirs], productId, occurredAt: now, title: 'Theirs' }));
    await view({ sellerId: theirs, productId, visitor: 'a', at: now });
    const dashboard = await dashboardOf(mine);
    expect(dashboard.totals).toEqual({
      revenueMinor: 2_250,
      orders: 1,
      units: 2,
      views: 0,
      conversion: null,
    });
    expect(dashboard.topProducts).toEqual([
      { productId, title: 'Shared', units: 2, revenueMinor: 2_000, views: 0 },
    ]);
  });

  it('is empty and whole for a seller without sales', async () => {
    const dashboard = await dashboardOf(newId(), 90);
    expect(dashboard.byDay).toHaveLength(90);
    expect(dashboard.totals).toEqual({ revenueMinor: 0, orders: 0, units: 0, views: 0, conversion: null });
    expect(dashboard.topProducts).toEqual([]);
  });

  it('is for other processes of Plaza only', async () => {
    expect((await ask(`/dashboards/seller?sellerId=${newId()}`, 'guess')).status).toBe(401);
    expect((await ask(`/dashboards/seller?sellerId=${newId()}`, '')).status).toBe(401);
  });

  it.each(['sellerId=no', 'days=7', `sellerId=${newId()}&days=8`, `sellerId=${newId()}&days=x`])(
    'answers a malformed question with 400: %s',
    async (query) => {
      expect((await ask(`/dashboards/seller?${query}`)).status).toBe(400);
    },
  );
});

describe('reconciliation', () => {
  it('sums what was paid and what went back between two moments', async () => {
    const at = new Date('2026-01-15T10:00:00Z');
    const paid = paidOrder({ sellerIds: [newId(), newId()], occurredAt: at });
    await sell(
      paid,
      { ...refundOf(paid), occurredAt: at.toISOString() },
      paidOrder({ sellerIds: [newId()], occurredAt: new Date('2026-01-16T00:00:00Z') }),
    );
    const response = await ask('/reconciliation?from=2026-01-15T00:00:00Z&to=2026-01-16T00:00:00Z');
    expect(z.array(reconciliationSchema).parse(await response.json())).toEqual([
      { currency: 'USD', paidMinor: 4_500, refundedMinor: 2_250, revenueMinor: 2_250, sellerOrders: 2 },
    ]);
  });

  it('answers a malformed question with 400', async () => {
    expect((await ask('/reconciliation?from=yesterday')).status).toBe(400);
  });
});
