import { z } from 'zod';
import { idSchema } from './ids.ts';
import { currencySchema } from './money.ts';

export const dashboardDaysSchema = z.union([z.literal(7), z.literal(30), z.literal(90)]);
export const sellerDashboardInput = z.object({ days: dashboardDaysSchema.default(30) });

const totalsSchema = z.object({
  /** Paid less refunded, shipping included. */
  revenueMinor: z.int(),
  orders: z.int(),
  units: z.int(),
  views: z.int(),
  /** Orders per visitor who viewed a product, 0 to 1; null without visitors. */
  conversion: z.number().nullable(),
});

/** What a seller sees of a period; days are UTC, the last one is today and incomplete. */
export const sellerDashboardSchema = z.object({
  currency: currencySchema,
  totals: totalsSchema,
  /** The same number of days before. */
  previous: totalsSchema,
  byDay: z.array(totalsSchema.extend({ day: z.iso.date() })),
  topProducts: z.array(
    z.object({
      productId: idSchema,
      title: z.string(),
      units: z.int(),
      revenueMinor: z.int(),
      views: z.int(),
    }),
  ),
  /** When the figures were read. */
  asOf: z.iso.datetime(),
});
export type SellerDashboard = z.infer<typeof sellerDashboardSchema>;
