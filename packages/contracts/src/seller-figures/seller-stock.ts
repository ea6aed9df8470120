import { z } from 'zod';
import { idSchema } from '../ids.ts';

/** Units a day are those of so many days up to now. */
export const STOCK_RATE_DAYS = 28;
/** Stock for less than this many days is to be ordered again. */
export const LOW_STOCK_DAYS = 14;
export const MAX_STOCK_ROWS = 100;

/** `sold_out`: nothing to sell. `not_selling`: in stock, and none was sold in the days that the rate is of. */
export const stockStateSchema = z.enum(['sold_out', 'low', 'enough', 'not_selling']);
export type StockState = z.infer<typeof stockStateSchema>;

/** What the pipeline knows of it. */
export const unitsSoldSchema = z.array(z.object({ variantId: idSchema, units: z.int() }));

/** How long the stock of published products lasts at the rate at which they sell. */
export const sellerStockSchema = z.object({
  /** Variants by state, all of them. */
  counts: z.record(stockStateSchema, z.int()),
  /** Those that run out first, first; at most `MAX_STOCK_ROWS`. */
  variants: z
    .array(
      z.object({
        variantId: idSchema,
        productId: idSchema,
        title: z.string(),
        /** `Black / 2 m`; empty for a product without options. */
        variantLabel: z.string(),
        state: stockStateSchema,
        /** On the shelf and not promised to an order. */
        available: z.int(),
        /** In the last `STOCK_RATE_DAYS` days. */
        unitsSold: z.int(),
        /** Whole days at that rate; null when it does not sell. */
        daysLeft: z.int().nullable(),
      }),
    )
    .max(MAX_STOCK_ROWS),
});
export type SellerStock = z.infer<typeof sellerStockSchema>;
