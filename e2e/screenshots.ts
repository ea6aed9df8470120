import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type Page, request } from '@playwright/test';
import { chromiumOptions } from '@plaza/testing/chromium';
import { readE2eEnv } from './env.ts';
import { accountStates, entryStates } from './support/account-pages.ts';
import { buyerStates, type PageState, publicStates, sellerStates } from './support/pages.ts';
import { type SignedIn, signInAs } from './support/sign-in.ts';
import { adminStates, figureStates, releaseStates } from './support/staff-pages.ts';
import { withConsent } from './support/visitor-state.ts';

const WIDTHS = [390, 820, 1440];
const HEIGHT = 900;
const THEMES = ['light', 'dark'] as const;
const usage = 'npm run screenshots -w @plaza/e2e -- [folder] [part of a name]';

/** Every page in every state at three widths in two themes, for people to look at. */
async function takeScreenshots(folder: string, wanted: string): Promise<void> {
  const env = readE2eEnv();
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch(chromiumOptions(env.CHROMIUM_PATH));
  const sellerRequest = await request.newContext();
  const adminRequest = await request.newContext();
  const seller = await signInAs(sellerRequest, 'seller@plaza.test');
  const admin = await signInAs(adminRequest, 'admin@plaza.test');
  try {
    const items = await someVariants(seller);
    const everybody = withConsent('denied', env.PLAZA_URL);
    await visit(browser, everybody, await publicStates(seller), { folder, wanted });
    await visit(browser, everybody, buyerStates(items), { folder, wanted });
    await visit(browser, everybody, entryStates(), { folder, wanted });
    await visit(browser, everybody, accountStates(), { folder, wanted });
    await visit(browser, seller.state, await sellerStates(seller), { folder, wanted });
    await visit(
      browser,
      admin.state,
      [...(await adminStates(admin)), ...figureStates, ...(await releaseStates())],
      { folder, wanted },
    );
  } finally {
    await browser.close();
    await sellerRequest.dispose();
    await adminRequest.dispose();
  }
}

/** One product each of two sellers, as a cart would hold them. */
async function someVariants({ api }: SignedIn): Promise<{ variantId: string }[]> {
  const { items } = await api.search.products.query({ inStockOnly: true, sort: 'best_selling' });
  const other = items.find((card) => card.seller.id !== items[0]?.seller.id);
  const products = await Promise.all(
    [items[0], other].map((card) => api.catalog.product.query({ slug: card?.slug ?? '' })),
  );
  return products.map((product) => {
    const variant = product?.variants.find(({ availableQuantity }) => availableQuantity > 0);
    return { variantId: variant?.id ?? '' };
  });
}

async function visit(
  browser: Browser,
  storageState: SignedIn['state'],
  states: readonly PageState[],
  { folder, wanted }: { folder: string; wanted: string },
): Promise<void> {
  const context = await browser.newContext({
    storageState,
    baseURL: readE2eEnv().PLAZA_URL,
    reducedMotion: 'reduce',
    viewport: { width: 1440, height: HEIGHT },
  });
  const page = await context.newPage();
  const isFirst = (state: PageState) => state === states[0];
  for (const state of states) {
    // The first may prepare what the others show.
    if (!isFirst(state) && !state.name.includes(wanted)) continue;
    await page.setViewportSize({ width: 1440, height: HEIGHT });
    await state.open(page);
    await takeAll(page, join(folder, state.name));
    console.log(state.name);
  }
  await context.close();
}

async function takeAll(page: Page, file: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme });
      await scrollThrough(page);
      await page.screenshot({
        path: `${file}-${width}-${colorScheme}.png`,
        // What lies over the page covers the window, not the whole of it.
        fullPage: !(await page.locator('dialog[open]').count()),
        animations: 'disabled',
      });
    }
  }
}

/** Pictures further down are fetched when they come near. */
async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const picture of document.images) picture.loading = 'eager';
    await Promise.all([...document.images].map((picture) => picture.decode().catch(() => undefined)));
    // The header would stand in the middle of the picture.
    if (!document.querySelector('dialog[open]')) window.scrollTo(0, 0);
  });
}

const [folder = join(import.meta.dirname, 'test-results/screenshots'), wanted = ''] = process.argv.slice(2);
if (folder === '--help') console.log(usage);
else await takeScreenshots(resolve(folder), wanted);
