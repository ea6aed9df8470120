import {
  type Browser,
  type BrowserContext,
  test as base,
  type Page,
  type PlaywrightWorkerArgs,
} from '@playwright/test';
import type { ApiClient } from '@plaza/api-client';
import { apiOf } from './api.ts';
import { market } from './market.ts';
import { withConsent } from './visitor-state.ts';

const PASSWORD = 'plaza-demo-2026';
type StorageState = Exclude<
  NonNullable<Parameters<Browser['newContext']>[0]>['storageState'],
  string | undefined
>;

/** Somebody with an account: what they may call, and browsers in which they are signed in. */
export interface SignedIn {
  api: ApiClient;
  state: StorageState;
}

/** Opens another browser; each is closed when the journey ends. */
export type OpenBrowser = (options?: Parameters<Browser['newContext']>[0]) => Promise<BrowserContext>;

interface JourneyFixtures {
  openBrowser: OpenBrowser;
  /** A page of a browser in which the seller is signed in. */
  sellerPage: Page;
}
interface WorkerFixtures {
  /** Harbor & Finch, the demo seller. */
  seller: SignedIn;
  /** Silicon Row, so that carts hold products of two. */
  otherSeller: SignedIn;
}

export const test = base.extend<JourneyFixtures, WorkerFixtures>({
  seller: [({ playwright }, use) => signIn(playwright, 'seller@plaza.test', use), { scope: 'worker' }],
  otherSeller: [
    ({ playwright }, use) => signIn(playwright, 'silicon-row@sellers.plaza.test', use),
    { scope: 'worker' },
  ],
  openBrowser: async ({ browser }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (options) => {
      const context = await browser.newContext(options);
      opened.push(context);
      return context;
    });
    await Promise.all(opened.map((context) => context.close()));
  },
  sellerPage: async ({ openBrowser, seller }, use) => {
    const context = await openBrowser({ storageState: seller.state });
    await use(await context.newPage());
  },
});

export { expect } from '@playwright/test';

async function signIn(
  playwright: PlaywrightWorkerArgs['playwright'],
  email: string,
  use: (signedIn: SignedIn) => Promise<void>,
): Promise<void> {
  const request = await playwright.request.newContext();
  const api = apiOf(request);
  const answer = await api.identity.signIn.mutate({ email, password: PASSWORD });
  if (!answer.ok) throw new Error(`${email}: ${answer.message}`);
  const { cookies } = await request.storageState();
  await use({ api, state: { ...withConsent('denied', market.publicUrl), cookies } });
  await request.dispose();
}
