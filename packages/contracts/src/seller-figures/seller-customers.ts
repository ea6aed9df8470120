import { z } from 'zod';
import { currencySchema } from '../money.ts';

const totalsSchema = z.object({
  /** Bought in the period for the first time. */
  newCustomers: z.int(),
  /** Bought in the period and before it. */
  returningCustomers: z.int(),
  newSoldMinor: z.int(),
  returningSoldMinor: z.int(),
});
export type CustomerTotals = z.infer<typeof totalsSchema>;

export const MAX_COHORTS = 12;

/**
 * Who buys from a seller. A customer is an account, or a browser that bought without one. Cohorts are of all time up to
 * now, whatever the period.
 */
export const sellerCustomersSchema = z.object({
  currency: currencySchema,
  totals: totalsSchema,
  previous: totalsSchema,
  cohorts: z
    .array(
      z.object({
        /** Of the first purchase, `2026-11`. */
        month: z.string().regex(/^\d{4}-\d\d$/),
        customers: z.int(),
        /** How many of them bought in that month (all), in the next one, and so on up to the month that is not over. */
        bought: z.array(z.int()).min(1).max(MAX_COHORTS),
      }),
    )
    .max(MAX_COHORTS),
});
export type SellerCustomers = z.infer<typeof sellerCustomersSchema>;
