import type { Account } from '@plaza/contracts';
import { createTestDatabase, type TestDatabase } from '@plaza/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listProcedures } from '../platform/procedures.ts';
import { appRouter } from '../router.ts';
import { anyInputOf } from '../testing/any-input.ts';
import { testEnv } from '../testing/env.ts';
import { createPeople } from '../testing/people-with-passwords.ts';
import { startTestBff, type TestBff, type TestBrowser } from '../testing/start-test-bff.ts';
import { openTestMarket, TestClock, type TestMarket } from '../testing/test-market.ts';

let database: TestDatabase;
let market: TestMarket;
let bff: TestBff;
let accounts: (Account | undefined)[];

beforeAll(async () => {
  database = await createTestDatabase();
  market = await openTestMarket({ databaseUrl: database.url, clock: new TestClock() });
  bff = await startTestBff(market.services);
  const addPerson = await createPeople(market);
  accounts = [
    undefined,
    await addPerson(),
    (await market.addSeller()).account,
    await market.addAccount('Ada', ['buyer', 'admin']),
  ];
  // Whoever has a password has a hash of one.
  const { client } = market.services.database;
  await client`update account set password_hash = null where password_hash = '-'`;
});
afterAll(async () => {
  await bff.close();
  await database.drop();
});

/** Everything about who people are, and what is kept of them. */
const DOMAINS = new Set(
  'identity session factor recovery verification socialLogin profile team watch people audit captcha accessToken apiClient'.split(
    ' ',
  ),
);
const procedures = listProcedures(appRouter).filter(
  ({ path, type }) => type !== 'subscription' && DOMAINS.has(path.split('.')[0] ?? ''),
);
const inputsEach = Math.ceil(testEnv.FUZZ_INPUTS / procedures.length);
const AT_ONCE = 8;
/** What nobody outside may read: where our code is, and what the database says. */
const INSIDE = /\n\s+at |node_modules|\.(?:ts|js|mjs):\d+|PostgresError|syntax error|violates|relation "/i;

/** A request as it comes over the wire: nothing about it is checked on the way. */
async function send(browser: TestBrowser, type: string, path: string, input: unknown) {
  const json = JSON.stringify(input) ?? '';
  const response =
    type === 'query'
      ? await browser.send(`/api/trpc/${path}?input=${encodeURIComponent(json).slice(0, 6_000)}`)
      : await browser.send(`/api/trpc/${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: json,
        });
  return { status: response.status, body: await response.text() };
}

describe('whatever is sent', () => {
  it.each(procedures)(
    'to $path, nothing breaks and nothing of the inside is shown',
    async ({ path, type, inputs }) => {
      const samples = fc.sample(anyInputOf(inputs[0]), inputsEach);
      const broken: unknown[] = [];
      const work = samples.entries();
      const take = async (worker: number) => {
        for (const [at, input] of work) {
          // Many addresses, so that limits do not hide what is behind them.
          const address = `198.18.${worker}.${at % 250}`;
          const browser = await bff.browse(accounts[at % accounts.length], address);
          const { status, body } = await send(browser, type, path, input);
          if (status >= 500 || INSIDE.test(body)) broken.push({ input, status, body: body.slice(0, 500) });
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, (_, at) => take(at)));
      expect(broken.slice(0, 3)).toEqual([]);
    },
    600_000,
  );
});
