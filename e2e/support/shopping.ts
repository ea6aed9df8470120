import { expect, type Page, type WebSocket } from '@playwright/test';
import { paths } from '@plaza/navigation/paths';
import { ADDRESS, EMAIL } from './orders.ts';
import { PASSWORD } from './sign-in.ts';
import { account, catalog, checkout, orderWords, payPage } from './words.ts';

export const CARDS = {
  good: '4242 4242 4242 4242',
  declined: '4000 0000 0000 0002',
  threeDSecure: '4000 0025 0000 3155',
} as const;

/** Whether React has taken over every part that the server has drawn: it marks what is its own. */
const isTakenOver = (): boolean =>
  [...document.querySelectorAll('[data-mfe][data-part]')].every((part) =>
    Object.keys(part).some((key) => key.startsWith('__reactProps')),
  );

/** Opens a page and waits until all of it answers to presses: until then the categories are a link, afterwards a button. */
export async function openPage(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('button', { name: catalog.menu.open })).toBeVisible();
  await page.waitForFunction(isTakenOver);
}

/** The page's web socket, once something has come over it. Ask before the page is opened. */
export const whenLive = (page: Page): Promise<WebSocket> =>
  new Promise((done) => {
    page.once('websocket', (socket) => socket.once('framereceived', () => done(socket)));
  });

/** Puts products in the cart from their own pages. */
export async function addToCart(
  page: Page,
  products: readonly { slug: string; title: string }[],
): Promise<void> {
  for (const { slug, title } of products) {
    await openPage(page, paths.product(slug));
    await page.getByRole('button', { name: checkout.add.button }).click();
    await expect(page.getByText(checkout.add.added(1, title))).toBeVisible();
  }
}

/** Opens the cart beside the page; the button may not listen yet when it is first pressed. */
export async function openMiniCart(page: Page, count: number): Promise<void> {
  const drawer = page.getByRole('dialog', { name: checkout.miniCart.title });
  await expect(async () => {
    await page.getByRole('button', { name: checkout.miniCart.open(count), exact: true }).click();
    await expect(drawer).toBeVisible({ timeout: 2_000 });
  }).toPass();
}

/** Fills in who gets the parcel, from an empty form to the step after it. */
export async function fillDelivery(page: Page): Promise<void> {
  const texts = checkout.checkout;
  const field = (name: string) => page.getByRole('textbox', { name });
  await field(texts.email).fill(EMAIL);
  await field(texts.fullName).fill(ADDRESS.fullName);
  await field(texts.line1).fill(ADDRESS.line1);
  await field(texts.city).fill(ADDRESS.city);
  await field(texts.region).fill(ADDRESS.region);
  await field(texts.postalCode).fill(ADDRESS.postalCode);
  await page.getByRole('button', { name: texts.save }).click();
  await expect(page.getByRole('button', { name: texts.editDelivery })).toBeVisible();
}

/** The button that leads to the payment page, whatever the amount. */
export const payButton = (page: Page) =>
  page
    .getByRole('region', { name: checkout.checkout.summary })
    .getByRole('button', { name: orderWords.pay('') });

/** Goes to the hosted payment page. */
export async function goToPayment(page: Page): Promise<void> {
  await payButton(page).click();
  await expect(page.getByText(payPage.standIn)).toBeVisible();
}

/** Fills in the hosted page and sends it. */
export async function payWith(page: Page, card: keyof typeof CARDS): Promise<void> {
  await page.getByRole('textbox', { name: payPage.number }).fill(CARDS[card]);
  await page.getByRole('textbox', { name: payPage.expiry }).fill('12 / 34');
  await page.getByRole('textbox', { name: payPage.cvc }).fill('123');
  await page.getByRole('textbox', { name: payPage.name }).fill(ADDRESS.fullName);
  await page.getByRole('button', { name: payPage.pay('') }).click();
}

export async function expectThanks(page: Page): Promise<void> {
  const [firstName = ''] = ADDRESS.fullName.split(' ');
  await expect(page.getByRole('heading', { name: checkout.confirmation.thanks(firstName) })).toBeVisible();
}

export async function signIn(page: Page, email: string): Promise<void> {
  await page.getByRole('textbox', { name: account.fields.email }).fill(email);
  await page.getByLabel(account.fields.password, { exact: true }).fill(PASSWORD);
  await page.getByRole('main').getByRole('button', { name: account.signIn.submit, exact: true }).click();
}
