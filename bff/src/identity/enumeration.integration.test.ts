import { createTestDatabase, type TestDatabase } from '@plaza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RateLimits } from '../platform/rate-limits.ts';
import { testEnv } from '../testing/env.ts';
import { createPeople, PASSWORD } from '../testing/people-with-passwords.ts';
import { quantile, rankSumZ } from '../testing/rank-sum.ts';
import { solveCaptcha } from '../testing/solve-captcha.ts';
import { startTestBff, type TestBff } from '../testing/start-test-bff.ts';
import { openTestMarket, TestClock } from '../testing/test-market.ts';
import { settleWatch } from './watch/note-sign-in.ts';

/** Limits would answer before the work that is measured. */
const NO_LIMITS: RateLimits = {
  consume: async () => ({ allowed: true }),
  remaining: async ({ points }) => points,
  giveBack: async () => undefined,
};
const PAIRS = testEnv.ENUMERATION_PAIRS;
let database: TestDatabase;
let bff: TestBff;
let settle: () => Promise<void>;
let emails: string[];

beforeAll(async () => {
  database = await createTestDatabase();
  const market = await openTestMarket({ databaseUrl: database.url, clock: new TestClock() });
  await market.services.passwords.warmUp();
  bff = await startTestBff({ ...market.services, rateLimits: NO_LIMITS });
  settle = () => settleWatch(market.services);
  const addPerson = await createPeople(market);
  emails = [];
  for (let at = 0; at < PAIRS; at += 1) emails.push((await addPerson()).email);
}, 120_000);
afterAll(async () => {
  await bff.close();
  await database.drop();
});

const REQUESTS = {
  'identity.signIn': async (email: string) => ({ email, password: 'a wrong password' }),
  'identity.signUp': async (email: string, captcha: string) => ({
    email,
    password: PASSWORD,
    displayName: 'Eve Adams',
    captcha,
  }),
  'recovery.request': async (email: string, captcha: string) => ({ email, captcha }),
};
const PURPOSES = {
  'identity.signIn': null,
  'identity.signUp': 'sign_up',
  'recovery.request': 'recovery',
} as const;

/** One request; what it says, without what is random in it, and how long it takes. */
async function ask(path: keyof typeof REQUESTS, email: string) {
  const browser = await bff.browse();
  const purpose = PURPOSES[path];
  const captcha = purpose ? await solveCaptcha(browser, purpose) : '';
  const input = await REQUESTS[path](email, captcha);
  await settle();
  const startedAt = performance.now();
  const { status, data, error, headers } = await browser.mutate(path, input);
  const ms = performance.now() - startedAt;
  const cookies = headers
    .getSetCookie()
    .map((cookie) => cookie.replace(/=[^;]*/, '').replace(/Expires=[^;]*/, ''));
  return { ms, said: JSON.stringify([status, data, error, cookies]) };
}

describe('whether an address has an account', () => {
  it.each(['identity.signIn', 'identity.signUp', 'recovery.request'] as const)(
    '%s does not tell',
    async (path) => {
      const known: number[] = [];
      const unknown: number[] = [];
      const said = new Set<string>();
      const nobody = () => `${crypto.randomUUID()}@plaza.test`;
      for (let warmUp = 0; warmUp < 5; warmUp += 1) await ask(path, nobody());
      for (const [at, email] of emails.entries()) {
        const pair = [
          { email, times: known },
          { email: nobody(), times: unknown },
        ];
        if (at % 2 === 1) pair.reverse();
        for (const one of pair) {
          const answer = await ask(path, one.email);
          one.times.push(answer.ms);
          said.add(answer.said);
        }
      }
      expect([...said]).toHaveLength(1);
      const spread = (ms: number[]) =>
        [0.05, 0.5, 0.95].map((share) => quantile(ms, share).toFixed(2)).join(' / ');
      // For people; how long something takes is measured, not asserted.
      if (PAIRS > 10)
        process.stdout.write(
          `${path}, ${PAIRS} pairs, p5 / p50 / p95 in ms: with an account ${spread(known)}; without ${spread(unknown)}; ` +
            `rank sum z ${rankSumZ(known, unknown).toFixed(2)}\n`,
        );
    },
    600_000,
  );
});
