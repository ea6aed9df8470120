import { paths } from '@plaza/navigation/paths';
import { formatMoney } from '@plaza/ui/format';
import { apiOf } from '../support/api.ts';
import { expect, test } from '../support/fixtures.ts';
import { readInbox } from '../support/inbox.ts';
import { EMAIL, fillCart } from '../support/orders.ts';
import { listProduct, readStock } from '../support/products.ts';
import { fillRegistration, NEW_PASSWORD, openMailedLink } from '../support/registering.ts';
import {
  addToCart,
  expectThanks,
  fillDelivery,
  goToPayment,
  openMiniCart,
  openPage,
  payButton,
  payWith,
} from '../support/shopping.ts';
import {
  account,
  catalog,
  checkout,
  mailWords,
  orderWords,
  payPage,
  recovery,
  ui,
} from '../support/words.ts';

test('a cart of two sellers is edited, paid after a declined card, and followed', async ({
  page,
  seller,
  otherSeller,
}) => {
  const cable = await listProduct(seller.api, { name: 'Journey cable', priceMinor: 1_999 });
  const board = await listProduct(otherSeller.api, { name: 'Journey board', priceMinor: 25_000 });
  await addToCart(page, [cable, board]);

  await openMiniCart(page, 2);
  const drawer = page.getByRole('dialog', { name: checkout.miniCart.title });
  await expect(drawer.getByRole('link', { name: cable.title })).toBeVisible();
  await drawer.getByRole('link', { name: checkout.drawer.viewCart }).click();

  await test.step('quantities change, a line is removed and comes back', async () => {
    const quantity = page.getByRole('group', { name: checkout.cart.quantityOf(cable.title) });
    await quantity.getByRole('button', { name: ui.increase }).click();
    await expect(page.getByRole('button', { name: checkout.miniCart.open(3) })).toBeVisible();
    await expect(page.getByRole('main')).toContainText(formatMoney(2 * 1_999 + 25_000, 'USD'));
    await page.getByRole('button', { name: checkout.cart.removeLine(board.title) }).click();
    await expect(page.getByText(checkout.cart.removed(board.title))).toBeVisible();
    await expect(page.getByRole('button', { name: checkout.miniCart.open(2) })).toBeVisible();
    await expect(page.getByRole('button', { name: checkout.cart.undo })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('link', { name: board.title })).toBeVisible();
  });

  await page.getByRole('main').getByRole('link', { name: checkout.cart.checkout }).click();
  await fillDelivery(page);
  await test.step('each seller ships as the buyer chooses', async () => {
    const choice = page.getByRole('group', { name: orderWords.parcelFrom('Silicon Row') });
    await choice.getByText(orderWords.speeds.express).click();
    await expect(choice.getByRole('radio', { name: orderWords.speeds.express })).toBeChecked();
    await expect(
      page.getByRole('group', { name: orderWords.parcelFrom('Harbor & Finch') }).getByRole('radio', {
        name: orderWords.speeds.standard,
      }),
    ).toBeChecked();
  });
  // What the server asks for, not what the page has guessed.
  await expect
    .poll(async () => {
      const { totalMinor, currency, groups } = await apiOf(page.request).cart.get.query();
      const isExpress = groups.some((group) => group.shippingSpeed === 'express');
      return (
        isExpress &&
        (await payButton(page).textContent()) === orderWords.pay(formatMoney(totalMinor, currency))
      );
    })
    .toBe(true);

  await goToPayment(page);
  await payWith(page, 'declined');
  await expect(page.getByRole('alert')).toContainText(payPage.declined);
  await expect(page.getByRole('alert')).toContainText('Your card was declined');
  await test.step('back in the shop the reason is shown and the cart is as it was', async () => {
    await page.getByRole('link', { name: payPage.back }).click();
    await expect(page.getByText('Your card was declined', { exact: false })).toBeVisible();
    await expect(page.getByRole('button', { name: checkout.miniCart.open(3) })).toBeVisible();
  });

  await goToPayment(page);
  await payWith(page, 'good');
  await expectThanks(page);
  await expect(page.getByText(checkout.confirmation.paidText(2))).toBeVisible();
  for (const name of ['Harbor & Finch', 'Silicon Row']) {
    await expect(page.getByRole('heading', { name: orderWords.parcelFrom(name) })).toBeVisible();
  }
  await expect(page.getByRole('button', { name: checkout.miniCart.open(0) })).toBeVisible();

  await test.step('the confirmation is in the inbox, once', async () => {
    const [placed] = (await apiOf(page.request).order.list.query({})).items;
    await expect.poll(async () => (await readInbox(EMAIL, placed?.number ?? '-')).length).toBe(1);
  });
  await test.step('the history shows each parcel and what becomes of it', async () => {
    await openPage(page, paths.orders());
    const order = page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ hasText: orderWords.parcelFrom('Silicon Row') });
    await expect(order.getByText(orderWords.parcelStatus.paid)).toHaveCount(await order.count());
    const [placed] = (await apiOf(page.request).order.list.query({})).items;
    const part = placed?.sellerOrders.find(({ seller: { name } }) => name === 'Silicon Row');
    if (!placed || !part) throw new Error('the order is not in the history');
    expect(placed.sellerOrders).toHaveLength(2);
    await otherSeller.api.fulfilment.ship.mutate({
      sellerOrderId: part.id,
      carrier: 'UPS',
      trackingNumber: '1Z999',
    });
    await expect(page.getByText(orderWords.parcelStatus.shipped)).toBeVisible();
    await expect(page.getByText(orderWords.parcelStatus.paid)).toBeVisible();
  });
});

