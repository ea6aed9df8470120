import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPeopleMarket, type PeopleMarket, reason } from '../../testing/people-market.ts';

let office: PeopleMarket;
beforeAll(async () => {
  office = await openPeopleMarket();
});
afterAll(() => office.close());

describe('roles', () => {
  it('of the staff are given and taken, the others stay, and every session ends', async () => {
    const seller = (await office.market.addSeller()).account;
    const browser = await office.bff.browse(seller);
    expect(await office.me(browser)).not.toBeNull();
    const changed = await office
      .people()
      .changeRoles({ accountId: seller.id, reason, staffRoles: ['support'] });
    expect(changed).toEqual({ ok: true });
    expect(await office.me(browser)).toBeNull();
    expect((await office.market.readAccount(seller.id)).roles.toSorted()).toEqual([
      'buyer',
      'seller',
      'support',
    ]);
    expect(await office.auditOf(seller.id)).toMatchObject([
      { action: 'account.roles_changed', reason, details: { staffRoles: ['support'] } },
    ]);
    await office.people().changeRoles({ accountId: seller.id, reason, staffRoles: [] });
    expect((await office.market.readAccount(seller.id)).roles.toSorted()).toEqual(['buyer', 'seller']);
  });

  it('that are there already change nothing', async () => {
    const person = await office.addPerson();
    const browser = await office.bff.browse(person);
    expect(await office.people().changeRoles({ accountId: person.id, reason, staffRoles: [] })).toMatchObject(
      {
        code: 'unchanged',
      },
    );
    expect(await office.me(browser)).not.toBeNull();
    expect(await office.auditOf(person.id)).toEqual([]);
  });
});

describe('an own account', () => {
  it('is changed by somebody else only', async () => {
    const change = { accountId: office.admin.id, reason };
    const answers = [
      await office.people().suspend(change),
      await office.people().restore(change),
      await office.people().changeRoles({ ...change, staffRoles: [] }),
      await office.people().endSessions(change),
    ];
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, code: 'own_account' });
    expect((await office.people().get({ accountId: office.admin.id })).changes).toEqual([]);
  });
});

describe('support', () => {
  it('sees people and signs browsers out, and changes nothing else', async () => {
    const person = await office.addPerson();
    expect((await office.people(office.support).get({ accountId: person.id })).changes).toEqual([
      'endSessions',
    ]);
    expect(await office.people(office.support).endSessions({ accountId: person.id, reason })).toEqual({
      ok: true,
    });
    const change = { accountId: person.id, reason };
    await expect(office.people(office.support).suspend(change)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(
      office.people(office.support).changeRoles({ ...change, staffRoles: ['admin'] }),
    ).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('leaves the staff alone', async () => {
    expect(
      await office.people(office.support).endSessions({ accountId: office.admin.id, reason }),
    ).toMatchObject({
      code: 'staff_account',
    });
  });
});
