import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { paths } from '@plaza/navigation/paths';
import { openBooks } from '../support/books.ts';
import { expect, test } from '../support/fixtures.ts';
import { market } from '../support/market.ts';
import { listProduct } from '../support/products.ts';
import { openPage } from '../support/shopping.ts';
import { withConsent } from '../support/visitor-state.ts';
import { shell } from '../support/words.ts';

const BATCHES = '**/ingest/batch/';
const GRANTED = { storageState: withConsent('granted', market.publicUrl) };
/** A second attempt follows after some seconds. */
const DELIVERED_MS = 20_000;
const ONCE = { rows: 1, distinct: 1 };

const books = openBooks();
test.afterAll(() => books.close());

/** Opens a page and waits until its first events have been taken, so that counting is under way. */
async function openCounted(page: Page, path: string): Promise<void> {
  const taken = page.waitForResponse((response) => response.url().includes('/ingest/batch/'));
  await openPage(page, path);
  expect((await taken).status()).toBe(200);
}

test('what happens without a network is counted once, though its tab is closed', async ({
  openBrowser,
  seller,
}) => {
  const product = await listProduct(seller.api);
  const browser = await openBrowser(GRANTED);
  const [page] = [await browser.newPage(), await browser.newPage()];
  await openCounted(page, paths.search(product.title));
  await browser.setOffline(true);
  await page.getByRole('main').getByRole('link', { name: product.title }).click();
  await page.close();
  await browser.setOffline(false);
  expect(await books.countEvents('search_result_clicked', product.productId)).toMatchObject({ rows: 0 });

  for (const path of [paths.home(), paths.search('cable')]) await openCounted(await browser.newPage(), path);
  await expect
    .poll(() => books.countEvents('search_result_clicked', product.productId), { timeout: DELIVERED_MS })
    .toEqual(ONCE);
});

test('what was taken, and its answer lost, is counted once', async ({ openBrowser, seller }) => {
  const product = await listProduct(seller.api);
  const page = await (await openBrowser(GRANTED)).newPage();
  let attempts = 0;
  await page.route(BATCHES, async (route) => {
    attempts += 1;
    const response = await route.fetch();
    await (attempts === 1 ? route.abort() : route.fulfill({ response }));
  });
  await openPage(page, paths.product(product.slug));
  await expect.poll(() => attempts, { timeout: DELIVERED_MS }).toBeGreaterThan(1);
  expect(await books.countEvents('product_viewed', product.productId)).toEqual(ONCE);
});

test('who withdraws consent in the footer leaves nothing behind, in no tab', async ({
  openBrowser,
  seller,
}) => {
  const product = await listProduct(seller.api);
  const browser = await openBrowser(GRANTED);
  const [page, otherTab] = [await browser.newPage(), await browser.newPage()];
  await openCounted(page, paths.search(product.title));
  await openCounted(otherTab, paths.home());
  await browser.setOffline(true);
  await page.getByRole('main').getByRole('link', { name: product.title }).click();
  await page.getByRole('contentinfo').getByRole('button', { name: shell.footer.privacy }).click();
  await page.getByRole('button', { name: shell.consent.decline }).click();
  await browser.setOffline(false);

  const kept = (tab: Page) =>
    tab.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('plaza-outbox');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const waiting = await new Promise<number>((resolve) => {
        if (!database.objectStoreNames.contains('events')) return resolve(0);
        const request = database.transaction('events').objectStore('events').count();
        request.onsuccess = () => resolve(request.result);
      });
      database.close();
      const names = Object.keys({ ...localStorage }).concat(Object.keys({ ...sessionStorage }));
      return { waiting, ofSdk: names.filter((name) => name.startsWith('ph_')) };
    });
  for (const tab of [page, otherTab]) {
    await expect.poll(() => kept(tab)).toEqual({ waiting: 0, ofSdk: [] });
  }
  let sent = 0;
  await browser.route(BATCHES, (route) => {
    sent += 1;
    return route.continue();
  });
  await openPage(otherTab, paths.product(product.slug));
  await openPage(page, paths.home());
  expect(sent).toBe(0);
  expect(await books.countEvents('search_result_clicked', product.productId)).toMatchObject({ rows: 0 });
});

test('PostHog’s own SDK for browsers works against our address as it is', async ({ openBrowser }) => {
  const page = await (await openBrowser({ bypassCSP: true })).newPage();
  const failed: string[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/ingest/') && !response.ok()) failed.push(response.url());
  });
  page.on('console', (message) => {
    if (message.text().includes('PostHog')) failed.push(message.text());
  });
  await openPage(page, paths.home());
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve('posthog-js/dist/array.js') });
  const event = `by_sdk_${randomUUID()}`;
  const capture = (options: { send_instantly?: boolean }) =>
    page.evaluate(
      ([name, sending]) => {
        // The script puts the SDK there.
        const { posthog } = window as unknown as { posthog: typeof import('posthog-js').posthog };
        if (!posthog.__loaded)
          posthog.init('phc_plaza_local', { api_host: '/ingest', opt_out_useragent_filter: true });
        for (const index of [1, 2, 3]) posthog.capture(name, { index }, sending);
      },
      [event, options] as const,
    );
  await capture({ send_instantly: true });
  await expect.poll(() => books.countEvents(event), { timeout: DELIVERED_MS }).toMatchObject({ rows: 3 });
  // From its queue: some seconds later, or as a beacon when the page is left before.
  await capture({});
  await page.goto(paths.cart());
  await expect
    .poll(() => books.countEvents(event), { timeout: DELIVERED_MS })
    .toEqual({ rows: 6, distinct: 6 });
  expect(failed).toEqual([]);
});