test('the way to pay is in sight, once, on a desk and on a phone, however long the cart', async ({
  page,
  seller,
}) => {
  const products = [];
  for (let at = 0; at < 6; at += 1) products.push(await listProduct(seller.api));
  await fillCart(apiOf(page.request), products);
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(viewport);
    await openPage(page, paths.checkout());
    await expect(payButton(page)).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('button', { name: orderWords.pay('') })).toHaveCount(1);
  }
});

test('a bank that asks for 3-D Secure gets its answer', async ({ page, seller }) => {
  const product = await listProduct(seller.api);
  await fillCart(apiOf(page.request), [product]);
  await openPage(page, paths.checkout());
  await goToPayment(page);
  await payWith(page, 'threeDSecure');
  await page.getByRole('button', { name: payPage.challengeYes }).click();
  await expectThanks(page);
});

test('an abandoned payment keeps the cart, reserves once, and gives the stock back', async ({
  page,
  openBrowser,
  seller,
}) => {
  const product = await listProduct(seller.api, { stock: 10 });
  const api = apiOf(page.request);
  await fillCart(api, [{ variantId: product.variantId, quantity: 2 }]);
  const onlooker = await (await openBrowser()).newPage();
  await openPage(onlooker, paths.product(product.slug));
  const stockLine = onlooker.getByTestId('stock-line');

  await openPage(page, paths.checkout());
  await goToPayment(page);
  await expect(stockLine).toHaveText(catalog.product.inStock(8));

  await test.step('back from the payment page the order waits and the cart is intact', async () => {
    await page.getByRole('link', { name: payPage.back }).click();
    await expect(page.getByText(checkout.pending.left)).toBeVisible();
    await expect(page.getByRole('button', { name: checkout.miniCart.open(2) })).toBeVisible();
  });
  await test.step('paying again is the same order', async () => {
    await goToPayment(page);
    expect((await api.order.list.query({})).total).toBe(1);
    expect(await readStock(seller.api, product)).toEqual({ reserved: 2, onHand: 10 });
  });
  await test.step('the browser’s back button does not order twice either, with another cart it moves the stock', async () => {
    await page.goBack();
    await expect(payButton(page)).toBeEnabled();
    await api.cart.setQuantity.mutate({ variantId: product.variantId, quantity: 3 });
    await openPage(page, paths.checkout());
    await goToPayment(page);
    expect(await readStock(seller.api, product)).toEqual({ reserved: 3, onHand: 10 });
    await expect(stockLine).toHaveText(catalog.product.inStock(7));
  });
  await test.step('cancelling gives the stock back, before the eyes of others', async () => {
    const { items } = await api.order.list.query({});
    const open = items.find(({ status }) => status === 'pending_payment');
    await openPage(page, paths.order(open?.id ?? ''));
    await page.getByRole('button', { name: account.order.cancel }).click();
    const dialog = page.getByRole('dialog', { name: account.order.cancelTitle('Harbor & Finch') });
    await dialog.getByRole('button', { name: account.order.cancelConfirm }).click();
    await expect(page.getByTestId('parcel-status')).toHaveText(orderWords.parcelStatus.cancelled);
    await expect(stockLine).toHaveText(catalog.product.inStock(10));
  });
});

test('an account finds its orders and its cart again on another device', async ({
  page,
  openBrowser,
  seller,
}) => {
  const product = await listProduct(seller.api);
  const email = `journey-${product.slug}@example.com`;
  await addToCart(page, [product]);
  await openPage(page, paths.register(paths.cart()));
  await fillRegistration(page, email);
  await openMailedLink(page, email, mailWords.verifyAddress.subject);
  await page.getByRole('main').getByRole('button', { name: recovery.verify.submit }).click();
  await expect(page).toHaveURL(paths.cart());
  await expect(page.getByRole('link', { name: product.title })).toBeVisible();

  const phone = await (await openBrowser({ viewport: { width: 390, height: 844 } })).newPage();
  await openPage(phone, paths.cart());
  await phone.getByRole('banner').getByRole('link', { name: account.menu.signIn }).click();
  await phone.getByRole('textbox', { name: account.fields.email }).fill(email);
  await phone.getByLabel(account.fields.password, { exact: true }).fill(NEW_PASSWORD);
  await phone.getByRole('main').getByRole('button', { name: account.signIn.submit, exact: true }).click();
  await expect(phone.getByRole('main').getByRole('link', { name: product.title })).toBeVisible();
});
