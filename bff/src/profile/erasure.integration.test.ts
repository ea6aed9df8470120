import { type Account, type Address, newId } from '@plaza/contracts';
import { createTestClickHouse, type TestClickHouse } from '@plaza/testing';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { verifyAudit } from '../audit/verify-audit.ts';
import type { Services } from '../platform/services.ts';
import { openPaymentMarket, type PaymentMarket } from '../testing/payment-market.ts';
import { startTestBff, type TestBff } from '../testing/start-test-bff.ts';
import { startTestPipeline } from '../testing/start-test-pipeline.ts';
import { fillCart, findPaidEvent, mustPlace, openPage } from '../testing/test-checkout.ts';
import { carryOutErasures } from './erasure/carry-out-erasures.ts';
import { prepareExports, removeExpiredExports } from './export/prepare-exports.ts';

const DAY_MS = 86_400_000;
let opened: PaymentMarket;
let market: PaymentMarket['market'];
let services: Services;
let clickhouse: TestClickHouse;
let pipeline: Awaited<ReturnType<typeof startTestPipeline>>;
let bff: TestBff;

beforeAll(async () => {
  [opened, clickhouse] = await Promise.all([openPaymentMarket(), createTestClickHouse()]);
  ({ market } = opened);
  pipeline = await startTestPipeline({
    databaseUrl: opened.databaseUrl,
    clickhouse,
    internalToken: market.services.env.INTERNAL_TOKEN,
  });
  services = { ...market.services, env: { ...market.services.env, PIPELINE_URL: pipeline.url } };
  bff = await startTestBff(services);
}, 60_000);
afterAll(async () => {
  await Promise.all([bff.close(), pipeline.close()]);
  await opened.close();
  await clickhouse.drop();
});

/** Words that are found nowhere but where this person is. */
const PERSON = {
  name: 'Wilhelmina Quartermaine',
  phone: '+44 20 7946 0991',
  address: {
    fullName: 'W. Quartermaine',
    line1: '17 Bramblewick Lane',
    line2: '',
    city: 'Nether Wallop',
    region: '',
    postalCode: 'SO20 8EX',
    country: 'GB',
    phone: '+44 20 7946 0992',
  } satisfies Address,
};

async function uploadAvatar(account: Account): Promise<string> {
  const body = await sharp({ create: { width: 90, height: 40, channels: 3, background: 'teal' } })
    .png()
    .toBuffer();
  const browser = await bff.browse(account);
  const headers = { 'content-length': String(body.length) };
  const answer = await browser.send('/api/uploads/avatar', {
    method: 'POST',
    body: new Uint8Array(body),
    headers,
  });
  return z.object({ ok: z.literal(true), avatarUrl: z.string() }).parse(await answer.json()).avatarUrl;
}

/** A person who has done all that leaves something behind. */
async function addPerson(seller = opened.seller) {
  const account = await market.addAccount(PERSON.name);
  const visit = market.visit(account);
  await visit.profile.save({
    displayName: PERSON.name,
    fullName: `${PERSON.name} the Third`,
    phone: PERSON.phone,
    language: 'en',
    currency: 'GBP',
    notifications: ['offers'],
    socialLinks: ['https://example.com/quartermaine'],
  });
  await visit.profile.saveAddress({ address: PERSON.address });
  const avatarUrl = await uploadAvatar(account);
  const orderId = await buy(visit, account.email, seller.id);
  // Placed without signing in, with the same address; and a cart that was left.
  const guest = market.visit();
  const guestOrderId = await buy(guest, account.email, seller.id);
  const left = await market.addProduct({ sellerId: seller.id });
  await guest.cart.addItem({ variantId: left.variantId, quantity: 1 });
  await guest.cart.setDelivery({ email: account.email, address: PERSON.address });
  const browserId = `browser-${newId()}`;
  await pipeline.capture(browserId, [
    { event: 'search_performed', properties: { query: 'Quartermaine family crest', resultCount: 0 } },
    { event: 'order_confirmed', properties: { orderId } },
    { event: 'product_viewed', properties: { productId: 'none' } },
  ]);
  return { account, visit, avatarUrl, browserId, orderIds: [orderId, guestOrderId] };
}

