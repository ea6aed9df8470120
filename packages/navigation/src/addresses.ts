/*
 * Every address of the shop; `paths` has them all. The shell's routes are written in the same words. Functions by
 * themselves, so that a frontend carries those that it uses.
 */
import { formatSearchParams } from './search-params.ts';

const segment = encodeURIComponent;
const fragment = (token: string) => (token === '' ? '' : `#${segment(token)}`);

type Values = Readonly<Record<string, string | number | boolean | undefined>>;

export const home = () => '/';
export const category = (categorySlug: string, search: Values = {}) =>
  `/category/${segment(categorySlug)}${formatSearchParams(search)}`;
/** Results for what somebody typed; filters travel beside it. */
export const search = (query: string, search: Values = {}) =>
  `/search${formatSearchParams({ q: query, ...search })}`;
/** Everything that one seller offers. */
export const store = (sellerSlug: string, search: Values = {}) =>
  `/store/${segment(sellerSlug)}${formatSearchParams(search)}`;
export const product = (productSlug: string) => `/product/${segment(productSlug)}`;
export const cart = () => '/cart';
export const checkout = () => '/checkout';
export const confirmation = (orderId: string) => `/checkout/confirmation/${segment(orderId)}`;
export const signIn = (returnTo?: string, search: Values = {}) =>
  `/sign-in${formatSearchParams({ returnTo, ...search })}`;
/** Where the second proof of a sign-in is asked for. */
export const secondStep = (returnTo?: string) => `/sign-in/second-step${formatSearchParams({ returnTo })}`;
/** Begins signing in by a provider; leaves the shop. */
export const socialSignIn = (providerId: string, returnTo?: string) =>
  `/api/social/${segment(providerId)}/start${formatSearchParams({ returnTo })}`;
/** Where the code of a mail is asked for that confirms an address at a provider. */
export const confirmSocial = () => '/sign-in/confirm';
export const account = () => '/account';
export const accountProfile = () => '/account/profile';
export const accountAddresses = () => '/account/addresses';
/** Password, second proofs and signed-in browsers. */
export const accountSecurity = () => '/account/security';
export const accountActivity = (search: Values = {}) => `/account/activity${formatSearchParams(search)}`;
/** A copy of all that is held of somebody, and its erasure. */
export const accountPrivacy = () => '/account/privacy';
/** With whom the account is connected. */
export const connections = (search: Values = {}) => `/account/connections${formatSearchParams(search)}`;
/** Programs that act for somebody. */
export const apiClients = () => '/account/api';
/** @param search `order`: of a guest, whose name and address are filled in */
export const register = (returnTo?: string, search: { order?: string } = {}) =>
  `/register${formatSearchParams({ returnTo, ...search })}`;
export const registerSeller = (returnTo?: string) => `/register/seller${formatSearchParams({ returnTo })}`;
/** For somebody who has an account and wants to sell too. */
export const openShop = () => '/selling/open';
export const forgotPassword = () => '/forgot-password';
// Links of mails hold their token behind the `#`, which no server and no other site is told.
export const verifyEmail = (token = '') => `/verify-email${fragment(token)}`;
export const resetPassword = (token = '') => `/reset-password${fragment(token)}`;
export const confirmEmail = (token = '') => `/account/email/confirm${fragment(token)}`;
export const undoEmail = (token = '') => `/account/email/undo${fragment(token)}`;
/** "This was not me", of the notice of a new sign-in. */
export const notMe = (token = '') => `/account/not-me${fragment(token)}`;
export const orders = (search: Values = {}) => `/orders${formatSearchParams(search)}`;
export const order = (orderId: string) => `/orders/${segment(orderId)}`;
export const receipt = (orderId: string) => `/orders/${segment(orderId)}/receipt`;
export const receiptPdf = (orderId: string) => `/api/receipts/${segment(orderId)}.pdf`;
/** The bytes that the receipt's digest is made of. */
export const receiptData = (orderId: string) => `/api/receipts/${segment(orderId)}.json`;
/** Where anyone checks a receipt; with what is printed on it filled in. */
export const verifyReceipt = (search: { digest?: string } = {}) =>
  `/receipts/verify${formatSearchParams(search)}`;
export const sellerDashboard = (search: Values = {}) => `/selling${formatSearchParams(search)}`;
export const sellerListings = (search: Values = {}) => `/selling/listings${formatSearchParams(search)}`;
export const sellerNewListing = () => '/selling/listings/new';
export const sellerListing = (productId: string) => `/selling/listings/${segment(productId)}`;
export const sellerOrders = (search: Values = {}) => `/selling/orders${formatSearchParams(search)}`;
export const sellerTeam = () => '/selling/team';
/** Where the link of a weekly report leads that ends them. */
export const stopReport = (token = '') => `/selling/reports/stop${fragment(token)}`;
/** Where the link of an invitation to work for a seller leads. */
export const joinTeam = (token = '') => `/selling/team/join${fragment(token)}`;
export const adminOverview = () => '/admin';
export const adminPeople = (search: Values = {}) => `/admin/people${formatSearchParams(search)}`;
export const adminPerson = (accountId: string) => `/admin/people/${segment(accountId)}`;
export const adminAlerts = (search: Values = {}) => `/admin/alerts${formatSearchParams(search)}`;
export const adminAlert = (alertId: string) => `/admin/alerts/${segment(alertId)}`;
export const adminAudit = (search: Values = {}) => `/admin/audit${formatSearchParams(search)}`;
/** Figures of the market as a whole. */
export const adminPlatform = (search: Values = {}) => `/admin/market${formatSearchParams(search)}`;
/** Figures of frontends and their versions, for the teams that make them. */
export const adminTeamFigures = (search: Values = {}) => `/admin/frontends${formatSearchParams(search)}`;
export const adminReconciliation = (search: Values = {}) =>
  `/admin/reconciliation${formatSearchParams(search)}`;
export const adminDeadLetters = (search: Values = {}) => `/admin/dead-letters${formatSearchParams(search)}`;
export const adminReleases = () => '/admin/releases';
export const adminRelease = (frontend: string, search: Values = {}) =>
  `/admin/releases/${segment(frontend)}${formatSearchParams(search)}`;
