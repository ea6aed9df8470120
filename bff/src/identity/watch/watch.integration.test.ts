import type { Account } from '@plaza/contracts';
import { createTestDatabase, type TestDatabase } from '@plaza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailedToken, waitingMails } from '../../testing/mailed-link.ts';
import { createPeople, PASSWORD, signInWithPuzzle } from '../../testing/people-with-passwords.ts';
import { startTestBff, type TestBff, type TestBrowser } from '../../testing/start-test-bff.ts';
import { openTestMarket, TestClock, type TestMarket } from '../../testing/test-market.ts';
import { hashToken } from '../tokens.ts';
import { settleWatch } from './note-sign-in.ts';
import { forgetSignIns } from './watch-jobs.ts';

let database: TestDatabase;
let market: TestMarket;
let bff: TestBff;
let addPerson: () => Promise<Account>;
const clock = new TestClock();

beforeAll(async () => {
  database = await createTestDatabase();
  market = await openTestMarket({ databaseUrl: database.url, clock });
  bff = await startTestBff(market.services);
  addPerson = await createPeople(market);
});
afterAll(async () => {
  await bff.close();
  await database.drop();
});

const [WASHINGTON, TOKYO] = ['8.8.8.8', '133.1.1.1'];
const browseFrom = (address: string) => bff.browse(undefined, address);
const signIn = async (browser: TestBrowser, email: string, password = PASSWORD) =>
  (await browser.mutate('identity.signIn', { email, password })).data;
const me = async (browser: TestBrowser) => (await browser.query('identity.me')).data;
const kindsOf = async (email: string) =>
  (await waitingMails(market.services, email)).map(({ template }) => template);
async function alerts(by: { accountId?: string; kind?: string }) {
  await settleWatch(market.services);
  return market.services.database.client`
    select kind, severity, status, evidence, network from security_alert
    where subject_key = coalesce(${by.accountId ?? null}, subject_key) and kind = coalesce(${by.kind ?? null}, kind)`;
}

describe('a browser', () => {
  it('is known after the first sign-in; the next new one is told to the owner', async () => {
    const { email } = await addPerson();
    const laptop = await browseFrom('192.0.2.1');
    expect(await signIn(laptop, email)).toMatchObject({ ok: true });
    expect(await signIn(laptop, email)).toMatchObject({ ok: true });
    expect(await kindsOf(email)).toEqual([]);
    expect(await signIn(await browseFrom('192.0.2.2'), email)).toMatchObject({ ok: true });
    expect(await kindsOf(email)).toEqual(['new-device']);
  });

  it('is not made known by a cookie that somebody else has put there', async () => {
    const { email } = await addPerson();
    const victim = await browseFrom('192.0.2.3');
    const planted = 'p'.repeat(43);
    victim.cookies.set('plaza_browser', planted);
    await signIn(victim, email);
    expect(victim.cookies.get('plaza_browser')).not.toBe(planted);
  });

  it('keeps its cookie when several people use it', async () => {
    const [one, other] = [await addPerson(), await addPerson()];
    const shared = await browseFrom('192.0.2.4');
    await signIn(shared, one.email);
    const cookie = shared.cookies.get('plaza_browser');
    await signIn(shared, other.email);
    await signIn(shared, one.email);
    expect(shared.cookies.get('plaza_browser')).toBe(cookie);
    expect(await kindsOf(one.email)).toEqual([]);
  });
});

describe('whoever wants to lock somebody out', () => {
  it('does not reach the browser that the owner uses, even from the same address', async () => {
    const { email } = await addPerson();
    const address = '192.0.2.10';
    const owner = await browseFrom(address);
    await signIn(owner, email);
    const attacker = await browseFrom(address);
    for (let guess = 0; guess < 8; guess += 1) await signInWithPuzzle(attacker, email, `guess ${guess}`);
    expect(await signInWithPuzzle(attacker, email)).toMatchObject({ code: 'too_many_attempts' });
    // And from all over the world.
    const everywhere = { name: 'sign-in-account', points: 100, durationS: 3_600 };
    for (let guess = 0; guess < 100; guess += 1)
      await market.services.rateLimits.consume(everywhere, hashToken(email));
    expect(await signInWithPuzzle(await browseFrom('192.0.2.11'), email)).toMatchObject({
      code: 'too_many_attempts',
    });
    expect(await signIn(owner, email)).toMatchObject({ ok: true });
  });

  it('has a small budget with the owner’s browser, too', async () => {
    const { email } = await addPerson();
    const stolen = await browseFrom('192.0.2.12');
    await signIn(stolen, email);
    for (let guess = 0; guess < 10; guess += 1) await signInWithPuzzle(stolen, email, `guess ${guess}`);
    expect(await signInWithPuzzle(stolen, email)).toMatchObject({ code: 'too_many_attempts' });
  });
});

