import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDevice } from '../../testing/access-factors.ts';
import { addAccessToken } from '../../testing/access-programs.ts';
import { openPeopleMarket, type PeopleMarket, reason } from '../../testing/people-market.ts';

let office: PeopleMarket;
beforeAll(async () => {
  office = await openPeopleMarket();
});
afterAll(() => office.close());

/** Somebody with a program, and with a browser that is spared the second step. */
async function addPersonWithProgram() {
  const person = await office.addPerson();
  const token = await addAccessToken(office.market, person);
  await addDevice(office.market, person);
  return { person, token };
}
/** What is left of that: remembered browsers, refresh tokens, and what the program is answered. */
async function accessOf({ person, token }: Awaited<ReturnType<typeof addPersonWithProgram>>) {
  const { client } = office.market.services.database;
  const devices = await client`select from remembered_device where account_id = ${person.id}`;
  const tokens = await client`
    select from api_refresh_token t join api_client c on c.id = t.client_id where c.account_id = ${person.id}`;
  const program = await office.bff.browse();
  const { status } = await program.query('order.list', {}, { authorization: `Bearer ${token}` });
  return { devices: devices.length, refreshTokens: tokens.length, status };
}

describe('suspending', () => {
  it('ends programs and forgets browsers for good, also when the account is restored', async () => {
    const made = await addPersonWithProgram();
    const accountId = made.person.id;
    expect(await accessOf(made)).toEqual({ devices: 1, refreshTokens: 1, status: 200 });
    await office.people().suspend({ accountId, reason });
    await office.people().restore({ accountId, reason });
    expect(await accessOf(made)).toEqual({ devices: 0, refreshTokens: 0, status: 401 });
  });

  it('ends every session at once, and restoring lets sessions begin again', async () => {
    const person = await office.addPerson();
    const [desk, phone] = await Promise.all([office.bff.browse(person), office.bff.browse(person)]);
    expect([await office.me(desk), await office.me(phone)]).toMatchObject([
      { id: person.id },
      { id: person.id },
    ]);
    expect(await office.people().suspend({ accountId: person.id, reason })).toEqual({ ok: true });
    expect([await office.me(desk), await office.me(phone)]).toEqual([null, null]);
    expect(await office.people().get({ accountId: person.id })).toMatchObject({
      status: 'suspended',
      sessions: [],
    });
    expect(await office.people().restore({ accountId: person.id, reason })).toEqual({ ok: true });
    expect(await office.people().get({ accountId: person.id })).toMatchObject({ status: 'active' });
    expect(await office.me(await office.bff.browse(person))).toMatchObject({ id: person.id });
  });

  it('is written to the audit log with who, whom and why', async () => {
    const person = await office.addPerson();
    await office.people().suspend({ accountId: person.id, reason });
    await office.people().restore({ accountId: person.id, reason: 'It was a mistake' });
    const by = { kind: 'admin', accountId: office.admin.id };
    expect(await office.auditOf(person.id)).toMatchObject([
      { action: 'account.restored', actor: by, reason: 'It was a mistake' },
      { action: 'account.suspended', actor: by, reason },
    ]);
  });

  it('is refused for what is suspended already, and restoring for what is not; neither is written down', async () => {
    const person = await office.addPerson();
    expect(await office.people().restore({ accountId: person.id, reason })).toMatchObject({
      code: 'wrong_status',
    });
    expect(await office.auditOf(person.id)).toEqual([]);
    await office.people().suspend({ accountId: person.id, reason });
    expect(await office.people().suspend({ accountId: person.id, reason })).toMatchObject({
      code: 'wrong_status',
    });
    expect(await office.auditOf(person.id)).toHaveLength(1);
  });

  it.each(['', '  ', 'ab', 'x'.repeat(501)])('needs a reason, which %j is not', async (none) => {
    const person = await office.addPerson();
    await expect(office.people().suspend({ accountId: person.id, reason: none })).rejects.toThrow();
    expect(await office.people().get({ accountId: person.id })).toMatchObject({ status: 'active' });
  });

  it('asks who has been signed in for a while to show anew who they are', async () => {
    const person = await office.addPerson();
    const desk = await office.bff.browse(office.admin);
    await office.market.services.database.client`
      update session set proved_at = now() - interval '11 minutes' where account_id = ${office.admin.id}`;
    const answer = await desk.mutate('people.suspend', { accountId: person.id, reason });
    expect([answer.status, answer.error?.code]).toEqual([403, 'FORBIDDEN']);
    expect((await desk.query('people.get', { accountId: person.id })).data).toMatchObject({
      status: 'active',
    });
  });

  it('of nobody is not found', async () => {
    const accountId = '0190d3c8-0000-7000-8000-000000000001';
    await expect(office.people().suspend({ accountId, reason })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('ending sessions', () => {
  it('ends programs and forgets browsers when all are ended, and not with one', async () => {
    const made = await addPersonWithProgram();
    const accountId = made.person.id;
    await office.bff.browse(made.person);
    const { sessions } = await office.people().get({ accountId });
    await office.people().endSessions({ accountId, reason, sessionId: sessions[0]?.id ?? '' });
    expect(await accessOf(made)).toEqual({ devices: 1, refreshTokens: 1, status: 200 });
    await office.people().endSessions({ accountId, reason });
    expect(await accessOf(made)).toEqual({ devices: 0, refreshTokens: 0, status: 401 });
  });

  it('signs one browser out, or all of them', async () => {
    const person = await office.addPerson();
    const browsers = [
      await office.bff.browse(person),
      await office.bff.browse(person),
      await office.bff.browse(person),
    ];
    const { sessions } = await office.people().get({ accountId: person.id });
    expect(sessions).toHaveLength(3);
    await office.people().endSessions({ accountId: person.id, reason, sessionId: sessions[0]?.id ?? '' });
    const left = (await Promise.all(browsers.map(office.me))).filter((account) => account !== null);
    expect(left).toHaveLength(2);
    await office.people().endSessions({ accountId: person.id, reason });
    expect(await Promise.all(browsers.map(office.me))).toEqual([null, null, null]);
    expect((await office.auditOf(person.id)).map(({ details }) => details)).toEqual([
      { sessionId: 'all' },
      { sessionId: sessions[0]?.id },
    ]);
  });

  it("never ends somebody else's by naming them", async () => {
    const [person, other] = [await office.addPerson(), await office.addPerson()];
    const browser = await office.bff.browse(other);
    const { sessions } = await office.people().get({ accountId: other.id });
    await office.people().endSessions({ accountId: person.id, reason, sessionId: sessions[0]?.id ?? '' });
    expect(await office.me(browser)).not.toBeNull();
  });
});
