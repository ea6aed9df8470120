import { type Page, request } from '@playwright/test';
import { paths } from '@plaza/navigation/paths';
import { apiOf } from './api.ts';
import { buy, fillCart, placeOrder } from './orders.ts';
import { openMiniCart, openPage } from './shopping.ts';
import { type SignedIn, signInAs } from './sign-in.ts';
import { account, catalog, checkout, dashboard, team, seller as words } from './words.ts';

/** A page in one of its states, and how to get there. */
export interface PageState {
  name: string;
  open: (page: Page) => Promise<void>;
  /** The server refuses a request on the way there, as it should; browsers mention it in their console. */
  isRefused?: true;
}

/** A state that is there as soon as its address is opened. */
export const at = (path: string) => (page: Page) => openPage(page, path);

/** What a visitor without anything sees. */
export async function publicStates({ api }: SignedIn): Promise<PageState[]> {
  const { categories, bestSelling } = await api.catalog.home.query();
  const department = categories[0]?.slug ?? '';
  return [
    { name: 'home', open: at(paths.home()) },
    { name: 'category', open: at(paths.category(department)) },
    { name: 'search', open: at(paths.search('usb', { stock: 1, sort: 'price_asc' })) },
    { name: 'search-empty', open: at(paths.search('zzzzz qqqqq')) },
    { name: 'store', open: at(paths.store('harbor-and-finch')) },
    { name: 'product', open: at(paths.product(bestSelling[0]?.slug ?? '')) },
    { name: 'cart-empty', open: at(paths.cart()) },
    { name: 'checkout-empty', open: at(paths.checkout()) },
    { name: 'sign-in', open: at(paths.signIn()) },
    {
      name: 'sign-in-errors',
      async open(page) {
        await openPage(page, paths.signIn());
        const submit = page
          .getByRole('main')
          .getByRole('button', { name: account.signIn.submit, exact: true });
        await submit.click();
        await page.locator('[aria-invalid=true]').first().waitFor();
      },
    },
    { name: 'sign-in-problem', open: at(paths.signIn('/', { error: 'denied', provider: 'google' })) },
    { name: 'register', open: at(paths.register()) },
    { name: 'register-seller', open: at(paths.registerSeller()) },
    { name: 'forgot-password', open: at(paths.forgotPassword()) },
    { name: 'verify-email', open: at(paths.verifyEmail('x')) },
    { name: 'reset-password-broken', open: at(paths.resetPassword('x')) },
    { name: 'orders-empty', open: at(paths.orders()) },
    { name: 'verify-receipt', open: at(paths.verifyReceipt()) },
    { name: 'verify-receipt-unknown', open: at(paths.verifyReceipt({ digest: '0'.repeat(64) })) },
    { name: 'not-found', open: at('/there/is/nothing/here') },
    {
      name: 'dialog-categories',
      async open(page) {
        await openPage(page, paths.home());
        await page.getByRole('button', { name: catalog.menu.open }).click();
        const dialog = page.getByRole('dialog', { name: catalog.menu.title });
        await dialog
          .getByText(categories[0]?.name ?? '')
          .first()
          .click();
        await dialog.getByRole('link', { name: catalog.menu.all(categories[0]?.name ?? '') }).waitFor();
      },
    },
  ];
}

/** What a buyer in the middle of buying sees. The first state fills the cart of the page's browser. */
export function buyerStates(items: readonly { variantId: string }[]): PageState[] {
  return [
    {
      name: 'cart',
      async open(page) {
        const api = apiOf(page.request);
        for (const { variantId } of items) await api.cart.addItem.mutate({ variantId, quantity: 1 });
        await openPage(page, paths.cart());
      },
    },
    { name: 'checkout-address', open: at(paths.checkout()) },
    {
      name: 'dialog-cart',
      async open(page) {
        await openPage(page, paths.home());
        await openMiniCart(page, items.length);
        await page.getByRole('dialog').getByRole('link', { name: checkout.drawer.viewCart }).waitFor();
      },
    },
    {
      name: 'checkout-review',
      async open(page) {
        await fillCart(apiOf(page.request), []);
        await openPage(page, paths.checkout());
      },
    },
    {
      name: 'checkout-unpaid',
      async open(page) {
        const orderId = await placeOrder(apiOf(page.request));
        await openPage(page, `${paths.checkout()}?order=${orderId}`);
        await page.getByText(checkout.pending.left).waitFor();
      },
    },
    {
      name: 'order-unpaid',
      async open(page) {
        const [order] = (await apiOf(page.request).order.list.query({})).items;
        await openPage(page, paths.order(order?.id ?? ''));
      },
    },
    {
      name: 'confirmation',
      async open(page) {
        const orderId = await buy(apiOf(page.request), page.request, []);
        await openPage(page, paths.confirmation(orderId));
      },
    },
    { name: 'orders', open: at(paths.orders()) },
    {
      name: 'order',
      async open(page) {
        const [order] = (await apiOf(page.request).order.list.query({})).items;
        await openPage(page, paths.order(order?.id ?? ''));
      },
    },
    {
      name: 'receipt',
      async open(page) {
        const [order] = (await apiOf(page.request).order.list.query({})).items;
        await openPage(page, paths.receipt(order?.id ?? ''));
      },
    },
    {
      name: 'verify-receipt-valid',
      async open(page) {
        const [order] = (await apiOf(page.request).order.list.query({})).items;
        const result = await apiOf(page.request).receipt.get.query({ orderId: order?.id ?? '' });
        await openPage(page, paths.verifyReceipt({ digest: result.ok ? result.receipt.digest : '' }));
      },
    },
    {
      name: 'dialog-cancel',
      async open(page) {
        const [order] = (await apiOf(page.request).order.list.query({})).items;
        await openPage(page, paths.order(order?.id ?? ''));
        await page.getByRole('button', { name: account.order.cancel }).first().click();
        await page.getByRole('dialog').waitFor();
      },
    },
  ];
}

