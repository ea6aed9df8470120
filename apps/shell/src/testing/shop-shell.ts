import type { IncomingMessage } from 'node:http';
import { writeFakeRelease } from './fake-release.ts';
import { startTestShell } from './test-shell.ts';

const SLOT = "return { default: () => h('b', null, 'slot') };";
const page = (loader: string, head = "({ title: 'A page' })") =>
  `return { default: ({ data }) => h('h1', null, JSON.stringify(data)), loader: async ({ api, params, search }) => ${loader}, head: ({ data }) => ${head} };`;

const PRODUCT_HEAD = `({ title: 'Phone <3', description: 'A "phone"', canonicalPath: '/product/phone', imagePath: '/media/phone.svg',
  openGraphType: 'product', jsonLd: [{ '@type': 'Product', name: '</script><script>alert(1)' }], preloadImagePath: '/media/phone.svg' })`;

/** A shell with pages of every kind. The BFF knows nobody's orders, and what it was asked is in `asked`. */
export async function startShopShell() {
  const asked: IncomingMessage[] = [];
  const shell = await startTestShell({
    bff(request, response) {
      asked.push(request);
      response.setHeader('content-type', 'application/json');
      if (request.url?.includes('order.list')) {
        response.statusCode = 401;
        response.end(
          '{"error":{"message":"Sign in.","code":-32001,"data":{"code":"UNAUTHORIZED","httpStatus":401}}}',
        );
      } else response.end('{"result":{"data":{"itemCount":2}}}');
    },
    releases: (dir) => ({
      catalog: writeFakeRelease(
        dir,
        'catalog',
        {
          'category-menu': SLOT,
          'search-box': SLOT,
          home: page("({ kind: 'ok', data: await api.catalog.home.query() })"),
          search: page("({ kind: 'ok', data: { params, search } })"),
          product: page(
            "(params.productSlug === 'gone' ? { kind: 'not_found' } : { kind: 'ok', data: { text: '</script>' } })",
            PRODUCT_HEAD,
          ),
        },
        [
          { path: '/', expose: 'home', access: 'public', sharedMaxAgeSeconds: 60 },
          { path: '/category/$categorySlug', expose: 'search', access: 'public', sharedMaxAgeSeconds: 30 },
          { path: '/search', expose: 'search', access: 'public', sharedMaxAgeSeconds: 30 },
          { path: '/product/$productSlug', expose: 'product', access: 'public', sharedMaxAgeSeconds: 10 },
        ],
      ),
      checkout: writeFakeRelease(
        dir,
        'checkout',
        {
          'mini-cart': SLOT,
          cart: page("({ kind: 'ok', data: await api.cart.get.query() })"),
          checkout: page("({ kind: 'redirect', href: '/cart' })"),
        },
        [
          { path: '/cart', expose: 'cart', access: 'private' },
          { path: '/checkout', expose: 'checkout', access: 'private' },
        ],
      ),
      account: writeFakeRelease(
        dir,
        'account',
        {
          'account-menu': SLOT,
          orders: page("({ kind: 'ok', data: await api.order.list.query({ page: 1 }) })"),
          order: page("({ kind: 'sign_in_required' })"),
        },
        [
          { path: '/orders', expose: 'orders', access: 'private' },
          { path: '/orders/$orderId', expose: 'order', access: 'private' },
        ],
      ),
    }),
  });
  return { ...shell, asked };
}
export type ShopShell = Awaited<ReturnType<typeof startShopShell>>;
