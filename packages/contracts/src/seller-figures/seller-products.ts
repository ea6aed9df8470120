import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { currencySchema } from '../money.ts';

export const MAX_TOP_PRODUCTS = 20;

/** What sold best in a period. */
export const sellerProductsSchema = z.object({
  currency: currencySchema,
  products: z
    .array(
      z.object({
        productId: idSchema,
        /** As it was last sold. */
        title: z.string(),
        /** Of its lines, without shipping and before anything went back. */
        soldMinor: z.int(),
        units: z.int(),
        orders: z.int(),
        views: z.int(),
        /** Orders per visitor who viewed it, 0 to 1; null without visitors. */
        conversion: z.number().nullable(),
        /** Of the period before. */
        previousSoldMinor: z.int(),
      }),
    )
    .max(MAX_TOP_PRODUCTS),
});
export type SellerProducts = z.infer<typeof sellerProductsSchema>;
