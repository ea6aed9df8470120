import { z } from 'zod';
import { currencySchema } from '../money.ts';

/** Today so far. Small, to be asked for every few seconds. */
export const sellerLiveSchema = z.object({
  currency: currencySchema,
  revenueMinor: z.int(),
  orders: z.int(),
  units: z.int(),
  /** The latest order that was paid, of any day. */
  lastSale: z.object({ at: z.iso.datetime(), amountMinor: z.int() }).nullable(),
  asOf: z.iso.datetime(),
});
export type SellerLive = z.infer<typeof sellerLiveSchema>;
