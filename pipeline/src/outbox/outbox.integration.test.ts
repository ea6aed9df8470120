import { newId } from '@plaza/contracts';
import { createSalesEvent } from '@plaza/events';
import { createTestClickHouse, createTestDatabase } from '@plaza/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../clickhouse/store.ts';
import { paidOrder, refundOf } from '../test-support/facts.ts';
import {
  deliverAll,
  openEventStore,
  openMarket,
  readNumber,
  silent,
  until,
  writeFacts,
} from '../test-support/stores.ts';
import { deliverBatch } from './deliver-batch.ts';
import { advance, deleteDelivered, type OutboxPlan, planBatch, readBatch } from './outbox-batch.ts';
import { OutboxReader } from './outbox-reader.ts';

let market: Awaited<ReturnType<typeof openMarket>>;
let events: Awaited<ReturnType<typeof openEventStore>>;

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
  for (const table of ['sales', 'facts', 'sales_daily', 'product_sales_daily', 'dead_letters']) {
    await events.store.command(`TRUNCATE TABLE ${table}`);
  }
});

const createReader = (store: Store = events.store, maxRows = 10) =>
  new OutboxReader({ sql: market.sql, store, log: silent, pollMs: 20, maxRows });
const revenue = () => readNumber(events.store, 'SELECT sum(amount_minor) AS value FROM sales');
const revenueOfView = () => readNumber(events.store, 'SELECT sum(amount_minor) AS value FROM sales_daily');
const factCount = () => readNumber(events.store, 'SELECT count() AS value FROM facts');

describe('a fact in the outbox', () => {
  it('arrives as rows whose sum is the money that moved', async () => {
    const paid = paidOrder({ sellerIds: [newId(), newId()] });
    await writeFacts(market.sql, [paid, refundOf(paid)]);
    await deliverAll(createReader());
    expect(await revenue()).toBe(2_250);
    expect(await revenueOfView()).toBe(2_250);
    expect(await factCount()).toBe(2);
    expect(await readNumber(events.store, 'SELECT sum(orders) AS value FROM sales_daily')).toBe(2);
  });

  it('arrives though its transaction began before that of a fact that was delivered', async () => {
    const early = await market.sql.reserve();
    const [first, second] = [paidOrder({ sellerIds: [newId()] }), paidOrder({ sellerIds: [newId()] })];
    await early`begin`;
    await early`select pg_current_xact_id()`;
    await writeFacts(market.sql, [second]);
    expect(await createReader().deliverNext()).toBe(0);
    expect(await factCount()).toBe(0);
    const payload = early.json(JSON.parse(JSON.stringify(first.payload)));
    await early`insert into outbox (id, aggregate_id, type, version, payload, occurred_at)
      values (${first.id}, ${first.aggregateId}, ${first.type}, 1, ${payload}, ${first.occurredAt})`;
    await early`commit`;
    early.release();
    await deliverAll(createReader());
    expect(await factCount()).toBe(2);
  });

  it('of unknown shape becomes a dead letter and holds up nobody', async () => {
    const strange = { ...paidOrder({ sellerIds: [newId()] }), type: 'order.enchanted' };
    const future = { ...paidOrder({ sellerIds: [newId()] }), version: 2 };
    await writeFacts(market.sql, [strange, future, paidOrder({ sellerIds: [newId()] })]);
    await deliverAll(createReader());
    expect(await factCount()).toBe(1);
    const letters =
      "SELECT count() AS value FROM dead_letters WHERE source = 'outbox' AND reason = 'fact_invalid'";
    expect(await readNumber(events.store, letters)).toBe(2);
  });
});

