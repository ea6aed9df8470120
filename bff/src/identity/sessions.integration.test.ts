import type { Account, DeviceSession } from '@plaza/contracts';
import { createTestDatabase, type TestDatabase } from '@plaza/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestBff, type TestBff, type TestBrowser } from '../testing/start-test-bff.ts';
import { openTestMarket, TestClock, type TestMarket } from '../testing/test-market.ts';
import { savePasswordHash } from './account.repository.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const clock = new TestClock();
let database: TestDatabase;
let market: TestMarket;
let bff: TestBff;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  database = await createTestDatabase();
  market = await openTestMarket({ databaseUrl: database.url, clock });
  bff = await startTestBff(market.services);
});
afterAll(async () => {
  await bff.close();
  await database.drop();
  vi.useRealTimers();
});

/** Moves the clock of the market, and the machine's, by which the sessions' library goes. */
function pass(ms: number): void {
  clock.advance(ms);
  vi.setSystemTime(clock.now());
}

const isSignedIn = async (browser: TestBrowser) => (await browser.query('identity.me')).data !== null;
const listSessions = async (browser: TestBrowser) =>
  (await browser.query('session.list')).data as DeviceSession[];
const twoBrowsers = async () => {
  const account = await market.addAccount('Ada');
  return { account, here: await bff.browse(account), there: await bff.browse(account) };
};

describe('a session', () => {
  it('ends when it is not used for thirty days, and lives on when it is', async () => {
    const account = await market.addAccount('Ada');
    const [used, unused] = [await bff.browse(account), await bff.browse(account)];
    pass(20 * DAY_MS);
    expect(await isSignedIn(used)).toBe(true);
    pass(20 * DAY_MS);
    expect([await isSignedIn(used), await isSignedIn(unused)]).toEqual([true, false]);
  });

  it('ends after ninety days, however much it is used', async () => {
    const browser = await bff.browse(await market.addAccount('Ada'));
    for (let day = 0; day < 90; day += 10) {
      expect(await isSignedIn(browser)).toBe(true);
      pass(10 * DAY_MS);
    }
    expect(await isSignedIn(browser)).toBe(true);
    pass(1);
    expect(await isSignedIn(browser)).toBe(false);
  });

  it('lives on by its new end at once, however late the database tells of it', async () => {
    const { client } = market.services.database;
    await client`alter table session disable trigger session_changed`;
    const browser = await bff.browse(await market.addAccount('Ada'));
    for (const days of [20, 20, 20]) {
      pass(days * DAY_MS);
      expect(await isSignedIn(browser)).toBe(true);
    }
    await client`alter table session enable trigger session_changed`;
  });

  it.each(['support', 'admin'] as const)('of %s ends when it is not used for twelve hours', async (role) => {
    const browser = await bff.browse(await market.addAccount('Ada', ['buyer', role]));
    for (const hours of [11, 11]) {
      pass(hours * HOUR_MS);
      expect(await isSignedIn(browser)).toBe(true);
    }
    pass(12 * HOUR_MS + 1);
    expect(await isSignedIn(browser)).toBe(false);
    pass(-12 * HOUR_MS);
    expect(await isSignedIn(browser)).toBe(false);
  });

  it('makes room for another one when an account has fifty', async () => {
    const account = await market.addAccount('Ada');
    const first = await bff.browse(account);
    pass(1);
    const second = await bff.browse(account);
    pass(1);
    for (let count = 2; count < 50; count += 1) await bff.browse(account);
    expect(await isSignedIn(first)).toBe(true);
    pass(1);
    const last = await bff.browse(account);
    expect([await isSignedIn(first), await isSignedIn(second), await isSignedIn(last)]).toEqual([
      false,
      true,
      true,
    ]);
    expect(await listSessions(last)).toHaveLength(50);
  });
});

describe('signed-in browsers', () => {
  const endOthers = (browser: TestBrowser) => browser.mutate('session.endOthers');

  it('are listed to their owner, who signs one of them out, or all others', async () => {
    const { account, here, there } = await twoBrowsers();
    const third = await bff.browse(account);
    expect(await listSessions(here)).toHaveLength(3);
    const own = (await listSessions(there)).find(({ isCurrent }) => isCurrent);
    expect((await here.mutate('session.end', { sessionId: own?.id })).status).toBe(200);
    expect([await isSignedIn(here), await isSignedIn(there), await isSignedIn(third)]).toEqual([
      true,
      false,
      true,
    ]);
    expect((await endOthers(here)).data).toEqual({ endedCount: 1 });
    expect([await isSignedIn(here), await isSignedIn(third)]).toEqual([true, false]);
  });

  it('are signed out by somebody who has just shown who they are', async () => {
    const { here, there } = await twoBrowsers();
    const [other] = (await listSessions(here)).filter(({ isCurrent }) => !isCurrent);
    pass(10 * 60_000 + 1);
    expect((await here.mutate('session.end', { sessionId: other?.id })).status).toBe(403);
    expect((await endOthers(here)).status).toBe(403);
    expect(await isSignedIn(there)).toBe(true);
  });

  it('of an account that is suspended or erased are signed out at the next request', async () => {
    for (const status of ['suspended', 'erased'] as const) {
      const { account, here } = await twoBrowsers();
      expect(await isSignedIn(here)).toBe(true);
      await setStatus(account, status);
      expect(await isSignedIn(here)).toBe(false);
      await setStatus(account, 'active');
      expect(await isSignedIn(here)).toBe(false);
    }
  });
});

describe('a password', () => {
  it('is good for as long as its owner keeps it', async () => {
    const { id: accountId, email } = await market.addAccount('Ada');
    const password = 'a walrus in a teapot';
    const passwordHash = await market.services.passwords.hash(password);
    await savePasswordHash(market.services.database.client, { accountId, passwordHash });
    pass(3 * 365 * DAY_MS);
    const browser = await bff.browse();
    expect((await browser.mutate('identity.signIn', { email, password })).data).toMatchObject({ ok: true });
  });
});

async function setStatus({ id }: Account, status: string): Promise<void> {
  await market.services.database.client`update account set status = ${status} where id = ${id}`;
  market.services.changes.tell(`account:${id}`);
}
