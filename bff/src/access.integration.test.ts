import type { Account } from '@plaza/contracts';
import { createTestDatabase, type TestDatabase } from '@plaza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listProcedures } from './platform/procedures.ts';
import { appRouter } from './router.ts';
import { startTestBff, type TestBff } from './testing/start-test-bff.ts';
import { openTestMarket, TestClock, type TestMarket } from './testing/test-market.ts';

let database: TestDatabase;
let market: TestMarket;
let bff: TestBff;
let accounts: { stranger: undefined; buyer: Account; seller: Account };

beforeAll(async () => {
  database = await createTestDatabase();
  market = await openTestMarket({ databaseUrl: database.url, clock: new TestClock() });
  bff = await startTestBff(market.services);
  const buyer: Account = {
    ...(await market.addAccount('Buyer')),
    displayName: 'Buyer',
    roles: ['buyer'],
    seller: null,
  };
  const seller = await market.addSeller();
  await market.services.database.client`
    update account set roles = '{buyer,seller}' where id = ${seller.account.id}`;
  accounts = { stranger: undefined, buyer, seller: seller.account };
});
afterAll(async () => {
  await bff.close();
  await database.drop();
});

/** What a policy promises each visitor: the refusal's code, or null where they may call. */
const PROMISES: Record<string, Record<keyof typeof accounts, string | null>> = {
  anyone: { stranger: null, buyer: null, seller: null },
  ownVisit: { stranger: null, buyer: null, seller: null },
  signedIn: { stranger: 'UNAUTHORIZED', buyer: null, seller: null },
  seller: { stranger: 'UNAUTHORIZED', buyer: 'FORBIDDEN', seller: null },
};
const STATUS: Record<string, number> = { UNAUTHORIZED: 401, FORBIDDEN: 403 };

const calls = listProcedures(appRouter)
  .filter(({ type }) => type !== 'subscription')
  .flatMap((procedure) =>
    (['stranger', 'buyer', 'seller'] as const).map((who) => ({
      ...procedure,
      who,
      refusal: PROMISES[procedure.policy ?? '']?.[who],
    })),
  );

describe('who may call', () => {
  it.each(calls)('$type $path as $who: $refusal', async ({ path, type, who, refusal }) => {
    // A session of its own each time: signing out is among the calls.
    const visitor = await bff.browse(accounts[who]);
    // Nothing is sent along: whoever may not call hears so before their input is looked at.
    const answer = type === 'query' ? await visitor.query(path) : await visitor.mutate(path);
    if (refusal) expect([answer.status, answer.error?.code]).toEqual([STATUS[refusal], refusal]);
    else expect([200, 400]).toContain(answer.status);
    expect(answer.error?.code ?? '').not.toBe('INTERNAL_SERVER_ERROR');
  });
});