describe('exactly once', () => {
  /** Dies at a step, once; the next reader begins where the store and PostgreSQL say. */
  const steps = ['planned', 'half delivered', 'delivered', 'advanced'] as const;

  it.each(steps)('when the reader is killed: %s', async (step) => {
    const orders = Array.from({ length: 25 }, () => paidOrder({ sellerIds: [newId(), newId()] }));
    await writeFacts(market.sql, orders);
    for (let round = 0; round < 3; round += 1) {
      const plan = await planBatch(market.sql, 7 + round);
      if (plan === null) break;
      if (step === 'planned') continue;
      // Half: `sales` is written, `facts` is not.
      const store: Store =
        step === 'half delivered'
          ? {
              ...events.store,
              insert: (input) =>
                input.table === 'sales' ? events.store.insert(input) : Promise.reject(new Error('killed')),
            }
          : events.store;
      await deliverBatch(store, plan, await readBatch(market.sql, plan)).catch(() => {});
      if (step === 'advanced') await advance(market.sql, plan);
    }
    await deliverAll(createReader());
    expect(await revenue()).toBe(25 * 2 * 2_250);
    expect(await revenueOfView()).toBe(25 * 2 * 2_250);
    expect(await factCount()).toBe(25);
  });

  it('when ClickHouse or its answers are lost time and again', async () => {
    await writeFacts(
      market.sql,
      Array.from({ length: 60 }, () => paidOrder({ sellerIds: [newId()] })),
    );
    let count = 0;
    const store: Store = {
      ...events.store,
      async insert(input) {
        if (input.rows.length === 0) return;
        count += 1;
        if (count % 5 === 0) throw new Error('never arrived');
        await events.store.insert(input);
        if (count % 3 === 0) throw new Error('answer lost');
      },
    };
    const reader = createReader(store);
    for (let failures = 0; failures < 200; ) {
      const rowCount = await reader.deliverNext().catch(() => {
        failures += 1;
        return null;
      });
      if (rowCount === 0 && (await reader.lagMs()) === 0) break;
    }
    expect(await factCount()).toBe(60);
    expect(await revenue()).toBe(60 * 2_250);
  });

  it('when an old plan is finished late by a reader that was thought dead', async () => {
    await writeFacts(market.sql, [paidOrder({ sellerIds: [newId()] }), paidOrder({ sellerIds: [newId()] })]);
    let plan: OutboxPlan | null = null;
    await until(async () => {
      plan ??= await planBatch(market.sql, 1);
      return plan !== null;
    });
    if (plan === null) throw new Error('There is work.');
    const rows = await readBatch(market.sql, plan);
    await deliverAll(createReader());
    await deliverBatch(events.store, plan, rows);
    await advance(market.sql, plan);
    await deliverAll(createReader());
    expect(await revenue()).toBe(2 * 2_250);
  });

  it('when two readers run: one works, the other waits for its end', async () => {
    const [one, two] = [createReader(), createReader()];
    one.start();
    two.start();
    await writeFacts(
      market.sql,
      Array.from({ length: 30 }, () => paidOrder({ sellerIds: [newId()] })),
    );
    await until(async () => (await factCount()) === 30);
    await one.close();
    await writeFacts(market.sql, [paidOrder({ sellerIds: [newId()] })]);
    await until(async () => (await factCount()) === 31);
    await two.close();
    expect(await revenue()).toBe(31 * 2_250);
  });
});

describe('the outbox', () => {
  it('is emptied of what was delivered long ago, and of nothing else', async () => {
    const old = () => paidOrder({ sellerIds: [newId()], occurredAt: new Date(Date.now() - 10 * 86_400_000) });
    await writeFacts(market.sql, [old(), old(), old()]);
    await deliverAll(createReader());
    await writeFacts(market.sql, [old(), paidOrder({ sellerIds: [newId()] })]);
    const bound = new Date(Date.now() - 86_400_000);
    expect(await deleteDelivered(market.sql, bound, 2)).toBe(2);
    expect(await deleteDelivered(market.sql, bound, 2)).toBe(1);
    expect(await deleteDelivered(market.sql, bound, 2)).toBe(0);
    await deliverAll(createReader());
    expect(await factCount()).toBe(5);
  });

  it('tells how long the oldest fact has been waiting', async () => {
    const reader = createReader();
    expect(await reader.lagMs()).toBe(0);
    const ship = createSalesEvent('seller_order.delivered', {
      aggregateId: newId(),
      occurredAt: new Date(Date.now() - 5_000),
      payload: { orderId: newId(), sellerOrderId: newId(), sellerId: newId() },
    });
    await writeFacts(market.sql, [ship]);
    expect(await reader.lagMs()).toBeGreaterThan(4_000);
    await deliverAll(reader);
    expect(await reader.lagMs()).toBe(0);
  });
});
