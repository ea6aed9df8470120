import {
  categoryNodeSchema,
  homeSchema,
  listingListResult,
  listingSchema,
  listListingsInput,
  previewDescriptionInput,
  productDetailSchema,
  productIdInput,
  saveListingInput,
  saveListingResult,
  setListingStatusInput,
  setListingStatusResult,
  slugSchema,
} from '@plaza/contracts';
import { z } from 'zod';
import { allOf, anyone, own, sellerMay } from '../platform/policy.ts';
import { procedure, router, sellerProcedure, tagged } from '../platform/trpc.ts';
import { CATALOG_TAG, homeTags, productDetailTags } from './cache-tags.ts';
import { cleanHtml } from './clean-html.ts';
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
    .query(({ ctx }) => tagged(ctx, getHome(ctx.services), homeTags)),
  /** The whole tree, top level first. */
  categories: procedure(anyone)
    .output(z.array(categoryNodeSchema))
    .query(({ ctx }) => tagged(ctx, listCategories(ctx.services), () => [CATALOG_TAG])),
  /** A published product, or null. */
  product: procedure(anyone)
    .input(z.object({ slug: slugSchema }))
    .output(productDetailSchema.nullable())
    .query(({ ctx, input }) => tagged(ctx, getProduct(ctx.services, input), productDetailTags)),
  /** Changes nothing; a mutation because a description is too long for an address. */
  previewDescription: sellerProcedure(sellerMay('listings'))
    .input(previewDescriptionInput)
    .output(z.string())
    .mutation(({ input }) => cleanHtml(input.descriptionHtml)),
  listListings: sellerProcedure(sellerMay('listings'))
    .input(listListingsInput)
    .output(listingListResult)
    .query(({ ctx, input }) => listListings(ctx.services, ctx.seller, input)),
  getListing: sellerProcedure(allOf(sellerMay('listings'), own('listing')))
    .input(productIdInput)
    .output(listingSchema)
    .query(({ ctx, input }) => getListing(ctx.services, ctx.seller, input)),
  saveListing: sellerProcedure(allOf(sellerMay('listings'), own('listing')))
    .input(saveListingInput)
    .output(saveListingResult)
    .mutation(({ ctx, input }) => saveListing(ctx.services, ctx.seller, input)),
  setListingStatus: sellerProcedure(allOf(sellerMay('listings'), own('listing')))
    .input(setListingStatusInput)
    .output(setListingStatusResult)
    .mutation(({ ctx, input }) => setListingStatus(ctx.services, ctx.seller, input)),
});
