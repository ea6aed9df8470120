import { createTestDatabase, type TestDatabase } from '@plaza/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestMarket, TestClock, type TestMarket } from '../../testing/test-market.ts';
import { issueToken, readToken, useToken } from './one-time-tokens.ts';
import { TOKEN_LIFE_MS, type TokenPurpose } from './purposes.ts';

let database: TestDatabase;
let market: TestMarket;
const clock = new TestClock();

beforeAll(async () => {
  database = await createTestDatabase();
  market = await openTestMarket({ databaseUrl: database.url, clock });
});
afterAll(async () => {
  await market.services.close();
  await database.drop();
});

const purposes = Object.keys(TOKEN_LIFE_MS).filter((name): name is TokenPurpose => name in TOKEN_LIFE_MS);
const purposeOf = fc.constantFrom(...purposes);
const client = () => market.services.database.client;
const issue = async (purpose: TokenPurpose, accountId?: string) =>
  issueToken(client(), {
    purpose,
    accountId: accountId ?? (await market.addAccount('Ada')).id,
    now: clock.now(),
  });
const use = (purpose: TokenPurpose, token: string, now = clock.now()) =>
  useToken(client(), { purpose, token, now });

describe('a link', () => {
  it('works once, however many use it at the same moment', async () => {
    await fc.assert(
      fc.asyncProperty(purposeOf, fc.integer({ min: 2, max: 8 }), async (purpose, count) => {
        const token = await issue(purpose);
        const got = await Promise.all(Array.from({ length: count }, () => use(purpose, token)));
        expect(got.filter((one) => one !== null)).toHaveLength(1);
        expect(await readToken(client(), { purpose, token, now: clock.now() })).toBeNull();
      }),
      { numRuns: 25 },
    );
  });

  it('works until its time is over and not a millisecond longer', async () => {
    await fc.assert(
      fc.asyncProperty(purposeOf, fc.integer({ min: -5_000, max: 5_000 }), async (purpose, offMs) => {
        const token = await issue(purpose);
        const at = new Date(clock.now().getTime() + TOKEN_LIFE_MS[purpose] + offMs);
        expect((await use(purpose, token, at)) !== null).toBe(offMs < 0);
      }),
      { numRuns: 40 },
    );
  });

  it('is good for its own purpose only', async () => {
    await fc.assert(
      fc.asyncProperty(purposeOf, purposeOf, async (purpose, other) => {
        const token = await issue(purpose);
        expect((await use(other, token)) !== null).toBe(other === purpose);
      }),
      { numRuns: 40 },
    );
  });

  it('does not work cut short, made longer, or changed in one place, and still works itself', async () => {
    await fc.assert(
      fc.asyncProperty(
        purposeOf,
        fc.nat(42),
        fc.constantFrom('cut', 'longer', 'other'),
        async (purpose, at, how) => {
          const token = await issue(purpose);
          const changed = {
            cut: token.slice(0, at),
            longer: `${token}${token.slice(0, at + 1)}`,
            other: token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1),
          }[how];
          expect(await use(purpose, changed)).toBeNull();
          expect(await use(purpose, token)).not.toBeNull();
        },
      ),
      { numRuns: 40 },
    );
  });

  it('makes those void that its owner was sent before for the same, but for ways back', async () => {
    for (const purpose of purposes) {
      const [ada, eve] = [await market.addAccount('Ada'), await market.addAccount('Eve')];
      const [first, foreign] = [await issue(purpose, ada.id), await issue(purpose, eve.id)];
      const second = await issue(purpose, ada.id);
      const isWayBack = purpose === 'undo_email' || purpose === 'not_me';
      expect((await use(purpose, first)) !== null).toBe(isWayBack);
      expect(await use(purpose, second)).toMatchObject({ accountId: ada.id });
      expect(await use(purpose, foreign)).toMatchObject({ accountId: eve.id });
    }
  });

  it('is not in the table', async () => {
    const token = await issue('reset_password');
    const rows = await client()`select 1 from one_time_token t where t::text like ${`%${token}%`}`;
    expect(rows).toHaveLength(0);
  });

  it('of nobody opens nothing', async () => {
    const token = await issueToken(client(), {
      purpose: 'reset_password',
      accountId: null,
      now: clock.now(),
    });
    expect(await use('reset_password', token)).toBeNull();
  });
});
