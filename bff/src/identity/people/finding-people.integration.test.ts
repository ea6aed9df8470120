import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPeopleMarket, type PeopleMarket, reason } from '../../testing/people-market.ts';

let office: PeopleMarket;
beforeAll(async () => {
  office = await openPeopleMarket();
});
afterAll(() => office.close());

describe('the list', () => {
  it('finds a whole address whatever its case, and no part of one', async () => {
    const person = await office.addPerson();
    const found = await office.people().list({ query: ` ${person.email.toUpperCase()} ` });
    expect(found.items.map(({ id, email }) => [id, email])).toEqual([[person.id, person.email]]);
    expect((await office.people().list({ query: person.email.slice(1) })).items).toEqual([]);
  });

  it('finds names by how they begin; what means something to the database means nothing', async () => {
    const person = await office.addPerson('Zoë_100% Quixote');
    const ids = async (query: string) => (await office.people().list({ query })).items.map(({ id }) => id);
    expect(await ids('zoë_1')).toEqual([person.id]);
    expect(await ids('zoë_100%')).toEqual([person.id]);
    expect(await ids('zo%')).toEqual([]);
    expect(await ids('zoë1')).toEqual([]);
    expect(await ids('\\')).toEqual([]);
  });

  it('filters by role and by status', async () => {
    const person = await office.addPerson('Filtered');
    await office.people().suspend({ accountId: person.id, reason });
    const suspended = await office.people().list({ query: 'Filtered', status: 'suspended' });
    expect(suspended.items).toMatchObject([{ id: person.id, status: 'suspended', roles: ['buyer'] }]);
    expect((await office.people().list({ query: 'Filtered', status: 'active' })).items).toEqual([]);
    const staff = await office.people().list({ role: 'support' });
    expect(staff.items.map(({ id }) => id)).toEqual([office.support.id]);
  });

  it('pages through everybody once, there and back', async () => {
    const names = ['Page 1', 'Page 2', 'Page 3', 'Page 4', 'Page 5'];
    for (const name of names) await office.addPerson(name);
    const list = (from: { olderThan?: string; newerThan?: string }) =>
      office.people().list({ query: 'Page ', pageSize: 2, ...from });
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
    const before = await office.people().figures();
    const person = await office.addPerson();
    await office.people().suspend({ accountId: person.id, reason });
    await office.market.addSeller();
    expect(await office.people().figures()).toEqual({
      accounts: before.accounts + 2,
      newToday: before.newToday + 2,
      suspended: before.suspended + 1,
      sellers: before.sellers + 1,
    });
  });
});

describe('names', () => {
  it('are told of those who exist', async () => {
    const accountIds = [office.admin.id, '0190d3c8-0000-7000-8000-000000000001'];
    expect(await office.people().names({ accountIds })).toEqual([
      { id: office.admin.id, displayName: 'Ada Admin' },
    ]);
  });
});
