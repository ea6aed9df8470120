import type { Page } from '@playwright/test';
import { paths } from '@plaza/navigation/paths';
import { expect, test } from '../support/fixtures.ts';
import { ALONE } from '../support/market.ts';
import { listProduct } from '../support/products.ts';
import { publishVariant } from '../support/releases.ts';
import { addToCart, openPage } from '../support/shopping.ts';
import { catalog, shell } from '../support/words.ts';

const HEARD_WITHIN_MS = 20_000;

/** Which release of the catalog's home drew this page. */
const markOf = (page: Page) => page.evaluate(() => document.documentElement.dataset.journey);
const mark = (text: string) =>
  `if (globalThis.document) document.documentElement.dataset.journey = ${JSON.stringify(text)}`;

test(
  'a page opened before a release goes on working after it, and is offered the new one',
  ALONE,
  async ({ page, seller, admin }) => {
    test.setTimeout(90_000);
    const product = await listProduct(seller.api);
    const next = await publishVariant('catalog', { expose: 'home', script: mark('new'), note: 'A journey' });
    const { name: frontend } = next.declaration;
    await openPage(page, paths.home());
    const about = { frontend, version: next.release.version };
    await admin.api.release.activate.mutate({ ...about, reason: 'A journey' });
    try {
      await expect(async () => {
        await page.evaluate(() => dispatchEvent(new Event('focus')));
        await expect(page.getByText(shell.newer.title)).toBeVisible({ timeout: 500 });
      }).toPass({ timeout: HEARD_WITHIN_MS });
      expect(await markOf(page)).toBeUndefined();

      // As it was: in the same document, with the files that it began with.
      await page.evaluate(() => document.documentElement.setAttribute('data-kept', ''));
      await page.getByRole('contentinfo').getByRole('link', { name: shell.footer.allProducts }).click();
      await expect(page.getByRole('region', { name: catalog.search.resultsLabel })).toBeVisible();
      await page.getByRole('banner').getByRole('link', { name: shell.home }).click();
      await expect(page.getByRole('heading', { level: 1, name: catalog.home.heading })).toBeVisible();
      await expect(page.locator('html')).toHaveAttribute('data-kept');

      await page.getByRole('button', { name: shell.newer.reload }).click();
      await expect.poll(() => markOf(page)).toBe('new');
      await expect(page.getByText(shell.newer.title)).toBeHidden();
      await addToCart(page, [product]);
    } finally {
      await admin.api.release.rollBack.mutate({ ...about, reason: 'The journey is over' });
    }
  },
);

test(
  'somebody with the right may look at a release that nobody else gets',
  ALONE,
  async ({ page, adminPage }) => {
    const { release } = await publishVariant('catalog', {
      expose: 'home',
      script: mark('chosen'),
      note: 'A journey',
    });
    const path = `${paths.home()}?plaza-release=catalog@${release.version}`;
    const bar = (place: Page) => place.getByRole('complementary', { name: shell.overrides.label });

    await openPage(page, path);
    await expect(page).toHaveURL(paths.home());
    await expect(bar(page)).toBeHidden();
    expect(await markOf(page)).toBeUndefined();

    await openPage(adminPage, path);
    await expect(bar(adminPage)).toContainText(shell.overrides.chosen('catalog', release.version));
    await expect.poll(() => markOf(adminPage)).toBe('chosen');
    await bar(adminPage).getByRole('link', { name: shell.overrides.end }).click();
    await expect(bar(adminPage)).toBeHidden();
    expect(await markOf(adminPage)).toBeUndefined();
  },
);

test(
  'a frontend that is switched off says so, and the others sell on',
  ALONE,
  async ({ page, seller, admin }) => {
    test.setTimeout(90_000);
    const product = await listProduct(seller.api);
    const about = { frontend: 'account', reason: 'A journey' };
    await admin.api.release.switchOff.mutate(about);
    try {
      await expect
        .poll(async () => (await page.goto(paths.signIn()))?.status(), { timeout: HEARD_WITHIN_MS })
        .toBe(503);
      await expect(page.getByRole('heading', { level: 1, name: shell.off.heading })).toBeVisible();
      await expect(page.getByRole('button', { name: shell.unavailable.retry })).toBeHidden();
      await addToCart(page, [product]);
    } finally {
      await admin.api.release.switchOn.mutate(about);
    }
    await expect
      .poll(async () => (await page.goto(paths.signIn()))?.status(), { timeout: HEARD_WITHIN_MS })
      .toBe(200);
  },
);
