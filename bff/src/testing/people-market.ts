import type { Account, Role } from '@plaza/contracts';
import { createTestDatabase } from '@plaza/testing';
import { startTestBff, type TestBrowser } from './start-test-bff.ts';
import { openTestMarket, TestClock } from './test-market.ts';

export const reason = 'Asked for by the owner';

/** A served market with an admin and somebody of the support, who look after people. */
export async function openPeopleMarket() {
  const database = await createTestDatabase();
  const market = await openTestMarket({ databaseUrl: database.url, clock: new TestClock() });
  const bff = await startTestBff(market.services);
  const admin = await market.addAccount('Ada Admin', ['buyer', 'admin']);
  const support = await market.addAccount('Sue Support', ['buyer', 'support']);
  return {
    market,
    bff,
    admin,
    support,
    /** What staff do with people, as the admin unless somebody else is named. */
    people: (asker: Account = admin) => market.visit(asker).people,
    addPerson: (name = 'Pat', roles: Role[] = ['buyer']) => market.addAccount(name, roles),
    auditOf: async (accountId: string) =>
      (await market.visit(admin).audit.list({ subjectId: accountId })).items,
    me: async (browser: TestBrowser) => (await browser.query('identity.me')).data,
    close: async () => {
      await bff.close();
      await database.drop();
    },
  };
}
export type PeopleMarket = Awaited<ReturnType<typeof openPeopleMarket>>;