async function buy(visit: ReturnType<typeof market.visit>, email: string, sellerId: string): Promise<string> {
  const product = await market.addProduct({ sellerId, priceMinor: 2_500 });
  await fillCart(visit, [{ variantId: product.variantId, quantity: 2 }], PERSON.address);
  await visit.cart.setDelivery({ email, address: PERSON.address });
  const orderId = await mustPlace(visit);
  await opened.stripe.pay(await openPage(market, visit, orderId));
  await market.deliver(await findPaidEvent(market, orderId));
  await visit.receipt.get({ orderId });
  return orderId;
}

const withoutPipeline = (): Services => ({
  ...services,
  env: { ...services.env, PIPELINE_URL: 'http://127.0.0.1:1' },
});

/** Ships and delivers every parcel of a seller. */
async function deliverAll(seller = opened.seller) {
  const selling = market.visit(seller.account);
  for (const { id, status } of (await selling.fulfilment.list({})).items) {
    if (status !== 'paid') continue;
    await selling.fulfilment.ship({
      sellerOrderId: id,
      carrier: 'DHL',
      trackingNumber: 'QUARTERMAINE-TRACK-1',
    });
    await selling.fulfilment.deliver({ sellerOrderId: id });
  }
}

/** The services as they are so much later, without the others' clocks moving. */
const later = (ms: number, from = services): Services => ({
  ...from,
  clock: { now: () => new Date(opened.clock.now().getTime() + ms) },
});
const GRACE_MS = 7 * DAY_MS + 1;

async function runJobs() {
  await carryOutErasures(later(GRACE_MS));
  // The last mail leaves, or is given up.
  await services.database.client`update mail set status = 'sent', ended_at = now() where status = 'queued'`;
  await carryOutErasures(later(GRACE_MS + 3_600_000));
}

const countSchema = z.array(z.object({ count: z.int() }));
/** Tables of PostgreSQL in which some row holds one of these texts, in whatever column. */
async function findInPostgres(needles: readonly string[]): Promise<string[]> {
  const { client } = services.database;
  const tables = await client`select tablename from pg_tables where schemaname = 'public'`;
  const found: string[] = [];
  for (const { tablename } of tables) {
    for (const needle of needles) {
      const rows = await client`
        select count(*)::int as count from ${client(tablename)} t where position(lower(${needle}) in lower(t::text)) > 0`;
      if (countSchema.parse([...rows])[0]?.count !== 0) found.push(`${tablename}: ${needle}`);
    }
  }
  return found;
}

const askClickHouse = async (statement: string): Promise<string> => {
  const response = await fetch(`${clickhouse.url}/?database=${clickhouse.database}`, {
    method: 'POST',
    body: statement,
  });
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text.trim();
};
async function findInClickHouse(needles: readonly string[]): Promise<string[]> {
  const tables = await askClickHouse(
    `SELECT name FROM system.tables WHERE database = '${clickhouse.database}' AND engine NOT LIKE '%View'`,
  );
  const found: string[] = [];
  for (const table of tables.split('\n')) {
    for (const needle of needles) {
      const count = await askClickHouse(
        `SELECT count() FROM ${table} WHERE positionCaseInsensitive(toString(tuple(* EXCEPT (visitors))), '${needle}') > 0`.replace(
          table === 'product_views_hourly' ? '' : ' EXCEPT (visitors)',
          '',
        ),
      );
      if (count !== '0') found.push(`${table}: ${needle}`);
    }
  }
  return found;
}

async function readBooks() {
  const rows = await services.database.client`
    select (select sum(total_minor)::float8 from orders) as orders, (select count(*)::int from orders) as "orderCount",
      (select sum(total_minor)::float8 from seller_order) as parts,
      (select sum(total_minor)::float8 from order_line) as lines,
      (select sum(amount_minor)::float8 from payment where status = 'succeeded') as paid,
      (select count(*)::int from receipt) as receipts`;
  const revenue = await fetch(
    `${pipeline.url}/internal/reconciliation?from=2020-01-01T00:00:00Z&to=2099-01-01T00:00:00Z`,
    { headers: { authorization: `Bearer ${services.env.INTERNAL_TOKEN}` } },
  );
  return { books: rows[0], revenue: await revenue.json() };
}

