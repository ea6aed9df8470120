import type { Account } from '@plaza/contracts';
import { createTestDatabase, type TestDatabase } from '@plaza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReleaseClient, manifestOf, type ReleaseClient } from '../testing/release-market.ts';
import { startTestBff, type TestBff } from '../testing/start-test-bff.ts';
import { openTestMarket, TestClock, type TestMarket } from '../testing/test-market.ts';

const clock = new TestClock();
const reason = 'A test of rights';
const [ours, theirs] = [manifestOf('ours', 'one'), manifestOf('theirs', 'one')];
let database: TestDatabase;
let market: TestMarket;
let bff: TestBff;
let client: ReleaseClient;
let admin: Account;
let developer: Account;
beforeAll(async () => {
  database = await createTestDatabase();
  market = await openTestMarket({ databaseUrl: database.url, clock });
  bff = await startTestBff(market.services);
  client = createReleaseClient(bff, market.services);
  admin = await market.addAccount('Ada', ['buyer', 'admin']);
  developer = await market.addAccount('Dev', ['buyer', 'developer']);
  for (const manifest of [ours, theirs]) await client.register(manifest);
  await market.visit(admin).release.addMember({ frontend: 'ours', email: developer.email, reason });
});
afterAll(async () => {
  await bff.close();
  await database.drop();
});

const createToken = async () => {
  const made = await market
    .visit(developer)
    .release.createToken({ frontend: 'ours', name: 'CI', expiresInDays: 30 });
  if (!made.ok) throw new Error(made.message);
  return made;
};

