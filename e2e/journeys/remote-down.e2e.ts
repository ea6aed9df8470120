import type { BrowserContext, Locator, Page } from '@playwright/test';
import { REMOTES } from '@plaza/contracts/remotes';
import { paths } from '@plaza/navigation/paths';
import { expect, test } from '../support/fixtures.ts';
import { listProduct, type TestProduct } from '../support/products.ts';
import { type Outage, takeAway } from '../support/remotes.ts';
import { startShellWithout } from '../support/second-shell.ts';
import type { SignedIn } from '../support/sign-in.ts';
import {
  account,
  admin as adminWords,
  catalog,
  checkout,
  seller as sellerWords,
  shell,
  ui,
} from '../support/words.ts';

type Remote = (typeof REMOTES)[number];
const OUTAGES: readonly Outage[] = ['missing', 'broken', 'hanging'];
/** More than a page waits for a remote. */
const GIVEN_UP_MS = 11_000;

const pageFallback = (page: Page) => page.getByRole('heading', { name: shell.unavailable.heading });
const pageRetry = (page: Page) => page.getByRole('button', { name: shell.unavailable.retry, exact: true });
const slotRetry = (page: Page, name: keyof typeof shell.slots) =>
  page.getByRole('button', { name: shell.retryPart(shell.slots[name]) });
const buyButton = (page: Page) => page.getByRole('button', { name: checkout.add.button });

/** Where a remote is missed, what stands there instead, and how one sees that it is back. */
interface Place {
  path: string;
  fallback: (page: Page) => Locator;
  retry: (page: Page) => Locator;
  back: (page: Page) => Locator;
}

const placeOf = (remote: Remote, product: TestProduct): Place => {
  switch (remote) {
    case 'catalog':
      return {
        path: paths.product(product.slug),
        fallback: pageFallback,
        retry: pageRetry,
        back: (page) => page.getByRole('heading', { level: 1, name: product.title }),
      };
    case 'checkout':
      return {
        path: paths.product(product.slug),
        fallback: (page) => page.getByRole('alert').filter({ hasText: ui.errorTitle }),
        retry: (page) => page.getByRole('alert').getByRole('button', { name: ui.retry }),
        back: buyButton,
      };
    case 'account':
      return {
        path: paths.signIn(),
        fallback: pageFallback,
        retry: pageRetry,
        back: (page) => page.getByRole('heading', { level: 1, name: account.signIn.title }),
      };
    case 'seller':
      return {
        path: paths.sellerListings(),
        fallback: pageFallback,
        retry: pageRetry,
        back: (page) => page.getByRole('heading', { level: 1, name: sellerWords.listings.title }),
      };
    case 'admin':
      return {
        path: paths.adminPeople(),
        fallback: pageFallback,
        retry: pageRetry,
        back: (page) => page.getByRole('heading', { level: 1, name: adminWords.people.title }),
      };
  }
};

/** Pages of sellers and of the staff are not for everybody. */
async function signInFor(
  remote: Remote,
  context: BrowserContext,
  { seller, admin }: { seller: SignedIn; admin: SignedIn },
): Promise<void> {
  if (remote === 'seller') await context.addCookies(seller.state.cookies);
  if (remote === 'admin') await context.addCookies(admin.state.cookies);
}

/** The parts of the others, on a page that the outage does not cover. */
async function expectRestWorks(page: Page, remote: Remote, product: TestProduct): Promise<void> {
  await expect(page.getByRole('banner').getByRole('link', { name: shell.home })).toBeVisible();
  await expect(page.getByRole('contentinfo')).toBeVisible();
  if (remote === 'catalog') {
    await page.goto(paths.cart());
    await expect(page.getByText(checkout.cart.emptyTitle)).toBeVisible();
    await expect(slotRetry(page, 'catalog/search-box')).toBeVisible();
    await expect(page.getByRole('banner').getByRole('link', { name: account.menu.signIn })).toBeVisible();
    return;
  }
  await page.goto(paths.product(product.slug));
  await expect(page.getByRole('heading', { level: 1, name: product.title })).toBeVisible();
  if (remote === 'checkout') {
    await expect(slotRetry(page, 'checkout/mini-cart')).toBeVisible();
    await page.getByRole('link', { name: catalog.product.visitSeller('Harbor & Finch') }).click();
    await expect(page.getByRole('region', { name: catalog.search.resultsLabel })).toBeVisible();
    return;
  }
  if (remote === 'account') await expect(slotRetry(page, 'account/account-menu')).toBeVisible();
  await buyButton(page).click();
  await expect(page.getByText(checkout.add.added(1, product.title))).toBeVisible();
}

for (const remote of REMOTES) {
  for (const outage of OUTAGES) {
    test(`${remote} ${outage} in the browser: a fallback in its place, and back by a retry`, async ({
      page,
      context,
      seller,
      admin,
    }) => {
      const product = await listProduct(seller.api);
      await signInFor(remote, context, { seller, admin });
      const { path, fallback, retry, back } = placeOf(remote, product);
      // Its patience is the page's business; nobody has to wait for it here.
      if (outage === 'hanging') await page.clock.install();
      const bringBack = await takeAway(page, remote, outage);
      await page.goto(path);
      await expect(async () => {
        // Again and again: the page begins to wait when its scripts have come.
        if (outage === 'hanging') await page.clock.fastForward(GIVEN_UP_MS);
        await expect(fallback(page)).toBeVisible({ timeout: 1_000 });
      }).toPass({ timeout: 20_000 });
      await expect(page.getByRole('banner').getByRole('link', { name: shell.home })).toBeVisible();

      await bringBack();
      await expect(async () => {
        if (outage === 'hanging') await page.clock.fastForward(GIVEN_UP_MS);
        if (await retry(page).isVisible()) await retry(page).click({ timeout: 1_000 });
        await expect(back(page)).toBeVisible({ timeout: 3_000 });
      }).toPass({ timeout: 30_000 });
    });
  }

  test(`${remote} missing in the browser: the rest sells on`, async ({ page, seller }) => {
    const product = await listProduct(seller.api);
    await takeAway(page, remote, 'missing');
    await page.goto(placeOf(remote, product).path);
    await expectRestWorks(page, remote, product);
  });

  test(`${remote} missing on a server: its pages say so, the others are whole, and it comes back`, async ({
    page,
    context,
    seller,
    admin,
  }) => {
    const product = await listProduct(seller.api);
    await signInFor(remote, context, { seller, admin });
    const { path, fallback, back } = placeOf(remote, product);
    const second = await startShellWithout(remote);
    try {
      const response = await page.goto(second.url + path);
      expect(response?.status()).toBe(remote === 'checkout' ? 200 : 503);
      await expect(fallback(page)).toBeVisible();
      await expect(page.getByRole('banner').getByRole('link', { name: shell.home })).toBeVisible();
      const elsewhere = remote === 'catalog' ? paths.cart() : paths.home();
      expect((await page.goto(second.url + elsewhere))?.status()).toBe(200);

      second.restore();
      await expect(async () => {
        await page.goto(second.url + path);
        await expect(back(page)).toBeVisible({ timeout: 1_000 });
      }).toPass({ timeout: 30_000 });
    } finally {
      await second.stop();
    }
  });
}
