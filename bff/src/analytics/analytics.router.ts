import { sellerDashboardInput, sellerDashboardSchema } from '@plaza/contracts';
import { sellerMay } from '../platform/policy.ts';
import { router, sellerProcedure } from '../platform/trpc.ts';
import { getSellerDashboard } from './get-seller-dashboard.ts';
import { sellerFiguresRouter } from './seller/seller-figures.router.ts';

export const analyticsRouter = router({
  seller: sellerFiguresRouter,
  sellerDashboard: sellerProcedure(sellerMay('figures'))
    .input(sellerDashboardInput)
    .output(sellerDashboardSchema)
    .query(({ ctx, input }) => getSellerDashboard(ctx.services, ctx.seller, input)),
});
