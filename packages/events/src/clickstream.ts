import { amountMinorSchema, currencySchema, idSchema } from '@plaza/contracts';
import { z } from 'zod';

/**
 * What browsers report. Properties of posthog-js itself (`$current_url`, `$session_id` …) travel beside these and are
 * not listed: each object lets unknown keys through.
 */

/**
 * Every event may say which micro frontend it came from, so that a release can be judged by its events, which trials of
 * canaries its visitor takes part in (`trialTag` of the contracts), and which version of this catalogue its sender knew.
 */
const origin = {
  mfe: z.string().max(40).optional(),
  mfeVersion: z.string().max(40).optional(),
  trials: z.array(z.string().max(80)).max(20).optional(),
  catalogueVersion: z.int().min(1).max(65_535).optional(),
};

const vital = z.number().min(0).optional();

/** Property schemas by event name: the catalogue. Events that are not listed are kept, but marked as unknown. */
export const clickstreamSchemas = {
  $pageview: z.looseObject({ ...origin, $current_url: z.string().optional() }),
  product_viewed: z.looseObject({
    ...origin,
    productId: idSchema,
    sellerId: idSchema,
    variantId: idSchema.optional(),
    priceMinor: amountMinorSchema,
    currency: currencySchema,
  }),
  product_added_to_cart: z.looseObject({
    ...origin,
    productId: idSchema,
    sellerId: idSchema,
    variantId: idSchema,
    quantity: z.int().min(1),
    priceMinor: amountMinorSchema,
    currency: currencySchema,
  }),
  search_performed: z.looseObject({ ...origin, query: z.string().max(200), resultCount: z.int().min(0) }),
  search_result_clicked: z.looseObject({
    ...origin,
    query: z.string().max(200),
    /** In the list as it was sorted and filtered, over all its pages; the first is 1. */
    position: z.int().min(1),
    productId: idSchema,
    sellerId: idSchema,
  }),
  checkout_started: z.looseObject({ ...origin }),
  order_confirmed: z.looseObject({ ...origin, orderId: idSchema }),
  remote_failed: z.looseObject({
    ...origin,
    remote: z.string().max(40),
    version: z.string().max(40),
    reason: z.string().max(500),
  }),
  /** An error or a rejected promise that nothing in the page has caught. */
  frontend_failed: z.looseObject({
    ...origin,
    message: z.string().max(500),
    /** Script, line and column where it is known, without the query of an address. */
    source: z.string().max(300),
  }),
  $web_vitals: z.looseObject({
    ...origin,
    $web_vitals_LCP_value: vital,
    $web_vitals_CLS_value: vital,
    $web_vitals_FCP_value: vital,
    $web_vitals_INP_value: vital,
  }),
} as const;

export type ClickstreamEventName = keyof typeof clickstreamSchemas;

type Known<Loose> = { [Key in keyof Loose as string extends Key ? never : Key]: Loose[Key] };

/** What `track(name, properties)` takes: exactly the listed properties of that event. */
export type ClickstreamProperties<Name extends ClickstreamEventName> = Known<
  z.infer<(typeof clickstreamSchemas)[Name]>
>;

/** Properties by event name, for a typed `track()`. */
export type ClickstreamEventMap = { [Name in ClickstreamEventName]: ClickstreamProperties<Name> };

/** A typed `track()`. */
export type Track = <Name extends ClickstreamEventName>(
  name: Name,
  properties: ClickstreamEventMap[Name],
) => void;

export const isClickstreamEventName = (name: string): name is ClickstreamEventName =>
  Object.hasOwn(clickstreamSchemas, name);