describe('"this was not me"', () => {
  it('signs everybody out, forgets the password and every browser, and mails a way back; once', async () => {
    const { email, id } = await addPerson();
    const owner = await browseFrom('192.0.2.20');
    await signIn(owner, email);
    const thief = await browseFrom('192.0.2.21');
    await signIn(thief, email);
    const token = await mailedToken(market.services, email, 'new-device');
    const phone = await browseFrom('192.0.2.22');
    const say = async () => (await phone.mutate('watch.notMe', { token })).data;
    const answers = await Promise.all([say(), say(), say()]);
    expect(answers.filter((answer) => Object(answer).ok)).toHaveLength(1);
    expect(await say()).toMatchObject({ ok: false, code: 'link_invalid' });
    expect([await me(owner), await me(thief)]).toEqual([null, null]);
    expect(await signIn(owner, email)).toMatchObject({ code: 'wrong_credentials' });
    const reset = await mailedToken(market.services, email, 'reset-password');
    const password = 'another horse, another staple';
    expect((await phone.mutate('recovery.reset', { token: reset, password })).data).toMatchObject({
      ok: true,
    });
    const [browser] = await market.services.database.client`
      select count(*)::int as count from known_browser where account_id = ${id} and revoked_at is null`;
    expect(browser?.count).toBe(1);
    // The thief's browser is as strange as any other from now on.
    await signIn(thief, email, password);
    expect(await kindsOf(email)).toContain('new-device');
  });

  it.each(['', 'x', 'a'.repeat(43)])('is not said by %j', async (token) => {
    const browser = await browseFrom('192.0.2.23');
    expect((await browser.mutate('watch.notMe', { token })).data).toMatchObject({ code: 'link_invalid' });
  });
});

describe('attempts', () => {
  it('are listed to the owner with browser, method and outcome; of addresses only what is sealed is kept', async () => {
    const person = await addPerson();
    const browser = await browseFrom(WASHINGTON);
    await signIn(browser, person.email, 'a wrong password');
    await signIn(browser, person.email);
    await settleWatch(market.services);
    expect((await browser.query('profile.activity', {})).data).toMatchObject({
      items: [
        { method: 'password', outcome: 'signed_in', place: 'United States' },
        { method: 'password', outcome: 'refused', place: 'United States' },
      ],
    });
    const rows = await market.services.database.client`
      select * from sign_in_event where account_id = ${person.id}`;
    expect(JSON.stringify(rows)).not.toContain(WASHINGTON);
    expect(JSON.stringify(rows)).not.toContain(person.email);
    expect((await browser.query('session.list')).data).toMatchObject([{ place: 'United States' }]);
  });

  it('of an address that nobody has are noted, too; those that are turned away at the door once a minute', async () => {
    const email = `${crypto.randomUUID()}@plaza.test`;
    const browser = await browseFrom('203.0.113.30');
    for (let guess = 0; guess < 6; guess += 1) await signIn(browser, email, `guess ${guess}`);
    await settleWatch(market.services);
    const rows = await market.services.database.client`
      select outcome, count(*)::int as count from sign_in_event where account_id is null and network_key in
        (select network_key from sign_in_event order by at desc, id desc limit 1) group by 1 order by 1`;
    expect(rows.map(({ outcome, count }) => [outcome, count])).toEqual([
      ['puzzle_asked', 1],
      ['refused', 3],
    ]);
  });

  it('are forgotten after 90 days', async () => {
    const { id, email } = await addPerson();
    await signIn(await browseFrom('192.0.2.31'), email);
    await settleWatch(market.services);
    const { client } = market.services.database;
    await client`update sign_in_event set at = at - interval '91 days' where account_id = ${id}`;
    await forgetSignIns(market.services);
    expect(await client`select id from sign_in_event where account_id = ${id}`).toHaveLength(0);
  });
});

