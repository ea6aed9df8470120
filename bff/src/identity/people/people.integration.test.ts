import type { Account, Role } from '@plaza/contracts';
import { createTestDatabase, type TestDatabase } from '@plaza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestBff, type TestBff } from '../../testing/start-test-bff.ts';
import { openTestMarket, TestClock, type TestMarket } from '../../testing/test-market.ts';

let database: TestDatabase;
let market: TestMarket;
let bff: TestBff;
let admin: Account;
let support: Account;

beforeAll(async () => {
  database = await createTestDatabase();
  market = await openTestMarket({ databaseUrl: database.url, clock: new TestClock() });
  bff = await startTestBff(market.services);
  admin = await market.addAccount('Ada Admin', ['buyer', 'admin']);
  support = await market.addAccount('Sue Support', ['buyer', 'support']);
});
afterAll(async () => {
  await bff.close();
  await database.drop();
});

const reason = 'Asked for by the owner';
const people = (asker: Account = admin) => market.visit(asker).people;
const addPerson = (name = 'Pat', roles: Role[] = ['buyer']) => market.addAccount(name, roles);
const auditOf = async (accountId: string) =>
  (await market.visit(admin).audit.list({ subjectId: accountId })).items;
const me = async (browser: Awaited<ReturnType<TestBff['browse']>>) =>
  (await browser.query('identity.me')).data;

