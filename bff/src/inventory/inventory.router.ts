import { setStockInput, setStockResult, watchStockInput } from '@plaza/contracts';
import { allOf, anyone, own, sellerMay } from '../platform/policy.ts';
import { procedure, router, sellerProcedure } from '../platform/trpc.ts';
import { setStock } from './set-stock.ts';
import { watchStock } from './watch-stock.ts';

export const inventoryRouter = router({
  /** Yields `StockUpdate`: the state now, then every change. */
  watch: procedure(anyone)
    .input(watchStockInput)
    .subscription(({ ctx, input, signal }) => watchStock(ctx.services, input, signal)),
  setStock: sellerProcedure(allOf(sellerMay('listings'), own('listing')))
    .input(setStockInput)
    .output(setStockResult)
    .mutation(({ ctx, input }) => setStock(ctx.services, ctx.seller, input)),
});
