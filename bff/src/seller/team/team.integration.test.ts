import { type Account, inviteMemberResult, type SellerPermission, teamSchema } from '@plaza/contracts';
import { createTestDatabase, type TestDatabase } from '@plaza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailedToken, waitingMails } from '../../testing/mailed-link.ts';
import { startTestBff, type TestBff, type TestBrowser } from '../../testing/start-test-bff.ts';
import { openTestMarket, TestClock, type TestMarket } from '../../testing/test-market.ts';
import { INVITATION_LIFE_MS } from './team.mails.ts';

let database: TestDatabase;
let clock: TestClock;
let market: TestMarket;
let bff: TestBff;

beforeAll(async () => {
  database = await createTestDatabase();
  clock = new TestClock();
  market = await openTestMarket({ databaseUrl: database.url, clock });
  bff = await startTestBff(market.services);
});
afterAll(async () => {
  await bff.close();
  await database.drop();
});

async function openShop() {
  const seller = await market.addSeller();
  return { ...seller, owner: await bff.browse(seller.account) };
}
const invite = (asker: TestBrowser, email: string, permissions: SellerPermission[]) =>
  asker.mutate('team.invite', { email, permissions });
const tokenFor = ({ email }: Account) => mailedToken(market.services, email, 'team-invitation');

/** Somebody who has accepted. */
async function addMember(asker: TestBrowser, permissions: SellerPermission[], name = 'Mia') {
  const account = await market.addAccount(name);
  expect((await invite(asker, account.email, permissions)).data).toMatchObject({ ok: true });
  const browser = await bff.browse(account);
  const joined = await browser.mutate('team.join', { token: await tokenFor(account) });
  expect(joined.data).toMatchObject({ ok: true });
  return { account, browser };
}
const change = (asker: TestBrowser, { id: accountId }: Account, permissions: SellerPermission[]) =>
  asker.mutate('team.changeMember', { accountId, permissions });
const listOf = async (asker: TestBrowser) => teamSchema.parse((await asker.query('team.list')).data);

describe('somebody who is invited', () => {
  it('may do at once what was given, and nothing else; the owner hears of it', async () => {
    const { owner, account: ownerAccount } = await openShop();
    const { account, browser } = await addMember(owner, ['orders']);
    expect((await browser.query('fulfilment.list', {})).status).toBe(200);
    expect((await browser.query('catalog.listListings', {})).status).toBe(403);
    expect((await browser.query('team.list')).status).toBe(403);
    const mails = await waitingMails(market.services, ownerAccount.email);
    expect(mails.map(({ template }) => template)).toContain('team-member-joined');
    const { members, invitations } = await listOf(owner);
    expect(members.map(({ isOwner, permissions }) => [isOwner, permissions])).toEqual([
      [true, ['listings', 'orders', 'figures', 'team']],
      [false, ['orders']],
    ]);
    expect([members[1]?.email, invitations]).toEqual([account.email, []]);
  });

  it('accepts once, by the account of the address, in time, and while it is not withdrawn', async () => {
    const { owner } = await openShop();
    const account = await market.addAccount('Ned');
    await invite(owner, account.email, ['orders']);
    const first = await tokenFor(account);
    await invite(owner, account.email, ['listings']);
    const token = await tokenFor(account);
    const [browser, stranger] = [await bff.browse(account), await bff.browse(await market.addAccount('Eve'))];
    const codeOf = async (asker: TestBrowser, shown: string) =>
      (await asker.mutate('team.join', { token: shown })).data;
    expect(await codeOf(stranger, token)).toMatchObject({ code: 'other_address' });
    expect(await codeOf(browser, first)).toMatchObject({ code: 'link_invalid' });
    const looked = await browser.mutate('team.openInvitation', { token });
    expect(looked.data).toMatchObject({ ok: true, permissions: ['listings'] });
    const answers = await Promise.all([
      codeOf(browser, token),
      codeOf(browser, token),
      codeOf(browser, token),
    ]);
    expect(answers.filter((answer) => JSON.stringify(answer).includes('"ok":true'))).toHaveLength(1);

    const late = await market.addAccount('Liv');
    await invite(owner, late.email, ['orders']);
    const lateToken = await tokenFor(late);
    clock.advance(INVITATION_LIFE_MS);
    expect(await codeOf(await bff.browse(late), lateToken)).toMatchObject({ code: 'link_invalid' });

    const { owner: another } = await openShop();
    const unwanted = await market.addAccount('Una');
    const sent = inviteMemberResult.parse((await invite(another, unwanted.email, ['orders'])).data);
    if (!sent.ok) throw new Error(sent.message);
    await another.mutate('team.cancelInvitation', { invitationId: sent.invitation.id });
    const unwantedToken = await tokenFor(unwanted);
    expect(await codeOf(await bff.browse(unwanted), unwantedToken)).toMatchObject({ code: 'link_invalid' });
  });

  it('works for one shop: who sells already is not taken', async () => {
    const [{ owner }, { account, owner: other }] = [await openShop(), await openShop()];
    await invite(owner, account.email, ['orders']);
    const joined = await other.mutate('team.join', { token: await tokenFor(account) });
    expect(joined.data).toMatchObject({ ok: false, code: 'sells_already' });
  });
});

