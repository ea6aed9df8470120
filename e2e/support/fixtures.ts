import {
  type Browser,
  type BrowserContext,
  test as base,
  type Page,
  type PlaywrightWorkerArgs,
} from '@playwright/test';
import { type SignedIn, signInAs } from './sign-in.ts';

/** Opens another browser; each is closed when the journey ends. */
export type OpenBrowser = (options?: Parameters<Browser['newContext']>[0]) => Promise<BrowserContext>;

interface JourneyFixtures {
  openBrowser: OpenBrowser;
  /** A page of a browser in which the seller is signed in. */
  sellerPage: Page;
  /** A page of a browser in which the admin is signed in. */
  adminPage: Page;
}
interface WorkerFixtures {
  /** Harbor & Finch, the demo seller. */
  seller: SignedIn;
  /** Silicon Row, so that carts hold products of two. */
  otherSeller: SignedIn;
  /** Ada, who runs the demo market. */
  admin: SignedIn;
}

export const test = base.extend<JourneyFixtures, WorkerFixtures>({
  seller: [({ playwright }, use) => signIn(playwright, 'seller@plaza.test', use), { scope: 'worker' }],
  otherSeller: [
    ({ playwright }, use) => signIn(playwright, 'silicon-row@sellers.plaza.test', use),
    { scope: 'worker' },
  ],
  admin: [({ playwright }, use) => signIn(playwright, 'admin@plaza.test', use), { scope: 'worker' }],
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
  adminPage: async ({ openBrowser, admin }, use) => {
    const context = await openBrowser({ storageState: admin.state });
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
  await use(await signInAs(request, email));
  await request.dispose();
}
