import type { Page } from '@playwright/test';
import { lastDays } from '@plaza/contracts';
import { paths } from '@plaza/navigation/paths';
import { formatMoney } from '@plaza/ui/format';
import { apiOf } from '../support/api.ts';
import { expect, test } from '../support/fixtures.ts';
import { ALONE } from '../support/market.ts';
import { buy, fillCart, payOrder, placeOrder } from '../support/orders.ts';
import { drawPicture } from '../support/picture.ts';
import { listProduct, uniqueTitle } from '../support/products.ts';
import { openPage, signIn, whenLive } from '../support/shopping.ts';
import { catalog, checkout, dashboard, orderWords, seller as words } from '../support/words.ts';

const { editor, listings, orders } = words;
const SALE_TO_DASHBOARD_MS = 5_000;
/** Their library comes after everything else; no promise is about it. */
const CHARTS_MS = 30_000;

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

async function addOption(page: Page, name: string, values: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: editor.addOption }).click();
  const option = field(page, editor.optionName).last();
  await option.fill(name);
  for (const value of values) {
    await field(page, editor.optionValue).last().fill(value);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: editor.removeValue(value), exact: true })).toBeVisible();
  }
}

test('a listing with options and a picture goes from draft to the shop, and is found', async ({ page }) => {
  const title = uniqueTitle('Journey headphones');
  await openPage(page, paths.sellerDashboard());
  await expect(page).toHaveURL(/\/sign-in\?returnTo=/);
  await signIn(page, 'seller@plaza.test');
  await expect(page.getByRole('heading', { level: 1, name: dashboard.title })).toBeVisible();
  await page.getByRole('link', { name: words.frame.listings, exact: true }).click();
  await page.getByRole('link', { name: listings.new }).click();

  await field(page, editor.title).fill(title);
  const category = page.getByRole('combobox', { name: editor.category });
  await category.selectOption({ index: 3 });
  await page
    .getByRole('textbox', { name: editor.description })
    .fill('<p>Quiet.</p><script>alert(1)</script>');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: editor.choosePictures }).click();
  await (await chooser).setFiles({
    name: 'front.png',
    mimeType: 'image/png',
    buffer: await drawPicture(page),
  });
  await field(page, editor.altOf(1)).fill('Headphones on a table');
  await addOption(page, 'Colour', ['Black', 'Sand']);
  await addOption(page, 'Cable', ['1 m', '2 m']);
  const labels = ['Black / 1 m', 'Black / 2 m', 'Sand / 1 m', 'Sand / 2 m'];
  for (const [index, label] of labels.entries()) {
    await field(page, editor.of(editor.price, label)).fill(`${120 + index * 10}.50`);
    await field(page, editor.of(editor.stock, label)).fill(String(7 + index));
    await field(page, editor.of(editor.sku, label)).fill(`${title}-${index}`.replaceAll(' ', '-'));
  }
  await page.getByRole('link', { name: words.frame.listings, exact: true }).click();
  await page
    .getByRole('dialog', { name: editor.leaveTitle })
    .getByRole('button', { name: editor.stay })
    .click();
  await expect(field(page, editor.title)).toHaveValue(title);
  await page.getByRole('button', { name: editor.saveDraft }).click();
  await expect(page.getByText(words.status.draft, { exact: true })).toBeVisible();
  await expect(page).toHaveURL(/\/selling\/listings\/[0-9a-f-]{36}$/);

  const search = paths.search(title);
  await page.goto(search);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(catalog.search.resultsFor(title));
  await expect(page.getByRole('main').getByRole('link', { name: title })).toHaveCount(0);
  await page.goBack();
  await page.getByRole('button', { name: editor.publish }).click();
  await expect(page.getByText(words.status.published, { exact: true })).toBeVisible();
  await openPage(page, search);
  await page.getByRole('main').getByRole('link', { name: title }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByRole('img', { name: 'Headphones on a table' }).first()).toBeVisible();
  await page
    .getByRole('group', { name: catalog.product.option('Colour') })
    .getByText('Sand')
    .click();
  await page
    .getByRole('group', { name: catalog.product.option('Cable') })
    .getByText('2 m')
    .click();
  await expect(page.getByTestId('product-price')).toContainText('$150.50');
  await expect(page.getByTestId('stock-line')).toHaveText(catalog.product.inStock(10));
  await expect(page.getByText('Quiet.')).toBeVisible();
  expect(await page.content()).not.toContain('alert(1)');
});

