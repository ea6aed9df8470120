import { z } from 'zod';
import { currencySchema } from '../money.ts';

/** `''` for visits that do not say; `unmeasured` for orders of browsers that did not agree to be counted. */
export const sourceChannelSchema = z.enum([
  'direct',
  'search',
  'social',
  'referral',
  'email',
  'paid',
  '',
  'unmeasured',
]);
export type SourceChannel = z.infer<typeof sourceChannelSchema>;

export const MAX_SOURCES = 100;

/**
 * Where visitors and orders came from. An order belongs to the visit in which its confirmation was first seen, so that the
 * orders and amounts of all sources add up to those of the period.
 */
export const sellerSourcesSchema = z.object({
  currency: currencySchema,
  /** By amount, then by visitors; the smallest are left out when there are more than `MAX_SOURCES`. */
  sources: z
    .array(
      z.object({
        channel: sourceChannelSchema,
        campaign: z.string(),
        /** Browsers that viewed a product; 0 for `unmeasured`. */
        visitors: z.int(),
        orders: z.int(),
        /** Paid, before anything went back. */
        soldMinor: z.int(),
      }),
    )
    .max(MAX_SOURCES),
});
export type SellerSources = z.infer<typeof sellerSourcesSchema>;
