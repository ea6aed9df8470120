import type { Page } from '@playwright/test';
import { paths } from '@plaza/navigation/paths';
import { expect, test } from '../support/fixtures.ts';
import { ALONE, expectHealthy, kill } from '../support/market.ts';
import { listProduct, type TestProduct } from '../support/products.ts';
import { openPage, whenLive } from '../support/shopping.ts';
import { catalog, seller as sellerWords } from '../support/words.ts';

const LIVE_MS = 1_000;
/** A browser waits longer after each attempt to reconnect. */
const RECONNECT_MS = 20_000;

const stockLine = (page: Page) => page.getByTestId('stock-line');

/** Notes in the page itself when the stock line says something else than now. */
async function watchStockLine(page: Page): Promise<void> {
  await stockLine(page).evaluate((line) => {
    const observer = new MutationObserver(() => {
      document.documentElement.dataset.stockChangedAt ??= String(Date.now());
    });
    observer.observe(line, { childList: true, characterData: true, subtree: true });
  });
}
const changedAt = async (page: Page) =>
  Number(await page.evaluate(() => document.documentElement.dataset.stockChangedAt));

/** Restocks as the seller does. @returns when the button was pressed, by the clock of the machine */
async function restock(page: Page, product: TestProduct, quantity: number): Promise<number> {
  await openPage(page, paths.sellerListings({ q: product.title }));
  await page.getByRole('button', { name: sellerWords.listings.editStockOf(product.title) }).click();
  const dialog = page.getByRole('dialog', { name: sellerWords.stock.title });
  const field = dialog.getByRole('textbox', { name: sellerWords.stock.onHand(sellerWords.stock.single) });
  await field.fill(String(quantity));
  const save = dialog.getByRole('button', { name: sellerWords.stock.save });
  await save.evaluate((button) => {
    button.addEventListener('click', () => {
      document.documentElement.dataset.pressedAt = String(Date.now());
    });
  });
  await save.click();
  await expect(page.getByText(sellerWords.stock.saved)).toBeVisible();
  return Number(await page.evaluate(() => document.documentElement.dataset.pressedAt));
}

test(
  'what the seller restocks shows within a second in every browser',
  ALONE,
  async ({ page, openBrowser, sellerPage, seller }) => {
    const product = await listProduct(seller.api, { stock: 0 });
    const other = await (await openBrowser()).newPage();
    const shoppers = [page, other];
    for (const shopper of shoppers) {
      const live = whenLive(shopper);
      await openPage(shopper, paths.product(product.slug));
      await expect(stockLine(shopper)).toHaveText(catalog.product.soldOut);
      await live;
      await watchStockLine(shopper);
    }
    const pressedAt = await restock(sellerPage, product, 10);
    for (const shopper of shoppers) {
      await expect(stockLine(shopper)).toHaveText(catalog.product.inStock(10));
      expect((await changedAt(shopper)) - pressedAt).toBeLessThanOrEqual(LIVE_MS);
    }
  },
);

test('a lost connection comes back by itself, with the stock of now', ALONE, async ({ page, seller }) => {
  const product = await listProduct(seller.api, { stock: 9 });
  const setStock = (onHandQuantity: number) =>
    seller.api.inventory.setStock.mutate({ variantId: product.variantId, onHandQuantity });
  const live = whenLive(page);
  await openPage(page, paths.product(product.slug));
  const closed = (await live).waitForEvent('close');
  kill('bff');
  await closed;
  await expectHealthy();
  await setStock(23);
  await expect(stockLine(page)).toHaveText(catalog.product.inStock(23), { timeout: RECONNECT_MS });
  await expect(page.getByText(catalog.product.stockPaused)).toBeHidden();
  await setStock(4);
  await expect(stockLine(page)).toHaveText(catalog.product.fewLeft(4));
});

test('a browser that was offline catches up', ALONE, async ({ page, context, seller }) => {
  const product = await listProduct(seller.api, { stock: 9 });
  await openPage(page, paths.product(product.slug));
  await expect(stockLine(page)).toHaveText(catalog.product.inStock(9));
  await context.setOffline(true);
  await seller.api.inventory.setStock.mutate({ variantId: product.variantId, onHandQuantity: 31 });
  await context.setOffline(false);
  await expect(stockLine(page)).toHaveText(catalog.product.inStock(31), { timeout: RECONNECT_MS });
});
