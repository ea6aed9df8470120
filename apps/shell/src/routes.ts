import type { RemotePageName } from '@plaza/contracts/remotes';

export interface PageRoute {
  /** Path with `$parameters`, which the page gets by these names. */
  path: string;
  /** The page of a remote that is shown there. */
  page: RemotePageName;
  /**
   * `public` pages are rendered without cookies, so that everybody gets the same bytes and a CDN can keep them.
   * `private` pages are rendered with the visitor's cookies and kept by nobody.
   */
  access: 'public' | 'private';
  /** How long a CDN may answer a public page by itself. */
  sharedMaxAgeSeconds?: number;
}

/** Every page of the shop. Paths are built with `paths` of @plaza/navigation, in the same words. */
export const PAGE_ROUTES: readonly PageRoute[] = [
  { path: '/', page: 'catalog/home', access: 'public', sharedMaxAgeSeconds: 60 },
  { path: '/category/$categorySlug', page: 'catalog/search', access: 'public', sharedMaxAgeSeconds: 30 },
  { path: '/search', page: 'catalog/search', access: 'public', sharedMaxAgeSeconds: 30 },
  { path: '/store/$sellerSlug', page: 'catalog/search', access: 'public', sharedMaxAgeSeconds: 30 },
  { path: '/product/$productSlug', page: 'catalog/product', access: 'public', sharedMaxAgeSeconds: 10 },

  { path: '/cart', page: 'checkout/cart', access: 'private' },
  { path: '/checkout', page: 'checkout/checkout', access: 'private' },
  { path: '/checkout/confirmation/$orderId', page: 'checkout/confirmation', access: 'private' },

  { path: '/sign-in', page: 'account/sign-in', access: 'private' },
  { path: '/sign-in/second-step', page: 'account/second-step', access: 'private' },
  { path: '/sign-in/confirm', page: 'account/confirm-social', access: 'private' },
  { path: '/register', page: 'account/register', access: 'private' },
  { path: '/register/seller', page: 'account/register-seller', access: 'private' },
  { path: '/verify-email', page: 'account/verify-email', access: 'private' },
  { path: '/forgot-password', page: 'account/forgot-password', access: 'private' },
  { path: '/reset-password', page: 'account/reset-password', access: 'private' },
  { path: '/account/email/confirm', page: 'account/confirm-email', access: 'private' },
  { path: '/account/not-me', page: 'account/not-me', access: 'private' },
  { path: '/account/email/undo', page: 'account/undo-email', access: 'private' },
  { path: '/account', page: 'account/overview', access: 'private' },
  { path: '/account/profile', page: 'account/profile', access: 'private' },
  { path: '/account/addresses', page: 'account/addresses', access: 'private' },
  { path: '/account/activity', page: 'account/activity', access: 'private' },
  { path: '/account/privacy', page: 'account/privacy', access: 'private' },
  { path: '/orders', page: 'account/orders', access: 'private' },
  { path: '/orders/$orderId', page: 'account/order', access: 'private' },
  { path: '/orders/$orderId/receipt', page: 'account/receipt', access: 'private' },
  {
    path: '/receipts/verify',
    page: 'account/verify-receipt',
    access: 'public',
    sharedMaxAgeSeconds: 10,
  },

  { path: '/account/security', page: 'account/security', access: 'private' },
  { path: '/account/connections', page: 'account/connections', access: 'private' },
  { path: '/account/api', page: 'account/api-clients', access: 'private' },

  { path: '/selling/open', page: 'account/open-shop', access: 'private' },
  { path: '/selling', page: 'seller/dashboard', access: 'private' },
  { path: '/selling/listings', page: 'seller/listings', access: 'private' },
  { path: '/selling/listings/new', page: 'seller/listing', access: 'private' },
  { path: '/selling/listings/$productId', page: 'seller/listing', access: 'private' },
  { path: '/selling/orders', page: 'seller/orders', access: 'private' },
  { path: '/selling/team', page: 'seller/team', access: 'private' },
  { path: '/selling/team/join', page: 'seller/join-team', access: 'private' },
  { path: '/selling/reports/stop', page: 'seller/stop-report', access: 'private' },

  { path: '/admin', page: 'admin/overview', access: 'private' },
  { path: '/admin/people', page: 'admin/people', access: 'private' },
  { path: '/admin/people/$accountId', page: 'admin/person', access: 'private' },
  { path: '/admin/alerts', page: 'admin/alerts', access: 'private' },
  { path: '/admin/alerts/$alertId', page: 'admin/alert', access: 'private' },
  { path: '/admin/audit', page: 'admin/audit', access: 'private' },
  { path: '/admin/market', page: 'admin/platform', access: 'private' },
  { path: '/admin/frontends', page: 'admin/team-figures', access: 'private' },
  { path: '/admin/reconciliation', page: 'admin/reconciliation', access: 'private' },
  { path: '/admin/dead-letters', page: 'admin/dead-letters', access: 'private' },
];
