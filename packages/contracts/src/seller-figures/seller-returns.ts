import { z } from 'zod';
import { currencySchema } from '../money.ts';

const totalsSchema = z.object({
  /** What went back in the period, whenever it was sold. */
  refundedMinor: z.int(),
  /** Different orders that something was refunded of. */
  refundedOrders: z.int(),
  soldMinor: z.int(),
  orders: z.int(),
});
export type ReturnTotals = z.infer<typeof totalsSchema>;

/** Refunds of a period, beside what was sold in it. */
export const sellerReturnsSchema = z.object({
  currency: currencySchema,
  totals: totalsSchema,
  previous: totalsSchema,
  byDay: z.array(z.object({ day: z.iso.date(), refundedMinor: z.int(), refundedOrders: z.int() })),
});
export type SellerReturns = z.infer<typeof sellerReturnsSchema>;
