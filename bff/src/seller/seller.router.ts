import { nameSellersInput, nameSellersResult, newShopSchema, openShopResult } from '@plaza/contracts';
import { support, verified } from '../platform/policy.ts';
import { accountProcedure, router } from '../platform/trpc.ts';
import { nameSellers } from './name-sellers.ts';
import { openOwnShop } from './open-shop.ts';

export const sellerRouter = router({
  /** For somebody who has bought until now and wants to sell too. */
  open: accountProcedure(verified)
    .input(newShopSchema)
    .output(openShopResult)
    .mutation(({ ctx, input }) => openOwnShop(ctx, input)),
  names: accountProcedure(support)
    .input(nameSellersInput)
    .output(nameSellersResult)
    .query(({ ctx, input }) => nameSellers(ctx.services, input)),
});
