import { analyticsRouter } from './analytics/analytics.router.ts';
import { auditRouter } from './audit/audit.router.ts';
import { cartRouter } from './cart/cart.router.ts';
import { catalogRouter } from './catalog/catalog.router.ts';
import { fulfilmentRouter } from './fulfilment/fulfilment.router.ts';
import { apiClientRouter } from './identity/access-tokens/public.ts';
import { captchaRouter } from './identity/captcha/captcha.router.ts';
import { factorRouter } from './identity/factors/factor.router.ts';
import { identityRouter } from './identity/identity.router.ts';
import { peopleRouter } from './identity/people/people.router.ts';
import { recoveryRouter } from './identity/recovery/recovery.router.ts';
import { verificationRouter } from './identity/recovery/verification.router.ts';
import { sessionRouter } from './identity/session.router.ts';
import { socialLoginRouter } from './identity/social/public.ts';
import { watchRouter } from './identity/watch/public.ts';
import { inventoryRouter } from './inventory/inventory.router.ts';
import { orderRouter } from './order/order.router.ts';
import { receiptRouter } from './order/receipt/receipt.router.ts';
import { paymentRouter } from './payment/payment.router.ts';
import { router } from './platform/trpc.ts';
import { profileRouter } from './profile/profile.router.ts';
import { releaseRouter } from './release/public.ts';
import { searchRouter } from './search/search.router.ts';
import { sellerRouter } from './seller/seller.router.ts';
import { teamRouter } from './seller/team/public.ts';

/** Everything that the frontends may ask for. */
export const appRouter = router({
  identity: identityRouter,
  captcha: captchaRouter,
  session: sessionRouter,
  apiClient: apiClientRouter,
  factor: factorRouter,
  verification: verificationRouter,
  recovery: recoveryRouter,
  socialLogin: socialLoginRouter,
  people: peopleRouter,
  watch: watchRouter,
  profile: profileRouter,
  catalog: catalogRouter,
  search: searchRouter,
  inventory: inventoryRouter,
  cart: cartRouter,
  order: orderRouter,
  receipt: receiptRouter,
  payment: paymentRouter,
  fulfilment: fulfilmentRouter,
  analytics: analyticsRouter,
  seller: sellerRouter,
  team: teamRouter,
  audit: auditRouter,
  release: releaseRouter,
});
export type AppRouter = typeof appRouter;