const needlesOf = ({ account, browserId }: { account: Account; browserId: string }) => [
  account.email,
  PERSON.name,
  'Quartermaine',
  PERSON.phone,
  PERSON.address.phone,
  PERSON.address.line1,
  PERSON.address.postalCode,
  browserId,
  `account:${account.id}`,
];

describe('an account that is erased', () => {
  it('leaves nothing of the person anywhere, and the books as they were', async () => {
    const person = await addPerson();
    const { account, avatarUrl, orderIds } = person;
    await deliverAll();
    await expect.poll(() => findInClickHouse([`account:${account.id}`]), { timeout: 20_000 }).not.toEqual([]);
    await expect
      .poll(async () => JSON.stringify((await readBooks()).revenue), { timeout: 20_000 })
      // All of what was paid: facts come in more than one batch.
      .toContain(`"sellerOrders":${orderIds.length}`);
    const needles = needlesOf(person);
    expect((await findInPostgres(needles)).length).toBeGreaterThan(5);
    const [before, verifiedBefore] = [await readBooks(), await digestsOf(orderIds)];

    const browser = await bff.browse(account);
    expect((await browser.mutate('profile.erase', { confirmation: account.email })).data).toMatchObject({
      ok: true,
    });
    expect((await browser.query('identity.me')).data).toBeNull();
    await runJobs();

    expect(await findInPostgres(needles)).toEqual([]);
    expect(await findInClickHouse(needles)).toEqual([]);
    expect(await rowsOfAccount(account.id)).toEqual([]);
    expect((await bff.browse().then((stranger) => stranger.send(avatarUrl))).status).toBe(404);
    expect(await readBooks()).toEqual(before);
    // What was printed can still be checked, by anyone.
    expect(await verified(verifiedBefore)).toEqual(verifiedBefore.map(() => true));
    const rows = await services.database.client`
      select a.status, e.status as step from account a join erasure e on e.account_id = a.id where a.id = ${account.id}`;
    expect(rows[0]).toEqual({ status: 'erased', step: 'done' });
    expect(await verifyAudit(services.database.client)).toMatchObject({ ok: true });
    // Its sellers go on: their orders are there, for nobody.
    const { items } = await market.visit(opened.seller.account).fulfilment.list({});
    expect(items.length).toBeGreaterThanOrEqual(2);
  }, 90_000);

  it('can be kept until the days are over', async () => {
    const account = await market.addAccount('Kept');
    await market.visit(account).profile.erase({ confirmation: account.email });
    const again = market.visit(account);
    expect((await again.profile.privacy()).erasureDueAt).not.toBeNull();
    expect(await again.profile.keep()).toEqual({ isKept: true });
    await runJobs();
    expect((await market.readAccount(account.id)).displayName).toBe('Kept');
    expect(await again.profile.keep()).toEqual({ isKept: false });
  });

  it('is refused with a reason while something is under way', async () => {
    const seller = await market.addSeller();
    const { account, visit } = await addPerson(seller);
    expect(await visit.profile.erase({ confirmation: 'another@plaza.test' })).toMatchObject({
      code: 'wrong_confirmation',
    });
    const refused = await visit.profile.erase({ confirmation: account.email });
    expect(refused).toMatchObject({ ok: false, obstacles: [{ code: 'orders_under_way' }] });
    const shop = await market.visit(seller.account).profile.erase({ confirmation: seller.account.email });
    expect(shop).toMatchObject({
      ok: false,
      obstacles: [
        { code: 'shop_open', listingCount: 3 },
        { code: 'shop_orders', orderCount: 2 },
      ],
    });
    await deliverAll(seller);
    await services.database.client`update product set status = 'archived' where seller_id = ${seller.id}`;
    expect(
      await market.visit(seller.account).profile.erase({ confirmation: seller.account.email }),
    ).toMatchObject({ ok: true });
    expect(await visit.profile.erase({ confirmation: account.email })).toMatchObject({ ok: true });
    await runJobs();
    expect(await findInPostgres([seller.name, account.email])).toEqual([]);
  }, 60_000);

  it('waits when the pipeline is away, and is finished when it is back', async () => {
    const account = await market.addAccount('Patient');
    await market.visit(account).profile.erase({ confirmation: account.email });
    const step = async () =>
      (await services.database.client`select status from erasure where account_id = ${account.id}`)[0]
        ?.status;
    await carryOutErasures(later(GRACE_MS, withoutPipeline()));
    expect(await step()).toBe('erasing');
    await carryOutErasures(later(GRACE_MS + 3_600_000));
    expect(await step()).toBe('sweeping');
    await services.database.client`update mail set status = 'sent', ended_at = now() where status = 'queued'`;
    await carryOutErasures(later(GRACE_MS + 7_200_000));
    expect(await step()).toBe('done');
  });
});

