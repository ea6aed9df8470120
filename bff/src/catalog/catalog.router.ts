import {
  categoryNodeSchema,
  homeSchema,
  listingListResult,
  listingSchema,
  listListingsInput,
  productDetailSchema,
  productIdInput,
  saveListingInput,
  saveListingResult,
  setListingStatusInput,
  setListingStatusResult,
  slugSchema,
} from '@plaza/contracts';
import { z } from 'zod';
import { anyone, seller } from '../platform/policy.ts';
import { procedure, router, sellerProcedure } from '../platform/trpc.ts';
import { getHome } from './get-home.ts';
import { getListing } from './get-listing.ts';
import { getProduct } from './get-product.ts';
import { listCategories } from './list-categories.ts';
import { listListings } from './list-listings.ts';
import { saveListing } from './save-listing.ts';
import { setListingStatus } from './set-listing-status.ts';

export const catalogRouter = router({
  home: procedure(anyone)
    .output(homeSchema)
    .query(({ ctx }) => getHome(ctx.services)),
  /** The whole tree, top level first. */
  categories: procedure(anyone)
    .output(z.array(categoryNodeSchema))
    .query(({ ctx }) => listCategories(ctx.services)),
  /** A published product, or null. */
  product: procedure(anyone)
    .input(z.object({ slug: slugSchema }))
    .output(productDetailSchema.nullable())
    .query(({ ctx, input }) => getProduct(ctx.services, input)),
  listListings: sellerProcedure(seller)
    .input(listListingsInput)
    .output(listingListResult)
    .query(({ ctx, input }) => listListings(ctx.services, ctx.seller, input)),
  getListing: sellerProcedure(seller)
    .input(productIdInput)
    .output(listingSchema)
    .query(({ ctx, input }) => getListing(ctx.services, ctx.seller, input)),
  saveListing: sellerProcedure(seller)
    .input(saveListingInput)
    .output(saveListingResult)
    .mutation(({ ctx, input }) => saveListing(ctx.services, ctx.seller, input)),
  setListingStatus: sellerProcedure(seller)
    .input(setListingStatusInput)
    .output(setListingStatusResult)
    .mutation(({ ctx, input }) => setListingStatus(ctx.services, ctx.seller, input)),
});
