import type { Account } from '@plaza/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAudit } from '../audit/verify-audit.ts';
import { type ErasureMarket, openErasureMarket } from '../testing/erasure-market.ts';
import { addPerson, deliverAll, PERSON } from '../testing/person-to-erase.ts';

let erasing: ErasureMarket;
beforeAll(async () => {
  erasing = await openErasureMarket();
});
afterAll(() => erasing.close());

const askClickHouse = async (statement: string): Promise<string> => {
  const response = await fetch(`${erasing.clickhouse.url}/?database=${erasing.clickhouse.database}`, {
    method: 'POST',
    body: statement,
  });
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text.trim();
};
async function findInClickHouse(needles: readonly string[]): Promise<string[]> {
  const tables = await askClickHouse(
    `SELECT name FROM system.tables WHERE database = '${erasing.clickhouse.database}' AND engine NOT LIKE '%View'`,
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
  const rows = await erasing.services.database.client`
    select (select sum(total_minor)::float8 from orders) as orders, (select count(*)::int from orders) as "orderCount",
      (select sum(total_minor)::float8 from seller_order) as parts,
      (select sum(total_minor)::float8 from order_line) as lines,
      (select sum(amount_minor)::float8 from payment where status = 'succeeded') as paid,
      (select count(*)::int from receipt) as receipts`;
  const revenue = await fetch(
    `${erasing.pipeline.url}/internal/reconciliation?from=2020-01-01T00:00:00Z&to=2099-01-01T00:00:00Z`,
    { headers: { authorization: `Bearer ${erasing.services.env.INTERNAL_TOKEN}` } },
  );
  return { books: rows[0], revenue: await revenue.json() };
}

async function digestsOf(orderIds: readonly string[]): Promise<string[]> {
  const rows = await erasing.services.database
    .client`select digest from receipt where order_id = any(${[...orderIds]})`;
  expect(rows).toHaveLength(orderIds.length);
  return rows.map((row) => String(row.digest));
}
const verified = (digests: readonly string[]) =>
  Promise.all(digests.map(async (digest) => (await erasing.market.visit().receipt.verify({ digest })).ok));

/** Tables with a column that names an account, in which this one is left; sealed texts cannot be looked for. */
async function rowsOfAccount(accountId: string): Promise<string[]> {
  const { client } = erasing.services.database;
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
    const person = await addPerson(erasing);
    const { account, avatarUrl, orderIds } = person;
    await deliverAll(erasing);
    await expect.poll(() => findInClickHouse([`account:${account.id}`]), { timeout: 20_000 }).not.toEqual([]);
    await expect
      .poll(async () => JSON.stringify((await readBooks()).revenue), { timeout: 20_000 })
      // All of what was paid: facts come in more than one batch.
      .toContain(`"sellerOrders":${orderIds.length}`);
    const needles = needlesOf(person);
    expect((await erasing.findInPostgres(needles)).length).toBeGreaterThan(5);
    const [before, verifiedBefore] = [await readBooks(), await digestsOf(orderIds)];

    const browser = await erasing.bff.browse(account);
    expect((await browser.mutate('profile.erase', { confirmation: account.email })).data).toMatchObject({
      ok: true,
    });
    expect((await browser.query('identity.me')).data).toBeNull();
    await erasing.runJobs();

    expect(await erasing.findInPostgres(needles)).toEqual([]);
    expect(await findInClickHouse(needles)).toEqual([]);
    expect(await rowsOfAccount(account.id)).toEqual([]);
    expect((await erasing.bff.browse().then((stranger) => stranger.send(avatarUrl))).status).toBe(404);
    expect(await readBooks()).toEqual(before);
    // What was printed can still be checked, by anyone.
    expect(await verified(verifiedBefore)).toEqual(verifiedBefore.map(() => true));
    const rows = await erasing.services.database.client`
      select a.status, e.status as step from account a join erasure e on e.account_id = a.id where a.id = ${account.id}`;
    expect(rows[0]).toEqual({ status: 'erased', step: 'done' });
    expect(await verifyAudit(erasing.services.database.client)).toMatchObject({ ok: true });
    // Its sellers go on: their orders are there, for nobody.
    const { items } = await erasing.market.visit(erasing.seller.account).fulfilment.list({});
    expect(items.length).toBeGreaterThanOrEqual(2);
  }, 90_000);
});