async function digestsOf(orderIds: readonly string[]): Promise<string[]> {
  const rows = await services.database
    .client`select digest from receipt where order_id = any(${[...orderIds]})`;
  expect(rows).toHaveLength(orderIds.length);
  return rows.map((row) => String(row.digest));
}
const verified = (digests: readonly string[]) =>
  Promise.all(digests.map(async (digest) => (await market.visit().receipt.verify({ digest })).ok));

/** Tables with a column that names an account, in which this one is left; sealed texts cannot be looked for. */
async function rowsOfAccount(accountId: string): Promise<string[]> {
  const { client } = services.database;
  const columns = await client`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public' and column_name like '%account_id'
      and table_name not in ('erasure', 'audit_entry', 'seller')`;
  const found: string[] = [];
  for (const { table, column } of columns) {
    const rows = await client`select from ${client(table)} where ${client(column)} = ${accountId}`;
    if (rows.length > 0) found.push(`${table}.${column}`);
  }
  return found;
}

const copySchema = z.record(z.string(), z.union([z.string(), z.array(z.unknown())]));

describe('a copy of what is held of somebody', () => {
  it('holds all of it and no secret, and is downloaded once by its owner', async () => {
    const { account, visit, orderIds } = await addPerson();
    const asked = await visit.profile.askForExport();
    if (!asked.ok) throw new Error(asked.message);
    expect(await visit.profile.askForExport()).toMatchObject({ ok: false, code: 'too_many' });
    const { id: exportId } = asked.export;
    expect(await visit.profile.openExport({ exportId })).toMatchObject({ ok: false, code: 'not_ready' });
    expect(await prepareExports(services)).toBe(1);
    expect((await visit.profile.privacy()).exports).toMatchObject([{ id: exportId, status: 'ready' }]);

    const [mine, other] = [await bff.browse(account), await bff.browse(await market.addAccount('Eve'))];
    const { path } = z
      .object({ path: z.string() })
      .parse((await mine.mutate('profile.openExport', { exportId })).data);
    expect((await other.send(path)).status).toBe(404);
    const answer = await mine.send(path);
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="plaza-data-[\d-]+\.json"$/,
    );
    const text = await answer.text();
    expect((await mine.send(path)).status).toBe(404);

    const copy = copySchema.parse(JSON.parse(text));
    const sections = 'account profile addresses sessions carts orders mails auditLog events'.split(' ');
    for (const section of sections) expect([section, copy[section]?.length]).not.toEqual([section, 0]);
    for (const needle of [account.email, PERSON.phone, PERSON.address.line1, 'family crest', ...orderIds])
      expect([needle, text.includes(needle)]).toEqual([needle, true]);
    expect(text).not.toMatch(/password_?hash"|token_?hash"|"v1\./i);
    // Kept sealed, as everything about a person.
    expect(await findInPostgres(['plaza-export/1'])).toEqual([]);
  }, 60_000);

  it('is given up when it cannot be written, and goes when its time is over', async () => {
    const account = await market.addAccount('Unlucky');
    const visit = market.visit(account);
    await visit.profile.askForExport();
    for (let attempt = 0; attempt < 6; attempt += 1)
      await prepareExports(later(attempt * 700_000, withoutPipeline()));
    expect((await visit.profile.privacy()).exports).toMatchObject([{ status: 'failed' }]);
    await removeExpiredExports(later(8 * DAY_MS));
    expect((await visit.profile.privacy()).exports).toEqual([]);
  });
});
