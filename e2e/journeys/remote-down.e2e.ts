import type { BrowserContext, Locator, Page } from '@playwright/test';
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

/** Those of which `placeOf` knows a page. */
const REMOTES = ['catalog', 'checkout', 'account', 'seller', 'admin'] as const;
type Remote = (typeof REMOTES)[number];
const OUTAGES: readonly Outage[] = ['missing', 'broken', 'hanging'];
/** More than a page waits for a remote. */
const GIVEN_UP_MS = 11_000;

const pageFallback = (page: Page) => page.getByRole('heading', { name: shell.unavailable.heading });
const pageRetry = (page: Page) => page.getByRole('button', { name: shell.unavailable.retry, exact: true });
const buyButton = (page: Page) => page.getByRole('button', { name: checkout.add.button });

/** A page of a remote, or one that shows a part of it. */
interface Place {
  path: string;
  /** Something that the remote draws there. */
  content: (page: Page) => Locator;
  /** What stands there instead when there is nothing of it. */
  fallback: (page: Page) => Locator;
}

const placeOf = (remote: Remote, product: TestProduct): Place => {
  const heading = (name: string) => (page: Page) => page.getByRole('heading', { level: 1, name });
  switch (remote) {
    case 'catalog':
      return { path: paths.product(product.slug), content: heading(product.title), fallback: pageFallback };
    case 'checkout':
      return {
        path: paths.product(product.slug),
        content: buyButton,
        fallback: (page) => page.getByRole('alert').filter({ hasText: ui.errorTitle }),
      };
    case 'account':
      return { path: paths.signIn(), content: heading(account.signIn.title), fallback: pageFallback };
    case 'seller':
      return {
        path: paths.sellerListings(),
        content: heading(sellerWords.listings.title),
        fallback: pageFallback,
      };
    case 'admin':
      return { path: paths.adminPeople(), content: heading(adminWords.people.title), fallback: pageFallback };
  }
};

/** Whether React has taken over what the server has drawn. */
const isAlive = (content: Locator): Promise<boolean> =>
  content.evaluate((element) => Object.keys(element).some((key) => key.startsWith('__reactProps$')));

/** A page of each that a link of the shell's own leads to. */
const FOOTER_LINKS = {
  catalog: shell.footer.allProducts,
  checkout: shell.footer.cart,
  account: shell.footer.orders,
  seller: shell.footer.listings,
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
    await expect(page.getByRole('searchbox', { name: catalog.searchBox.label })).toBeVisible();
    await expect(page.getByRole('banner').getByRole('link', { name: account.menu.signIn })).toBeVisible();
    return;
  }
  await page.goto(paths.product(product.slug));
  await expect(page.getByRole('heading', { level: 1, name: product.title })).toBeVisible();
  if (remote === 'checkout') {
    await page.getByRole('link', { name: catalog.product.visitSeller('Harbor & Finch') }).click();
    await expect(page.getByRole('region', { name: catalog.search.resultsLabel })).toBeVisible();
    return;
  }
  await buyButton(page).click();
  await expect(page.getByText(checkout.add.added(1, product.title))).toBeVisible();
}

for (const remote of REMOTES) {
  for (const outage of OUTAGES) {
    test(`${remote} ${outage} in the browser: what the server has drawn stays, and comes alive`, async ({
      page,
      context,
      seller,
      admin,
    }) => {
      const product = await listProduct(seller.api);
      await signInFor(remote, context, { seller, admin });
      const { path, content, fallback } = placeOf(remote, product);
      const errors: string[] = [];
      page.on('pageerror', ({ message }) => errors.push(message));
      // Its patience is the page's business; nobody has to wait for it here.
      if (outage === 'hanging') await page.clock.install();
      const taken = await takeAway(page, remote, outage);
      // As when the network comes back: nobody waits for the next try.
      const hurry = async () => {
        if (outage === 'hanging') await page.clock.fastForward(GIVEN_UP_MS);
        await page.evaluate(() => dispatchEvent(new Event('online')));
      };
      await page.goto(path);
      for (let failures = 1; failures <= 3; failures += 1) {
        await expect(async () => {
          await hurry();
          expect(taken.retries()).toBeGreaterThanOrEqual(failures);
        }).toPass({ timeout: 30_000, intervals: [100] });
        await expect(content(page)).toBeVisible();
        await expect(fallback(page)).toBeHidden();
      }
      expect(await isAlive(content(page))).toBe(false);

      await taken.bringBack();
      await expect(async () => {
        await hurry();
        expect(await isAlive(content(page))).toBe(true);
      }).toPass({ timeout: 30_000, intervals: [300] });
      expect(errors).toEqual([]);
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
    const { path, fallback, content } = placeOf(remote, product);
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
        await expect(content(page)).toBeVisible({ timeout: 1_000 });
      }).toPass({ timeout: 30_000 });
    } finally {
      await second.stop();
    }
  });
}

for (const [remote, link] of Object.entries(FOOTER_LINKS)) {
  test(`${remote} missing when a page of it is opened from another: a fallback, and back by a retry`, async ({
    page,
    context,
    seller,
  }) => {
    await context.addCookies(seller.state.cookies);
    const { bringBack } = await takeAway(page, remote, 'missing');
    await page.goto(remote === 'catalog' ? paths.cart() : paths.home());
    const way = page.getByRole('contentinfo').getByRole('link', { name: link });
    await expect.poll(() => isAlive(way)).toBe(true);
    await way.click();
    await expect(pageFallback(page)).toBeVisible();
    await expect(page.getByRole('banner').getByRole('link', { name: shell.home })).toBeVisible();
    await bringBack();
    await expect(async () => {
      if (await pageRetry(page).isVisible()) await pageRetry(page).click({ timeout: 1_000 });
      await expect(pageFallback(page)).toBeHidden({ timeout: 3_000 });
    }).toPass({ timeout: 30_000 });
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
  });
}

test('what cannot be pressed yet says so, and its links lead on', async ({ page, seller }) => {
  const product = await listProduct(seller.api);
  await takeAway(page, 'checkout', 'missing');
  await takeAway(page, 'catalog', 'missing');
  await page.goto(paths.product(product.slug));
  await expect(async () => {
    await buyButton(page).click({ force: true });
    await expect(page.getByText(shell.partNotReady).first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 10_000 });
  await page.getByRole('link', { name: catalog.product.visitSeller('Harbor & Finch') }).click();
  await expect(page.getByRole('region', { name: catalog.search.resultsLabel })).toBeVisible();
});
