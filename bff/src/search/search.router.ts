import { searchInput, searchResult } from '@plaza/contracts';
import { anyone } from '../platform/policy.ts';
import { procedure, router } from '../platform/trpc.ts';
import { searchProducts } from './search-products.ts';

export const searchRouter = router({
  products: procedure(anyone)
    .input(searchInput)
    .output(searchResult)
    .query(({ ctx, input }) => searchProducts(ctx.services, input)),
});
