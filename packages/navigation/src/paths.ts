import { formatSearchParams, type SearchParams } from './search-params.ts';

const segment = encodeURIComponent;
const fragment = (token: string) => (token === '' ? '' : `#${segment(token)}`);

type Values = Readonly<Record<string, string | number | boolean | undefined>>;

/** Every address of the shop. The shell's routes are written in the same words. */
export const paths = {
  home: () => '/',
  category: (categorySlug: string, search: Values = {}) =>
    `/category/${segment(categorySlug)}${formatSearchParams(search)}`,
  /** Results for what somebody typed; filters travel beside it. */
  search: (query: string, search: Values = {}) => `/search${formatSearchParams({ q: query, ...search })}`,
  /** Everything that one seller offers. */
  store: (sellerSlug: string, search: Values = {}) =>
    `/store/${segment(sellerSlug)}${formatSearchParams(search)}`,
  product: (productSlug: string) => `/product/${segment(productSlug)}`,

  cart: () => '/cart',
  checkout: () => '/checkout',
  confirmation: (orderId: string) => `/checkout/confirmation/${segment(orderId)}`,

  signIn: (returnTo?: string, search: Values = {}) =>
    `/sign-in${formatSearchParams({ returnTo, ...search })}`,
  /** Where the second proof of a sign-in is asked for. */
  secondStep: (returnTo?: string) => `/sign-in/second-step${formatSearchParams({ returnTo })}`,
  /** Begins signing in by a provider; leaves the shop. */
  socialSignIn: (providerId: string, returnTo?: string) =>
    `/api/social/${segment(providerId)}/start${formatSearchParams({ returnTo })}`,
  /** Where the code of a mail is asked for that confirms an address at a provider. */
  confirmSocial: () => '/sign-in/confirm',
  account: () => '/account',
  accountProfile: () => '/account/profile',
  accountAddresses: () => '/account/addresses',
  /** Password, second proofs and signed-in browsers. */
  accountSecurity: () => '/account/security',
  accountActivity: (search: Values = {}) => `/account/activity${formatSearchParams(search)}`,
  /** A copy of all that is held of somebody, and its erasure. */
  accountPrivacy: () => '/account/privacy',
  /** With whom the account is connected. */
  connections: (search: Values = {}) => `/account/connections${formatSearchParams(search)}`,
  /** Programs that act for somebody. */
  apiClients: () => '/account/api',
  register: (returnTo?: string) => `/register${formatSearchParams({ returnTo })}`,
  registerSeller: (returnTo?: string) => `/register/seller${formatSearchParams({ returnTo })}`,
  /** For somebody who has an account and wants to sell too. */
  openShop: () => '/selling/open',
  forgotPassword: () => '/forgot-password',
  // Links of mails hold their token behind the `#`, which no server and no other site is told.
  verifyEmail: (token = '') => `/verify-email${fragment(token)}`,
  resetPassword: (token = '') => `/reset-password${fragment(token)}`,
  confirmEmail: (token = '') => `/account/email/confirm${fragment(token)}`,
  undoEmail: (token = '') => `/account/email/undo${fragment(token)}`,
  /** "This was not me", of the notice of a new sign-in. */
  notMe: (token = '') => `/account/not-me${fragment(token)}`,
  orders: (search: Values = {}) => `/orders${formatSearchParams(search)}`,
  order: (orderId: string) => `/orders/${segment(orderId)}`,
  receipt: (orderId: string) => `/orders/${segment(orderId)}/receipt`,
  receiptPdf: (orderId: string) => `/api/receipts/${segment(orderId)}.pdf`,
  /** The bytes that the receipt's digest is made of. */
  receiptData: (orderId: string) => `/api/receipts/${segment(orderId)}.json`,
  /** Where anyone checks a receipt; with what is printed on it filled in. */
  verifyReceipt: (search: { digest?: string } = {}) => `/receipts/verify${formatSearchParams(search)}`,

  sellerDashboard: (search: Values = {}) => `/selling${formatSearchParams(search)}`,
  sellerListings: (search: Values = {}) => `/selling/listings${formatSearchParams(search)}`,
  sellerNewListing: () => '/selling/listings/new',
  sellerListing: (productId: string) => `/selling/listings/${segment(productId)}`,
  sellerOrders: (search: Values = {}) => `/selling/orders${formatSearchParams(search)}`,

  sellerTeam: () => '/selling/team',
  /** Where the link of an invitation to work for a seller leads. */
  joinTeam: (token = '') => `/selling/team/join${fragment(token)}`,

  adminOverview: () => '/admin',
  adminPeople: (search: Values = {}) => `/admin/people${formatSearchParams(search)}`,
  adminPerson: (accountId: string) => `/admin/people/${segment(accountId)}`,
  adminAlerts: (search: Values = {}) => `/admin/alerts${formatSearchParams(search)}`,
  adminAlert: (alertId: string) => `/admin/alerts/${segment(alertId)}`,
  adminAudit: (search: Values = {}) => `/admin/audit${formatSearchParams(search)}`,
} as const;

/**
 * Where to go after signing in: the wanted address if it is a path of this shop, else home. Anything that a browser
 * could read as another origin (`//evil.test`, `/\evil.test`, `https:`) is refused.
 */
export function safeReturnTo(search: SearchParams): string {
  const wanted = search.returnTo ?? '';
  if (!/^\/(?![/\\])/.test(wanted) || hasControlCharacter(wanted)) return paths.home();
  const origin = 'http://shop.invalid';
  return URL.canParse(wanted, origin) && new URL(wanted, origin).origin === origin ? wanted : paths.home();
}

// Browsers drop tabs and line breaks from an address, which could turn `/<tab>/evil.test` into another origin.
const hasControlCharacter = (text: string) => [...text].some((character) => character < ' ');
