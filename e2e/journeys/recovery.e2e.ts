import type { Page } from '@playwright/test';
import { paths } from '@plaza/navigation/paths';
import { expect, test } from '../support/fixtures.ts';
import { ALONE, expectHealthy, freeze } from '../support/market.ts';
import { listProduct } from '../support/products.ts';
import { takeAway } from '../support/remotes.ts';
import { openPage } from '../support/shopping.ts';
import { catalog, checkout, shell } from '../support/words.ts';

const BACK_TIMEOUT_MS = 30_000;

/** Nobody presses anything here: what was away comes back by itself, in the same document. */
const searchField = (page: Page) => page.getByRole('searchbox', { name: catalog.searchBox.label });
const markDocument = (page: Page) =>
  page.evaluate(() => document.documentElement.setAttribute('data-kept', ''));
const expectSameDocument = (page: Page) => expect(page.locator('html')).toHaveAttribute('data-kept');

test(
  'a page that the server could not load opens by itself, and what was typed stays',
  ALONE,
  async ({ page, seller }) => {
    const product = await listProduct(seller.api);
    const goOn = freeze('bff');
    try {
      const response = await page.goto(paths.product(product.slug));
      expect(response?.status()).toBe(503);
      expect(response?.headers()['retry-after']).toMatch(/^\d+$/);
      await expect(page.getByText(shell.unavailable.trying)).toBeVisible();
      await expect(
        page.getByRole('main').getByRole('button', { name: shell.unavailable.retry, exact: true }),
      ).toBeVisible();
      await searchField(page).fill('a long word');
      await markDocument(page);
    } finally {
      goOn();
    }
    await expectHealthy();
    await expect(page.getByRole('heading', { level: 1, name: product.title })).toBeVisible({
      timeout: BACK_TIMEOUT_MS,
    });
    await expect(page).toHaveTitle(new RegExp(product.title));
    await expect(searchField(page)).toHaveValue('a long word');
    await expectSameDocument(page);
  },
);

test('a page that was opened without a network opens by itself when it is back', async ({
  page,
  context,
}) => {
  await openPage(page, paths.home());
  await markDocument(page);
  await context.setOffline(true);
  await searchField(page).fill('usb');
  await searchField(page).press('Enter');
  await expect(page.getByText(shell.unavailable.waiting)).toBeVisible({ timeout: BACK_TIMEOUT_MS });
  await context.setOffline(false);
  await expect(page.getByRole('heading', { level: 1, name: catalog.search.resultsFor('usb') })).toBeVisible();
  await expectSameDocument(page);
});

test('a part whose scripts are missing comes alive by itself', async ({ page, seller }) => {
  const product = await listProduct(seller.api);
  const { bringBack } = await takeAway(page, 'checkout', 'missing');
  await page.goto(paths.product(product.slug));
  const buyButton = page.getByRole('button', { name: checkout.add.button });
  await expect(async () => {
    await buyButton.click({ force: true });
    await expect(page.getByText(shell.partNotReady).first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: BACK_TIMEOUT_MS });
  await markDocument(page);
  await bringBack();
  await expect(async () => {
    await buyButton.click();
    await expect(page.getByText(checkout.add.added(1, product.title))).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: BACK_TIMEOUT_MS });
  await expectSameDocument(page);
});

test('crawlers are told what there is', async ({ request, seller }) => {
  const product = await listProduct(seller.api);
  const robots = await (await request.get('/robots.txt')).text();
  const [, index = ''] = /^Sitemap: (\S+)$/m.exec(robots) ?? [];
  const { pathname } = new URL(index);
  expect(pathname).toBe('/sitemap.xml');
  const parts = await (await request.get(pathname)).text();
  const products = [...parts.matchAll(/<loc>([^<]*\/sitemap\/products\/[^<]*)<\/loc>/g)].map(
    ([, url]) => url,
  );
  const last = await request.get(new URL(products.at(-1) ?? '').pathname);
  expect(await last.text()).toContain(`${paths.product(product.slug)}</loc>`);
});