/** What a seller sees; the page's browser is signed in. */
export async function sellerStates({ api }: SignedIn): Promise<PageState[]> {
  const [listing] = (await api.catalog.listListings.query({ status: 'published' })).items;
  const [order] = (await api.fulfilment.list.query({ status: 'paid' })).items;
  return [
    {
      name: 'selling',
      async open(page) {
        await openPage(page, paths.sellerDashboard());
        await page.getByRole('figure', { name: dashboard.revenueByDay }).waitFor();
      },
    },
    { name: 'selling-listings', open: at(paths.sellerListings()) },
    { name: 'selling-listings-none', open: at(paths.sellerListings({ q: 'zzzzz' })) },
    { name: 'selling-listing', open: at(paths.sellerListing(listing?.id ?? '')) },
    { name: 'selling-new-listing', open: at(paths.sellerNewListing()) },
    {
      name: 'selling-new-listing-errors',
      async open(page) {
        await openPage(page, paths.sellerNewListing());
        await page.getByRole('button', { name: words.editor.publish }).click();
        await page.locator('[aria-invalid=true]').first().waitFor();
      },
    },
    {
      name: 'selling-listing-preview',
      async open(page) {
        await openPage(page, paths.sellerNewListing());
        const typed =
          '<h1>Solid <b onclick="x()">oak</b></h1><p>Oiled.</p><ul><li><a href="https://a.test">Care</a></li></ul>' +
          '<script>x()</script><style>*{}</style><img src="x" onerror="x()"><iframe src="https://a.test"></iframe>';
        await page.getByRole('textbox', { name: words.editor.description }).fill(typed);
        await page.getByRole('tab', { name: words.editor.preview }).click();
        await page.getByRole('heading', { name: 'Solid oak' }).waitFor();
      },
    },
    { name: 'selling-orders', open: at(paths.sellerOrders()) },
    {
      name: 'dialog-order',
      async open(page) {
        await openPage(page, paths.sellerOrders({ order: order?.id }));
        await page.getByRole('dialog').getByRole('button', { name: words.orders.ship }).click();
        await page.getByRole('form', { name: words.orders.shipTitle }).waitFor();
      },
    },
    {
      name: 'dialog-stock',
      async open(page) {
        await openPage(page, paths.sellerListings());
        await page
          .getByRole('button', { name: words.listings.editStockOf('') })
          .first()
          .click();
        await page.getByRole('dialog').getByRole('textbox').first().waitFor();
      },
    },
    {
      name: 'selling-team',
      async open(page) {
        // To invite somebody asks for a fresh proof: in a browser apart, because a sign-in ends the session before it.
        const apart = await request.newContext();
        const { api: fresh } = await signInAs(apart, 'seller@plaza.test');
        await fresh.team.invite.mutate({ email: 'shown@example.com', permissions: ['listings', 'orders'] });
        await apart.dispose();
        await openPage(page, paths.sellerTeam());
      },
    },
    {
      name: 'selling-dialog-invite',
      async open(page) {
        await openPage(page, paths.sellerTeam());
        await page.getByRole('button', { name: team.invite }).click();
        await page.getByRole('dialog').getByRole('textbox', { name: team.email }).waitFor();
      },
    },
    { name: 'selling-join-team', open: at(paths.joinTeam('x')) },
    { name: 'selling-stop-report', open: at(paths.stopReport('x')) },
    {
      name: 'menu-account',
      async open(page) {
        await openPage(page, paths.home());
        await page.getByRole('button', { name: account.menu.labelOf('') }).click();
        await page.getByRole('button', { name: account.menu.signOut }).waitFor();
      },
    },
  ];
}