describe('the watch', () => {
  it('notices that somebody signs in where nobody gets to so fast, and tells the owner', async () => {
    const { id, email } = await addPerson();
    const laptop = await browseFrom(WASHINGTON);
    await signIn(laptop, email);
    const thief = await browseFrom(TOKYO);
    thief.cookies.set('plaza_browser', laptop.cookies.get('plaza_browser') ?? '');
    await signIn(thief, email);
    expect(await alerts({ accountId: id })).toMatchObject([
      { kind: 'impossible_travel', severity: 'medium' },
    ]);
    expect(await kindsOf(email)).toEqual(['new-device']);
  });

  it('notices somebody who gets in after many failures', async () => {
    const { id, email } = await addPerson();
    for (let guess = 0; guess < 10; guess += 1)
      await signInWithPuzzle(await browseFrom(`192.0.2.${40 + guess}`), email, `guess ${guess}`);
    await settleWatch(market.services);
    await signInWithPuzzle(await browseFrom('192.0.2.60'), email);
    expect(await alerts({ accountId: id })).toMatchObject([
      { kind: 'success_after_failures', severity: 'high', evidence: { failures: 10 } },
    ]);
  });

  it('notices one network that tries many accounts, raises one alert, and asks whoever comes from there for puzzles', async () => {
    for (let guess = 0; guess < 14; guess += 1)
      await signInWithPuzzle(await browseFrom(`198.51.100.${guess}`), `${crypto.randomUUID()}@plaza.test`);
    const found = await alerts({ kind: 'credential_stuffing' });
    expect(found).toMatchObject([{ severity: 'medium', status: 'open', evidence: { accounts: 10 } }]);
    expect(String(found[0]?.network)).toMatch(/^v1\./);
    const { email } = await addPerson();
    const neighbour = await browseFrom('198.51.100.200');
    expect(await signIn(neighbour, email)).toMatchObject({ code: 'captcha_required' });
    expect(await signInWithPuzzle(neighbour, email)).toMatchObject({ ok: true });
    // Known from now on: no puzzle, wherever it comes from.
    expect(await signIn(neighbour, email)).toMatchObject({ ok: true });
    expect(await signIn(await browseFrom('192.0.2.70'), email)).toMatchObject({ ok: true });
  });
});

describe('the staff', () => {
  it('read alerts, take them on and settle them for a reason; what happens again is a new alert', async () => {
    const admin = await bff.browse(await market.addAccount('Root', ['buyer', 'admin']));
    const subject = await addPerson();
    const raise = () => market.services.database.client`
      insert into security_alert (id, kind, severity, subject_kind, subject_key, evidence, first_seen_at, last_seen_at)
      values (${crypto.randomUUID()}, 'impossible_travel', 'medium', 'account', ${subject.id}, '{"minutes": 3}', now(), now())
      returning id`;
    const alertId = String((await raise())[0]?.id);
    const list = await admin.query('watch.alerts', { kind: 'impossible_travel', status: 'open' });
    expect(JSON.stringify(list.data)).toContain(alertId);
    const reason = 'Asked the owner by telephone';
    const act = async (step: string) => (await admin.mutate(`watch.${step}`, { alertId, reason })).data;
    expect(await act('acknowledge')).toEqual({ ok: true });
    expect(await act('acknowledge')).toMatchObject({ ok: false, code: 'wrong_status' });
    await expect(raise()).rejects.toThrow('security_alert_going_on_idx');
    expect(await act('close')).toEqual({ ok: true });
    expect(await raise()).toHaveLength(1);
    const shown = await admin.query('watch.alert', { alertId });
    expect(shown.data).toMatchObject({ alert: { status: 'closed', handled: { reason } }, attempts: [] });
    const audit = await admin.query('audit.list', { subjectId: alertId });
    expect(audit.data).toMatchObject({
      items: [{ action: 'alert.closed' }, { action: 'alert.acknowledged' }],
    });
    expect((await admin.query('watch.alert', { alertId: subject.id })).status).toBe(404);
  });
});
