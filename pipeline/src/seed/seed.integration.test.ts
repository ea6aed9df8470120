import { lastDays, newId } from '@plaza/contracts';
import { createTestClickHouse, createTestDatabase } from '@plaza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSellerFunnel } from '../dashboards/seller-funnel.ts';
import { readSellerProducts } from '../dashboards/seller-products.ts';
import { readSellerSales } from '../dashboards/seller-sales.ts';
import { openEventStore, openMarket, readNumber } from '../test-support/stores.ts';
import { seedDemo } from './seed-demo.ts';

let market: Awaited<ReturnType<typeof openMarket>>;
let events: Awaited<ReturnType<typeof openEventStore>>;
const sellerId = newId();

beforeAll(async () => {
  [market, events] = await Promise.all([
    createTestDatabase().then(openMarket),
    createTestClickHouse().then(openEventStore),
  ]);
  await createSmallMarket();
});
afterAll(async () => {
  await Promise.all([market.close(), events.close()]);
});

/** One seller, forty products, three hundred paid orders over ninety days, one of which went through the outbox. */
async function createSmallMarket(): Promise<void> {
  const { sql } = market;
  const categoryId = newId();
  const owner = newId();
  await sql`
    create function demo_id(name text) returns uuid language sql immutable
    as $$ select overlay(overlay(md5(name) placing '8' from 13) placing '8' from 17)::uuid $$`;
  await sql`insert into account (id, email, display_name, password_hash) values (${owner}, 'owner@example.com', 'Owner', 'x')`;
  await sql`insert into seller (id, slug, name, owner_account_id) values (${sellerId}, 'one', 'One', ${owner})`;
  await sql`insert into category (id, slug, name, path) values (${categoryId}, 'all', 'All', 'all')`;
  await sql`
    insert into product (id, seller_id, category_id, slug, title, status, currency, min_price_minor, max_price_minor, sold_count)
    select demo_id('p' || n), ${sellerId}, ${categoryId}, 'product-' || n, 'Product ' || n, 'published', 'USD', 1000, 1000, n
    from generate_series(1, 40) n`;
  await sql`
    insert into variant (id, product_id, seller_id, sku, price_minor)
    select demo_id('v' || n), demo_id('p' || n), ${sellerId}, 'sku-' || n, 1000 from generate_series(1, 40) n`;
  await sql`
    insert into orders (id, number, buyer_key, idempotency_key, status, email, address, currency, items_minor, shipping_minor, total_minor, placed_at, expires_at, paid_at)
    select demo_id('o' || n), 'N' || n, 'b', demo_id('o' || n), 'paid', 'e', '{}', 'USD', 1000, 500, 1500, t, t, t
    from (select n, now() - n * interval '7 hours' as t from generate_series(1, 300) n) x`;
  await sql`
    insert into seller_order (id, order_id, number, seller_id, status, items_minor, shipping_minor, total_minor, shipping_speed, timeline, placed_at, updated_at)
    select demo_id('s' || n), demo_id('o' || n), 'N' || n, ${sellerId}, 'paid', 1000, 500, 1500, 'standard', '[]', now(), now()
    from generate_series(1, 300) n`;
  await sql`
    insert into seller_order select demo_id('second'), order_id, 'N2-2', ${sellerId}, status, 0, 0, 0, shipping_speed, null, null, timeline, placed_at, updated_at
    from seller_order where id = demo_id('s2')`;
  await sql`
    insert into order_line (id, seller_order_id, order_id, variant_id, product_id, product_slug, title, variant_label, quantity, unit_price_minor, total_minor)
    select demo_id('l' || n), demo_id('s' || n), demo_id('o' || n), demo_id('v' || (1 + n % 40)), demo_id('p' || (1 + n % 40)), 'x', 'Product', '', 1, 1000, 1000
    from generate_series(1, 300) n`;
  await sql`
    insert into outbox (id, aggregate_id, type, version, payload, occurred_at)
    values (${newId()}, (select demo_id('o1')::text), 'order.paid', 1, '{}', now())`;
}

const number = (sql: string) => readNumber(events.store, sql);
const eventsCalled = (name: string) => number(`SELECT count() AS value FROM events WHERE event = '${name}'`);