describe('suspending', () => {
  it('ends every session at once, and restoring lets sessions begin again', async () => {
    const person = await addPerson();
    const [desk, phone] = await Promise.all([bff.browse(person), bff.browse(person)]);
    expect([await me(desk), await me(phone)]).toMatchObject([{ id: person.id }, { id: person.id }]);
    expect(await people().suspend({ accountId: person.id, reason })).toEqual({ ok: true });
    expect([await me(desk), await me(phone)]).toEqual([null, null]);
    expect(await people().get({ accountId: person.id })).toMatchObject({ status: 'suspended', sessions: [] });
    expect(await people().restore({ accountId: person.id, reason })).toEqual({ ok: true });
    expect(await people().get({ accountId: person.id })).toMatchObject({ status: 'active' });
    expect(await me(await bff.browse(person))).toMatchObject({ id: person.id });
  });

  it('is written to the audit log with who, whom and why', async () => {
    const person = await addPerson();
    await people().suspend({ accountId: person.id, reason });
    await people().restore({ accountId: person.id, reason: 'It was a mistake' });
    const by = { kind: 'admin', accountId: admin.id };
    expect(await auditOf(person.id)).toMatchObject([
      { action: 'account.restored', actor: by, reason: 'It was a mistake' },
      { action: 'account.suspended', actor: by, reason },
    ]);
  });

  it('is refused for what is suspended already, and restoring for what is not; neither is written down', async () => {
    const person = await addPerson();
    expect(await people().restore({ accountId: person.id, reason })).toMatchObject({ code: 'wrong_status' });
    expect(await auditOf(person.id)).toEqual([]);
    await people().suspend({ accountId: person.id, reason });
    expect(await people().suspend({ accountId: person.id, reason })).toMatchObject({ code: 'wrong_status' });
    expect(await auditOf(person.id)).toHaveLength(1);
  });

  it.each(['', '  ', 'ab', 'x'.repeat(501)])('needs a reason, which %j is not', async (none) => {
    const person = await addPerson();
    await expect(people().suspend({ accountId: person.id, reason: none })).rejects.toThrow();
    expect(await people().get({ accountId: person.id })).toMatchObject({ status: 'active' });
  });

  it('asks who has been signed in for a while to show anew who they are', async () => {
    const person = await addPerson();
    const desk = await bff.browse(admin);
    await market.services.database.client`
      update session set proved_at = now() - interval '11 minutes' where account_id = ${admin.id}`;
    const answer = await desk.mutate('people.suspend', { accountId: person.id, reason });
    expect([answer.status, answer.error?.code]).toEqual([403, 'FORBIDDEN']);
    expect((await desk.query('people.get', { accountId: person.id })).data).toMatchObject({
      status: 'active',
    });
  });

  it('of nobody is not found', async () => {
    const accountId = '0190d3c8-0000-7000-8000-000000000001';
    await expect(people().suspend({ accountId, reason })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('roles', () => {
  it('of the staff are given and taken, the others stay, and every session ends', async () => {
    const seller = (await market.addSeller()).account;
    const browser = await bff.browse(seller);
    expect(await me(browser)).not.toBeNull();
    const changed = await people().changeRoles({ accountId: seller.id, reason, staffRoles: ['support'] });
    expect(changed).toEqual({ ok: true });
    expect(await me(browser)).toBeNull();
    expect((await market.readAccount(seller.id)).roles.toSorted()).toEqual(['buyer', 'seller', 'support']);
    expect(await auditOf(seller.id)).toMatchObject([
      { action: 'account.roles_changed', reason, details: { staffRoles: ['support'] } },
    ]);
    await people().changeRoles({ accountId: seller.id, reason, staffRoles: [] });
    expect((await market.readAccount(seller.id)).roles.toSorted()).toEqual(['buyer', 'seller']);
  });

  it('that are there already change nothing', async () => {
    const person = await addPerson();
    const browser = await bff.browse(person);
    expect(await people().changeRoles({ accountId: person.id, reason, staffRoles: [] })).toMatchObject({
      code: 'unchanged',
    });
    expect(await me(browser)).not.toBeNull();
    expect(await auditOf(person.id)).toEqual([]);
  });
});

describe('an own account', () => {
  it('is changed by somebody else only', async () => {
    const change = { accountId: admin.id, reason };
    const answers = [
      await people().suspend(change),
      await people().restore(change),
      await people().changeRoles({ ...change, staffRoles: [] }),
      await people().endSessions(change),
    ];
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, code: 'own_account' });
    expect((await people().get({ accountId: admin.id })).changes).toEqual([]);
  });
});

describe('admins', () => {
  it('are never none, whoever suspends whom at the same time', async () => {
    const other = await addPerson('Otto', ['buyer', 'admin']);
    const answers = await Promise.all([
      people(admin).suspend({ accountId: other.id, reason }),
      people(other).suspend({ accountId: admin.id, reason }),
    ]);
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: 'last_admin' });
    const [left, gone] = answers[0].ok ? [admin, other] : [other, admin];
    await people(left).restore({ accountId: gone.id, reason });
    await people(admin).changeRoles({ accountId: other.id, reason, staffRoles: [] });
  });

  it('are never none, whoever takes the role from whom at the same time', async () => {
    const other = await addPerson('Otto', ['buyer', 'admin']);
    const answers = await Promise.all([
      people(admin).changeRoles({ accountId: other.id, reason, staffRoles: [] }),
      people(other).changeRoles({ accountId: admin.id, reason, staffRoles: [] }),
    ]);
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    const [left, gone] = answers[0].ok ? [admin, other] : [other, admin];
    await people(left).changeRoles({ accountId: gone.id, reason, staffRoles: ['admin'] });
    await people(admin).changeRoles({ accountId: other.id, reason, staffRoles: [] });
  });
});

describe('ending sessions', () => {
  it('signs one browser out, or all of them', async () => {
    const person = await addPerson();
    const browsers = [await bff.browse(person), await bff.browse(person), await bff.browse(person)];
    const { sessions } = await people().get({ accountId: person.id });
    expect(sessions).toHaveLength(3);
    await people().endSessions({ accountId: person.id, reason, sessionId: sessions[0]?.id ?? '' });
    const left = (await Promise.all(browsers.map(me))).filter((account) => account !== null);
    expect(left).toHaveLength(2);
    await people().endSessions({ accountId: person.id, reason });
    expect(await Promise.all(browsers.map(me))).toEqual([null, null, null]);
    expect((await auditOf(person.id)).map(({ details }) => details)).toEqual([
      { sessionId: 'all' },
      { sessionId: sessions[0]?.id },
    ]);
  });

  it("never ends somebody else's by naming them", async () => {
    const [person, other] = [await addPerson(), await addPerson()];
    const browser = await bff.browse(other);
    const { sessions } = await people().get({ accountId: other.id });
    await people().endSessions({ accountId: person.id, reason, sessionId: sessions[0]?.id ?? '' });
    expect(await me(browser)).not.toBeNull();
  });
});

describe('support', () => {
  it('sees people and signs browsers out, and changes nothing else', async () => {
    const person = await addPerson();
    expect((await people(support).get({ accountId: person.id })).changes).toEqual(['endSessions']);
    expect(await people(support).endSessions({ accountId: person.id, reason })).toEqual({ ok: true });
    const change = { accountId: person.id, reason };
    await expect(people(support).suspend(change)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(people(support).changeRoles({ ...change, staffRoles: ['admin'] })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('leaves the staff alone', async () => {
    expect(await people(support).endSessions({ accountId: admin.id, reason })).toMatchObject({
      code: 'staff_account',
    });
  });
});

describe('the list', () => {
  it('finds a whole address whatever its case, and no part of one', async () => {
    const person = await addPerson();
    const found = await people().list({ query: ` ${person.email.toUpperCase()} ` });
    expect(found.items.map(({ id, email }) => [id, email])).toEqual([[person.id, person.email]]);
    expect((await people().list({ query: person.email.slice(1) })).items).toEqual([]);
  });

  it('finds names by how they begin; what means something to the database means nothing', async () => {
    const person = await addPerson('Zoë_100% Quixote');
    const ids = async (query: string) => (await people().list({ query })).items.map(({ id }) => id);
    expect(await ids('zoë_1')).toEqual([person.id]);
    expect(await ids('zoë_100%')).toEqual([person.id]);
    expect(await ids('zo%')).toEqual([]);
    expect(await ids('zoë1')).toEqual([]);
    expect(await ids('\\')).toEqual([]);
  });

  it('filters by role and by status', async () => {
    const person = await addPerson('Filtered');
    await people().suspend({ accountId: person.id, reason });
    const suspended = await people().list({ query: 'Filtered', status: 'suspended' });
    expect(suspended.items).toMatchObject([{ id: person.id, status: 'suspended', roles: ['buyer'] }]);
    expect((await people().list({ query: 'Filtered', status: 'active' })).items).toEqual([]);
    const staff = await people().list({ role: 'support' });
    expect(staff.items.map(({ id }) => id)).toEqual([support.id]);
  });

  it('pages through everybody once, there and back', async () => {
    const names = ['Page 1', 'Page 2', 'Page 3', 'Page 4', 'Page 5'];
    for (const name of names) await addPerson(name);
    const list = (from: { olderThan?: string; newerThan?: string }) =>
      people().list({ query: 'Page ', pageSize: 2, ...from });
    const first = await list({});
    const second = await list({ olderThan: first.olderThan ?? '' });
    const third = await list({ olderThan: second.olderThan ?? '' });
    const shown = [first, second, third].map(({ items }) => items.map(({ displayName }) => displayName));
    expect(shown).toEqual([['Page 5', 'Page 4'], ['Page 3', 'Page 2'], ['Page 1']]);
    expect([first.newerThan, third.olderThan]).toEqual([null, null]);
    const back = await list({ newerThan: third.newerThan ?? '' });
    expect(back.items).toEqual(second.items);
    const start = await list({ newerThan: back.newerThan ?? '' });
    expect(start).toMatchObject({ items: first.items, newerThan: null });
  });
});

describe('the figures', () => {
  it('count accounts, those of today, suspended ones and sellers', async () => {
    const before = await people().figures();
    const person = await addPerson();
    await people().suspend({ accountId: person.id, reason });
    await market.addSeller();
    expect(await people().figures()).toEqual({
      accounts: before.accounts + 2,
      newToday: before.newToday + 2,
      suspended: before.suspended + 1,
      sellers: before.sellers + 1,
    });
  });
});

describe('names', () => {
  it('are told of those who exist', async () => {
    const accountIds = [admin.id, '0190d3c8-0000-7000-8000-000000000001'];
    expect(await people().names({ accountIds })).toEqual([{ id: admin.id, displayName: 'Ada Admin' }]);
  });
});
