import type { Page } from '@playwright/test';
import { paths } from '@plaza/navigation/paths';
import { accountStates, entryStates } from '../support/account-pages.ts';
import { findViolations, lookAt, showWide } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { pressOn, tabTo, typeInto } from '../support/keyboard.ts';
import { ADDRESS, EMAIL } from '../support/orders.ts';
import { buyerStates, type PageState, publicStates, sellerStates } from '../support/pages.ts';
import { listProduct } from '../support/products.ts';
import { CARDS, expectThanks, openPage, payButton } from '../support/shopping.ts';
import { adminStates, figureStates, releaseStates } from '../support/staff-pages.ts';
import { catalog, checkout, orderWords, payPage } from '../support/words.ts';

/** Visits each state; neither axe nor the browser's console (where React tells of failed hydration) may complain. */
async function expectNoComplaints(page: Page, states: readonly PageState[]): Promise<void> {
  const found: string[] = [];
  let visited: PageState | undefined;
  page.on('pageerror', (error) => found.push(`${visited?.name}: ${error.message}`));
  page.on('console', (message) => {
    // The document itself, which is not there: that is what this state is about.
    const isMissingDocument = message.location().url === page.url();
    const isRefusal = visited?.isRefused && message.text().includes('status of 403');
    if (message.type() === 'error' && !isMissingDocument && !isRefusal)
      found.push(`${visited?.name}: ${message.text()}`);
  });
  for (const state of states) {
    visited = state;
    await showWide(page);
    await state.open(page);
    found.push(...(await lookAt(page, state.name)));
  }
  expect(found).toEqual([]);
}

test.describe('neither axe nor the console complains', () => {
  // The longest of all walks, each with pages of its own: none waits for the one before it.
  test.describe.configure({ mode: 'parallel', timeout: 300_000 });

  test('on what everybody sees', async ({ page, seller }) => {
    await expectNoComplaints(page, await publicStates(seller));
  });

  test('on the way to a purchase and after it', async ({ page, seller, otherSeller }) => {
    const items = [await listProduct(seller.api), await listProduct(otherSeller.api)];
    await expectNoComplaints(page, buyerStates(items));
  });

  test('on the way into an account', async ({ page }) => {
    await expectNoComplaints(page, entryStates());
  });

  test('in an account', async ({ page }) => {
    await expectNoComplaints(page, accountStates());
  });

  test('where sellers work', async ({ sellerPage, seller }) => {
    await expectNoComplaints(sellerPage, await sellerStates(seller));
  });

  test('where the staff works', async ({ adminPage, admin }) => {
    await expectNoComplaints(adminPage, await adminStates(admin));
  });

  test('where the staff reads figures', async ({ adminPage }) => {
    await expectNoComplaints(adminPage, figureStates);
  });

  test('where the staff releases frontends', async ({ adminPage }) => {
    await expectNoComplaints(adminPage, await releaseStates());
  });

  test('in the filters of a narrow screen', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await openPage(page, paths.search('usb'));
    await page.getByRole('button', { name: catalog.search.filters, exact: true }).click();
    await expect(page.getByRole('dialog', { name: catalog.search.filters })).toBeVisible();
    expect(await findViolations(page)).toEqual([]);
  });
});

test('a keyboard alone buys a product', async ({ page, seller }) => {
  const product = await listProduct(seller.api);
  const texts = checkout.checkout;
  await openPage(page, paths.home());
  await tabTo(page, page.getByRole('searchbox', { name: catalog.searchBox.label }));
  await page.keyboard.type(product.title);
  await page.keyboard.press('Enter');
  await pressOn(page, page.getByRole('main').getByRole('link', { name: product.title }));
  await pressOn(page, page.getByRole('button', { name: checkout.add.button }));
  await pressOn(page, page.getByRole('button', { name: checkout.miniCart.open(1) }), 'Shift+Tab');
  const drawer = page.getByRole('dialog', { name: checkout.miniCart.title });
  await pressOn(page, drawer.getByRole('link', { name: checkout.cart.checkout }));

  const field = (name: string) => page.getByRole('textbox', { name });
  await typeInto(page, field(texts.email), EMAIL);
  await typeInto(page, field(texts.fullName), ADDRESS.fullName);
  await typeInto(page, field(texts.line1), ADDRESS.line1);
  await typeInto(page, field(texts.city), ADDRESS.city);
  await typeInto(page, field(texts.postalCode), ADDRESS.postalCode);
  await pressOn(page, page.getByRole('button', { name: texts.save }));
  const speeds = page.getByRole('group', { name: orderWords.parcelFrom('Harbor & Finch') });
  await tabTo(page, speeds.getByRole('radio', { name: orderWords.speeds.standard }));
  await page.keyboard.press('ArrowDown');
  await expect(speeds.getByRole('radio', { name: orderWords.speeds.express })).toBeChecked();
  await expect(speeds.getByRole('radio', { name: orderWords.speeds.express })).toBeFocused();
  await pressOn(page, payButton(page));

  await typeInto(page, field(payPage.number), CARDS.good);
  await typeInto(page, field(payPage.expiry), '12 / 34');
  await typeInto(page, field(payPage.cvc), '123');
  await typeInto(page, field(payPage.name), ADDRESS.fullName);
  await page.keyboard.press('Enter');
  await expectThanks(page);
});