describe('the demo’s history', () => {
  it('is written once, and completed after a kill', async () => {
    const first = await seedDemo(market.sql, events.store);
    const revenue = await number('SELECT sum(amount_minor) AS value FROM sales');
    const views = await number('SELECT sum(views) AS value FROM product_views_hourly');
    // As if the first run had died before its last step.
    await events.store.command('TRUNCATE TABLE seed_runs');
    const second = await seedDemo(market.sql, events.store);
    expect(second).toEqual(first);
    expect(await seedDemo(market.sql, events.store)).toEqual({ done: false });
    expect(await number('SELECT sum(amount_minor) AS value FROM sales')).toBe(revenue);
    expect(await number('SELECT sum(views) AS value FROM product_views_hourly')).toBe(views);
  });

  it('has the money of the orders that did not go through the outbox', async () => {
    expect(await number('SELECT sum(amount_minor) AS value FROM sales_daily')).toBe(299 * 1_500);
    expect(await number('SELECT sum(orders) AS value FROM sales_daily')).toBe(300);
  });

  it('has people looking far more often than buying', async () => {
    const [views, carts, orders] = [
      await eventsCalled('product_viewed'),
      await eventsCalled('product_added_to_cart'),
      await eventsCalled('order_confirmed'),
    ];
    // Six of seven buyers agreed to be counted.
    expect(orders).toBeGreaterThan(220);
    expect(orders).toBeLessThan(299);
    expect(carts).toBeGreaterThan(2 * orders);
    expect(views).toBeGreaterThan(5 * carts);
    expect(await number('SELECT count() AS value FROM events')).toBeGreaterThan(150_000);
  });

  it('lies in the last ninety days, none of it ahead, spread over all of them', async () => {
    expect(await number('SELECT uniqExact(toDate(timestamp)) AS value FROM events')).toBeGreaterThanOrEqual(
      90,
    );
    expect(await number('SELECT countIf(timestamp > now() + 5) AS value FROM events')).toBe(0);
    expect(await number('SELECT uniqExact(uuid) = count() AS value FROM events')).toBe(1);
  });

  it('tells where people came from, what was released when, and how fast it was', async () => {
    expect(
      await number("SELECT uniqExact(country) AS value FROM events WHERE country != ''"),
    ).toBeGreaterThan(8);
    expect(await number("SELECT countIf(campaign != '') / count() AS value FROM events")).toBeGreaterThan(
      0.3,
    );
    expect(await number('SELECT countIf(is_bot) / count() AS value FROM events')).toBeLessThan(0.05);
    expect(await number('SELECT uniqExact(mfe_version) AS value FROM events')).toBe(6);
    expect(
      await number("SELECT count() AS value FROM events WHERE event = 'frontend_failed'"),
    ).toBeGreaterThan(50);
    const lcp = await number(
      "SELECT quantile(0.75)(JSONExtractFloat(properties, '$web_vitals_LCP_value')) AS value FROM events WHERE event = '$web_vitals'",
    );
    expect(lcp).toBeGreaterThan(800);
    expect(lcp).toBeLessThan(4_000);
  });

  it('has some searches that find nothing, and clicks on those that do', async () => {
    const searches = await eventsCalled('search_performed');
    const empty = await number(
      "SELECT countIf(result_count = 0) AS value FROM events WHERE event = 'search_performed'",
    );
    expect(empty / searches).toBeGreaterThan(0.02);
    expect(empty / searches).toBeLessThan(0.2);
    const clicks = await eventsCalled('search_result_clicked');
    expect(clicks / searches).toBeGreaterThan(0.4);
    expect(clicks).toBeLessThan(searches);
  });

  it('fills a dashboard', async () => {
    const now = new Date();
    const question = { sellerId, period: lastDays(30, now), now };
    expect((await readSellerProducts(events.store, question)).products).toHaveLength(20);
    const { byDay, totals, dataSince } = await readSellerSales(events.store, question);
    expect(byDay.every((day) => day.revenueMinor >= 0)).toBe(true);
    expect(totals.views).toBeGreaterThan(totals.orders);
    expect(dataSince).not.toBeNull();
    const { steps } = await readSellerFunnel(events.store, question);
    expect(steps.viewed).toBeGreaterThan(steps.bought);
    expect(steps.measuredOrders).toBeGreaterThan(0);
  });
});
