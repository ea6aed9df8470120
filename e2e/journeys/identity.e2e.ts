import { paths } from '@plaza/navigation/paths';
import { apiOf } from '../support/api.ts';
import { expect, test } from '../support/fixtures.ts';
import { readInbox } from '../support/inbox.ts';
import { ADDRESS, buy } from '../support/orders.ts';
import { listProduct } from '../support/products.ts';
import { fillRegistration, NEW_PASSWORD, openMailedLink } from '../support/registering.ts';
import { signInByPassword } from '../support/second-steps.ts';
import {
  addToCart,
  expectThanks,
  fillDelivery,
  goToPayment,
  openPage,
  payWith,
} from '../support/shopping.ts';
import {
  account,
  accountFrame,
  checkout,
  mailWords,
  orderWords,
  recovery,
  seller as sellerWords,
} from '../support/words.ts';

const newEmail = () => `journey-${crypto.randomUUID().slice(0, 8)}@example.com`;

test('somebody registers on the way to the checkout, opens the mailed link, and buys what is in the cart', async ({
  page,
  seller,
}) => {
  const product = await listProduct(seller.api);
  const email = newEmail();
  await addToCart(page, [product]);
  await openPage(page, paths.register(paths.checkout()));
  await fillRegistration(page, email);
  await openMailedLink(page, email, mailWords.verifyAddress.subject);
  // The token is gone from the address, and nothing has happened before somebody presses.
  await expect(page).toHaveURL(paths.verifyEmail());
  await page.getByRole('main').getByRole('button', { name: recovery.verify.submit }).click();
  await expect(page).toHaveURL(paths.checkout());
  // What is known of them is in the document: it does not come while they type.
  expect(await (await page.request.get(paths.checkout())).text()).toContain(`value="${email}"`);
  await fillDelivery(page);
  await goToPayment(page);
  await payWith(page, 'good');
  await expectThanks(page);

  await test.step('registering once more tells nothing on the page, and everything by mail', async () => {
    await page.context().clearCookies();
    await openPage(page, paths.register());
    await fillRegistration(page, email);
    await expect.poll(async () => (await readInbox(email, mailWords.accountExists.subject)).length).toBe(1);
  });
});

test('a guest opens an account after the purchase, and the order is in it on every device', async ({
  page,
  openBrowser,
  seller,
}) => {
  const email = newEmail();
  const orderId = await buy(apiOf(page.request), page.request, [await listProduct(seller.api)], email);
  const main = page.getByRole('main');
  await openPage(page, paths.confirmation(orderId));
  await main.getByRole('link', { name: checkout.confirmation.openAccount }).click();
  await expect(main.getByRole('textbox', { name: account.fields.email })).toHaveValue(email);
  await expect(main.getByRole('textbox', { name: account.fields.name, exact: true })).toHaveValue(
    ADDRESS.fullName,
  );
  await main.getByLabel(account.fields.password, { exact: true }).fill(NEW_PASSWORD);
  await main.locator('button[type=submit]').click();
  await main.getByRole('heading', { name: recovery.checkMail.title }).waitFor();
  await openMailedLink(page, email, mailWords.verifyAddress.subject);
  await main.getByRole('button', { name: recovery.verify.submit }).click();
  await expect(page).toHaveURL(paths.order(orderId));

  const phone = await (await openBrowser({ viewport: { width: 390, height: 844 } })).newPage();
  await signInByPassword(phone, email);
  await expect(phone).toHaveURL(paths.home());
  await openPage(phone, paths.accountSecurity());
  const ways = phone.getByRole('navigation', { name: accountFrame.label });
  await ways.getByRole('link', { name: accountFrame.orders }).click();
  await expect(ways.getByRole('link', { name: accountFrame.orders })).toHaveAttribute('aria-current', 'page');
  await expect(
    phone.getByRole('main').getByRole('heading', { level: 2, name: orderWords.order('') }),
  ).toHaveCount(1);
  await openPage(phone, paths.confirmation(orderId));
  await expect(phone.getByRole('link', { name: checkout.confirmation.openAccount })).toBeHidden();
});

test('a forgotten password is replaced by a mailed link, and the old one does not sign in any more', async ({
  page,
}) => {
  const email = newEmail();
  await openPage(page, paths.register());
  await fillRegistration(page, email);
  await openMailedLink(page, email, mailWords.verifyAddress.subject);
  await page.getByRole('main').getByRole('button', { name: recovery.verify.submit }).click();
  await expect(page).toHaveURL(paths.home());
  await page.context().clearCookies();

  await openPage(page, paths.signIn());
  await page.getByRole('link', { name: account.signIn.forgot }).click();
  // Both pages have a field of that name.
  await expect(page.getByRole('heading', { level: 1, name: recovery.forgot.title })).toBeVisible();
  await page.getByRole('textbox', { name: account.fields.email }).fill(email);
  await page.getByRole('main').getByRole('button', { name: recovery.forgot.submit }).click();
  await expect(page.getByText(recovery.forgot.sentText(email))).toBeVisible();
  await openMailedLink(page, email, mailWords.resetPassword.subject);
  await expect(page).toHaveURL(paths.resetPassword());
  const main = page.getByRole('main');
  await main.getByLabel(recovery.reset.newPassword, { exact: true }).fill('quite another long one');
  await main.getByRole('button', { name: recovery.reset.submit }).click();
  await expect(page).toHaveURL(paths.home());
  await expect(page.getByRole('button', { name: account.menu.labelOf('') })).toBeVisible();

  await page.context().clearCookies();
  for (const [password, isRight] of [
    [NEW_PASSWORD, false],
    ['quite another long one', true],
  ] as const) {
    await openPage(page, paths.signIn());
    await main.getByRole('textbox', { name: account.fields.email }).fill(email);
    await main.getByLabel(account.fields.password, { exact: true }).fill(password);
    await main.getByRole('button', { name: account.signIn.submit, exact: true }).click();
    if (isRight) await expect(page).toHaveURL(paths.home());
    else await expect(main.getByRole('alert')).toBeVisible();
  }
});

test('somebody opens a shop with a new account and lists a product', async ({ page }) => {
  const email = newEmail();
  const shop = `Journey ${email.slice(8, 16)}`;
  await openPage(page, paths.registerSeller());
  await page.getByRole('textbox', { name: recovery.seller.shopName }).fill(shop);
  await page.getByRole('combobox', { name: recovery.seller.country }).selectOption('DE');
  await fillRegistration(page, email);
  await openMailedLink(page, email, mailWords.verifyAddress.subject);
  await page.getByRole('main').getByRole('button', { name: recovery.verify.submit }).click();
  await expect(page).toHaveURL(paths.sellerListings());
  await page.getByRole('link', { name: sellerWords.listings.new }).first().click();
  const title = `${shop} cable`;
  await page.getByRole('textbox', { name: sellerWords.editor.title, exact: true }).fill(title);
  await page.getByRole('combobox', { name: sellerWords.editor.category }).selectOption({ index: 3 });
  await page.getByRole('textbox', { name: sellerWords.editor.price, exact: true }).fill('12.50');
  await page.getByRole('textbox', { name: sellerWords.editor.sku, exact: true }).fill('CABLE-1');
  await page.getByRole('button', { name: sellerWords.editor.saveDraft }).click();
  await expect(page.getByText(sellerWords.status.draft, { exact: true })).toBeVisible();
});
