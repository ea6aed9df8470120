import { searchInput, searchResult } from '@plaza/contracts';
import { anyone } from '../platform/policy.ts';
import { procedure, router, tagged } from '../platform/trpc.ts';
import { searchProducts, searchTags } from './search-products.ts';

export const searchRouter = router({
  products: procedure(anyone)
    .input(searchInput)
    .output(searchResult)
    .query(({ ctx, input }) => tagged(ctx, searchProducts(ctx.services, input), searchTags(input))),
});