describe('rights in a team', () => {
  it('change at once in every browser of the member, who is told', async () => {
    const { owner } = await openShop();
    const { account, browser } = await addMember(owner, ['orders']);
    expect((await change(owner, account, ['listings'])).data).toEqual({ ok: true });
    expect((await browser.query('fulfilment.list', {})).status).toBe(403);
    expect((await browser.query('catalog.listListings', {})).status).toBe(200);
    expect((await owner.mutate('team.removeMember', { accountId: account.id })).data).toEqual({ ok: true });
    expect((await browser.query('catalog.listListings', {})).status).toBe(403);
    expect((await browser.query('identity.me')).data).toMatchObject({ seller: null, roles: ['buyer'] });
    const mails = await waitingMails(market.services, account.email);
    expect(mails.map(({ template }) => template)).toEqual(
      expect.arrayContaining(['team-member-changed', 'team-member-removed']),
    );
  });

  it('are given and taken by nobody who does not have them, and never from the owner', async () => {
    const { owner, account: ownerAccount } = await openShop();
    const manager = await addMember(owner, ['team', 'orders'], 'Max');
    const { account: seller } = await addMember(owner, ['listings', 'orders'], 'Sam');
    const { account: packer } = await addMember(manager.browser, ['orders'], 'Pia');
    const notYours = { ok: false, code: 'permission_not_yours' };
    expect((await invite(manager.browser, 'new@plaza.test', ['orders', 'figures'])).data).toMatchObject(
      notYours,
    );
    expect((await change(manager.browser, packer, ['orders', 'listings'])).data).toMatchObject(notYours);
    expect((await change(manager.browser, seller, ['orders'])).data).toMatchObject(notYours);
    const removed = await manager.browser.mutate('team.removeMember', { accountId: seller.id });
    expect(removed.data).toMatchObject(notYours);
    expect((await change(manager.browser, seller, ['listings'])).data).toEqual({ ok: true });
    expect((await change(manager.browser, manager.account, ['team'])).data).toMatchObject({
      code: 'is_self',
    });
    expect((await change(manager.browser, ownerAccount, ['team'])).data).toMatchObject({ code: 'is_owner' });
    expect((await change(owner, ownerAccount, ['team'])).data).toMatchObject({ code: 'is_owner' });
  });

  it('that are lost take the invitations along that somebody has sent with them', async () => {
    const { owner } = await openShop();
    const { account, browser } = await addMember(owner, ['team', 'orders']);
    await invite(browser, 'friend@plaza.test', ['orders']);
    await change(owner, account, ['orders']);
    expect((await listOf(owner)).invitations).toEqual([]);
  });

  it('are given only by who has just shown who they are, and every step is in the log', async () => {
    const { owner, id } = await openShop();
    const { account } = await addMember(owner, ['orders']);
    clock.advance(11 * 60_000);
    expect((await invite(owner, 'late@plaza.test', ['orders'])).status).toBe(403);
    expect((await change(owner, account, ['listings'])).status).toBe(403);
    await owner.mutate('team.removeMember', { accountId: account.id });
    const rows = await market.services.database.client`
      select action from audit_entry where subject_id = ${id} and action like 'seller.member%' order by seq`;
    expect(rows.map(({ action }) => action)).toEqual([
      'seller.member_invited',
      'seller.member_joined',
      'seller.member_removed',
    ]);
  });
});