describe('a developer', () => {
  it('changes what visitors get of the frontends of their team, and sees the others', async () => {
    const { release } = market.visit(developer);
    const { rollouts } = await release.list();
    expect(rollouts.map(({ frontend, isOwn }) => [frontend, isOwn])).toEqual([
      ['ours', true],
      ['theirs', false],
    ]);
    const { version } = ours.release;
    expect(await release.activate({ frontend: 'ours', version, reason })).toMatchObject({
      ok: true,
      rollout: { stable: { version }, isOwn: true },
    });
    for (const frontend of ['theirs', 'nobodys'])
      await expect(
        release.activate({ frontend, version: theirs.release.version, reason }),
      ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await release.get({ frontend: 'theirs' })).tokens).toEqual([]);
  });

  it('is made a member by an admin, and loses with the membership what it gave', async () => {
    const staff = market.visit(admin).release;
    const guest = await market.addAccount('Gus', ['buyer', 'developer']);
    const about = { frontend: 'theirs', reason };
    const add = { ...about, email: guest.email };
    expect(await staff.addMember(add)).toEqual({ ok: true });
    expect(await staff.addMember(add)).toEqual({ ok: true });
    const { members } = await staff.get({ frontend: 'theirs' });
    expect(members).toEqual([{ accountId: guest.id, name: guest.displayName, email: guest.email }]);
    const visit = market.visit(guest).release;
    expect(await visit.switchOff(about)).toMatchObject({ ok: true });
    await staff.removeMember({ ...about, accountId: guest.id });
    await expect(visit.switchOn(about)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(staff.removeMember({ ...about, accountId: guest.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('is told from another of the same name by their address, which those of other teams do not see', async () => {
    const about = { frontend: 'theirs', reason };
    const namesakes = [
      await market.addAccount('Sam', ['buyer', 'developer']),
      await market.addAccount('Sam', ['buyer', 'developer']),
    ];
    for (const { email } of namesakes) await market.visit(admin).release.addMember({ ...about, email });
    const emailsFor = async (reader: Account) =>
      (await market.visit(reader).release.get(about)).members.map(({ email }) => email);
    const emails = namesakes.map(({ email }) => email);
    expect(new Set(emails).size).toBe(2);
    for (const reader of [admin, ...namesakes]) expect(await emailsFor(reader)).toEqual(emails);
    expect(await emailsFor(developer)).toEqual([null, null]);
    for (const { id } of namesakes)
      await market.visit(admin).release.removeMember({ ...about, accountId: id });
  });

  it('has to be one: neither strangers nor buyers become members', async () => {
    const staff = market.visit(admin).release;
    const buyer = await market.addAccount('Bea');
    const add = (email: string) => staff.addMember({ frontend: 'ours', email, reason });
    expect(await add(buyer.email)).toMatchObject({ ok: false, code: 'not_staff' });
    expect(await add('nobody@plaza.test')).toMatchObject({ ok: false, code: 'unknown_account' });
  });
});

describe('a release token', () => {
  it('releases its frontend and no other, and is named in the history', async () => {
    const { token, releaseToken } = await createToken();
    const two = manifestOf('ours', 'two');
    expect(await client.register(two, token)).toMatchObject({ status: 200 });
    expect(await client.activate(two, token)).toMatchObject({ status: 200 });
    expect(await client.register(manifestOf('theirs', 'two'), token)).toMatchObject({
      status: 403,
      body: { error: { message: 'This token is for ours, not for theirs.' } },
    });
    expect(await client.activate(theirs, token)).toMatchObject({ status: 403 });
    const { changes, tokens } = await market.visit(developer).release.get({ frontend: 'ours' });
    expect(changes[0]).toMatchObject({ action: 'activated', by: 'CI' });
    expect(tokens).toContainEqual({ ...releaseToken, lastUsedAt: clock.now().toISOString() });
    expect(JSON.stringify(await market.services.database.client`select * from release_token`)).not.toContain(
      token,
    );
  });

  it('works until it is ended, by its own team, or too old', async () => {
    const [ended, old] = [await createToken(), await createToken()];
    const end = { frontend: 'ours', tokenId: ended.releaseToken.id };
    const foreign = market.visit(await market.addAccount('Eve', ['buyer', 'developer'])).release;
    await expect(foreign.endToken(end)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await client.register(ours, ended.token)).toMatchObject({ status: 200 });
    await market.visit(developer).release.endToken(end);
    expect(await client.register(ours, ended.token)).toMatchObject({ status: 401 });
    expect(await client.register(ours, old.token)).toMatchObject({ status: 200 });
    await market.services.database.client`
      update release_token set expires_at = created_at where id = ${old.releaseToken.id}`;
    expect(await client.register(ours, old.token)).toMatchObject({ status: 401 });
    expect(await client.register(ours, 'plaza_release_made-up')).toMatchObject({ status: 401 });
  });

  it('ends with the right to release of whoever has made it', async () => {
    const staff = market.visit(admin).release;
    const frontend = 'theirs';
    const tokenOf = async (name: string) => {
      const { id, email } = await market.addAccount(name, ['buyer', 'developer']);
      await staff.addMember({ frontend, email, reason });
      const visit = market.visit(await market.readAccount(id)).release;
      const made = await visit.createToken({ frontend, name: 'CI', expiresInDays: 30 });
      if (!made.ok) throw new Error(made.message);
      return { accountId: id, token: made.token };
    };
    const [left, demoted, suspended] = [await tokenOf('Lea'), await tokenOf('Dan'), await tokenOf('Sam')];
    const works = async ({ token }: { token: string }) => (await client.register(theirs, token)).status;
    expect(await Promise.all([left, demoted, suspended].map(works))).toEqual([200, 200, 200]);
    await staff.removeMember({ frontend, accountId: left.accountId, reason });
    const { people } = market.visit(admin);
    await people.changeRoles({ accountId: demoted.accountId, staffRoles: ['support'], reason });
    await people.suspend({ accountId: suspended.accountId, reason });
    expect(await Promise.all([left, demoted, suspended].map(works))).toEqual([401, 401, 401]);
    expect((await staff.get({ frontend })).members).toEqual([]);
  });

  it('opens nothing that is between processes', async () => {
    const { token } = await createToken();
    for (const path of ['/internal/releases/registry', '/internal/releases/adopt'])
      expect(
        (
          await client.ask(path, path.endsWith('adopt') ? {} : undefined, {
            authorization: `Bearer ${token}`,
          })
        ).status,
      ).toBe(401);
  });
});

describe('a browser of the staff', () => {
  const readOverride = (cookie: string, version: string | null, frontend = 'ours') =>
    client.ask('/internal/releases/override', { cookie, frontend, version });

  it('may see another release of what its team works on', async () => {
    const browser = await bff.browse(developer);
    const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ');
    expect((await readOverride(cookie, ours.release.version)).body).toEqual({
      ok: true,
      release: ours.release,
    });
    expect((await readOverride(cookie, null)).body).toEqual({ ok: true, release: null });
    expect((await readOverride(cookie, '0000000000000000')).body).toMatchObject({ code: 'unknown_release' });
    expect((await readOverride(cookie, null, 'theirs')).body).toMatchObject({ code: 'not_allowed' });
    expect((await readOverride(cookie, null, 'not-released-yet')).body).toEqual({ ok: true, release: null });
    expect((await readOverride('', null, 'not-released-yet')).body).toMatchObject({ code: 'not_allowed' });
    expect((await readOverride('', null)).body).toMatchObject({ code: 'not_allowed' });
    const byPassword = await bff.browse(developer, undefined, ['password']);
    const weak = [...byPassword.cookies].map((pair) => pair.join('=')).join('; ');
    expect((await readOverride(weak, null)).body).toMatchObject({ code: 'not_allowed' });
  });

  it('joins internal canaries by a cookie, and leaves them', async () => {
    const browser = await bff.browse(developer);
    expect((await browser.query('release.internalVisit')).data).toEqual({ isJoined: false });
    await browser.mutate('release.joinInternal');
    expect((await browser.query('release.internalVisit')).data).toEqual({ isJoined: true });
    await browser.mutate('release.leaveInternal');
    expect((await browser.query('release.internalVisit')).data).toEqual({ isJoined: false });
  });
});
