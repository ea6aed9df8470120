import { sellerDashboardInput, sellerDashboardSchema } from '@plaza/contracts';
import { sellerMay } from '../platform/policy.ts';
import { router, sellerProcedure } from '../platform/trpc.ts';
import { deadLettersRouter } from './dead-letters/dead-letters.router.ts';
import { getSellerDashboard } from './get-seller-dashboard.ts';
import { platformFiguresRouter, teamFiguresRouter } from './platform/platform-figures.router.ts';
import { sellerFiguresRouter } from './seller/seller-figures.router.ts';

export const analyticsRouter = router({
  seller: sellerFiguresRouter,
  team: teamFiguresRouter,
  platform: platformFiguresRouter,
  deadLetters: deadLettersRouter,
  sellerDashboard: sellerProcedure(sellerMay('figures'))
    .input(sellerDashboardInput)
    .output(sellerDashboardSchema)
    .query(({ ctx, input }) => getSellerDashboard(ctx.services, ctx.seller, input)),
});
