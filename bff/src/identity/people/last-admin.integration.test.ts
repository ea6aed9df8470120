import type { Account } from '@plaza/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPeopleMarket, type PeopleMarket, reason } from '../../testing/people-market.ts';

let office: PeopleMarket;
beforeAll(async () => {
  office = await openPeopleMarket();
});
afterAll(() => office.close());

let one: Account;
let other: Account;
beforeEach(async () => {
  // These two are admins, and nobody else.
  await office.market.services.database.client`update account set roles = '{buyer}'`;
  one = await office.addPerson('Olga', ['buyer', 'admin']);
  other = await office.addPerson('Otto', ['buyer', 'admin']);
});

describe('admins', () => {
  it('are never none, whoever suspends whom at the same time', async () => {
    const answers = await Promise.all([
      office.people(one).suspend({ accountId: other.id, reason }),
      office.people(other).suspend({ accountId: one.id, reason }),
    ]);
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: 'last_admin' });
  });

  it('are never none, whoever takes the role from whom at the same time', async () => {
    const answers = await Promise.all([
      office.people(one).changeRoles({ accountId: other.id, reason, staffRoles: [] }),
      office.people(other).changeRoles({ accountId: one.id, reason, staffRoles: [] }),
    ]);
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  });
});
