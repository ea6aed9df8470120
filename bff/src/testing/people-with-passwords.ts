import type { Account } from '@plaza/contracts';
import { solveCaptcha } from './solve-captcha.ts';
import type { TestBrowser } from './start-test-bff.ts';
import type { TestMarket } from './test-market.ts';

export const PASSWORD = 'correct horse battery';

/** Verified accounts that sign in by `PASSWORD`; hashed once for all of them. */
export async function createPeople(market: TestMarket) {
  const { passwords, database } = market.services;
  const passwordHash = await passwords.hash(PASSWORD);
  return async (): Promise<Account> => {
    const account = await market.addAccount('Ada');
    await database.client`update account set password_hash = ${passwordHash} where id = ${account.id}`;
    return account;
  };
}

/** Signs in as the page does when it is told to solve a puzzle. */
export async function signInWithPuzzle(browser: TestBrowser, email: string, password = PASSWORD) {
  const captcha = await solveCaptcha(browser, 'sign_in');
  return (await browser.mutate('identity.signIn', { email, password, captcha })).data;
}
