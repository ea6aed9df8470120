import type { FactorMarket } from './factor-market.ts';
import type { TestBrowser } from './start-test-bff.ts';

/** Somebody with an app, and a browser of theirs that is asked for the second step. */
export async function atSecondStep(shop: FactorMarket) {
  const account = await shop.addPerson();
  const app = await shop.addTotp(await shop.bff.browse(account));
  const browser = await shop.bff.browse();
  const first = await shop.signIn(browser, account);
  return { account, app, browser, first };
}

export const finish = async (browser: TestBrowser, proof: object, remember = false) =>
  (await browser.mutate('factor.finishSecond', { proof, remember })).data;

export const totp = (code: string) => ({ kind: 'totp', code });

export const isOk = (result: unknown): boolean =>
  typeof result === 'object' && result !== null && 'ok' in result && result.ok === true;