test('a new price is shown to whoever holds the old one, and never taken silently', async ({
  page,
  sellerPage,
  seller,
}) => {
  const product = await listProduct(seller.api, { priceMinor: 5_000 });
  await fillCart(apiOf(page.request), [product]);
  await openPage(page, paths.cart());
  await expect(page.getByRole('main').getByRole('link', { name: checkout.cart.checkout })).toBeVisible();

  await openPage(sellerPage, paths.sellerListing(product.productId));
  await field(sellerPage, editor.price).fill('59.90');
  await sellerPage.getByRole('button', { name: editor.saveChanges }).click();
  await expect(sellerPage.getByText(editor.published)).toBeVisible();

  await page.getByRole('main').getByRole('link', { name: checkout.cart.checkout }).click();
  const changed = checkout.cart.priceChanged('$50.00', '$59.90');
  await expect(page.getByText(changed)).toBeVisible();
  await expect(page.getByRole('button', { name: orderWords.pay(''), exact: false }).last()).toBeDisabled();
  await openPage(page, paths.cart());
  await expect(page.getByText(changed)).toBeVisible();
  await expect(page.getByRole('button', { name: checkout.cart.checkout })).toBeDisabled();
  await page.getByRole('button', { name: checkout.cart.acceptPrices }).click();
  await expect(page.getByText(changed)).toBeHidden();
  await expect(page.getByRole('main').getByRole('link', { name: checkout.cart.checkout })).toBeVisible();
});

test('an order is seen, shipped, and the buyer’s page changes by itself', async ({
  page,
  sellerPage,
  seller,
}) => {
  const product = await listProduct(seller.api);
  const api = apiOf(page.request);
  const orderId = await buy(api, page.request, [product]);
  const live = whenLive(page);
  await openPage(page, paths.order(orderId));
  await live;
  await expect(page.getByTestId('parcel-status')).toHaveText(orderWords.parcelStatus.paid);
  const number = (await api.order.get.query({ orderId })).sellerOrders[0]?.number ?? '';

  await openPage(sellerPage, paths.sellerOrders());
  await sellerPage.getByRole('link', { name: orders.open(number) }).click();
  const drawer = sellerPage.getByRole('dialog', { name: orders.detailTitle(number) });
  await expect(drawer.getByText(product.title)).toBeVisible();
  await drawer.getByRole('button', { name: orders.ship }).click();
  await field(sellerPage, orders.carrier).fill('DHL');
  await field(sellerPage, orders.trackingNumber).fill('JD0146000');
  await drawer
    .getByRole('form', { name: orders.shipTitle })
    .getByRole('button', { name: orders.ship })
    .click();
  await expect(sellerPage.getByText(orders.shipped)).toBeVisible();

  await expect(page.getByTestId('parcel-status')).toHaveText(orderWords.parcelStatus.shipped);
  await expect(page.getByText(orderWords.tracking('DHL', 'JD0146000'))).toBeVisible();
});

test(
  'a sale is on the dashboard within five seconds of its payment',
  ALONE,
  async ({ page, sellerPage, seller }) => {
    const product = await listProduct(seller.api, { priceMinor: 7_700 });
    const api = apiOf(page.request);
    await openPage(sellerPage, paths.sellerDashboard());
    // The first is the figure; charts and the table of products come after it.
    const revenue = sellerPage.getByText(dashboard.revenue, { exact: true }).first().locator('..');
    const { totals, currency } = await seller.api.analytics.seller.sales.query(lastDays(30, new Date()));
    await expect(revenue).toContainText(formatMoney(totals.revenueMinor, currency));
    await sellerPage.getByRole('figure', { name: dashboard.revenueByDay }).waitFor({ timeout: CHARTS_MS });

    await fillCart(api, [product]);
    const orderId = await placeOrder(api);
    const { totalMinor } = await api.order.get.query({ orderId });
    await payOrder(api, page.request, orderId);
    await expect(revenue).toContainText(formatMoney(totals.revenueMinor + totalMinor, currency), {
      timeout: SALE_TO_DASHBOARD_MS,
    });
  },
);
