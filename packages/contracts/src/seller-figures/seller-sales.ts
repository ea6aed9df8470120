import { z } from 'zod';
import { currencySchema } from '../money.ts';
import { periodSchema } from '../period.ts';

const totalsSchema = z.object({
  /** Paid less refunded, shipping included: below zero when more went back than came in. */
  revenueMinor: z.int(),
  /** Paid, whatever went back later: what an average order is reckoned from. */
  soldMinor: z.int(),
  orders: z.int(),
  units: z.int(),
  views: z.int(),
  /** Different browsers that viewed a product, of those that agreed to be counted. */
  visitors: z.int(),
  /** Orders per visitor who viewed a product, 0 to 1; null without visitors. */
  conversion: z.number().nullable(),
});
export type SalesTotals = z.infer<typeof totalsSchema>;
const daySchema = totalsSchema.extend({ day: z.iso.date() });
export type SalesDay = z.infer<typeof daySchema>;

/** What a seller sold in a period and in as many days before it. Days are UTC. */
export const sellerSalesSchema = z.object({
  currency: currencySchema,
  period: periodSchema,
  /** The first day that anything is known of; earlier days are not zero but unknown. Null when there is none. */
  dataSince: z.iso.date().nullable(),
  totals: totalsSchema,
  previous: totalsSchema,
  /** Every day of the period, oldest first, and those of the period before. */
  byDay: z.array(daySchema),
  previousByDay: z.array(daySchema),
  /** When the figures were read. */
  asOf: z.iso.datetime(),
});
export type SellerSales = z.infer<typeof sellerSalesSchema>;
