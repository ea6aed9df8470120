import { type ClickstreamEventName, clickstreamSchemas, isClickstreamEventName } from '@plaza/events';
import { z } from 'zod';
import { deadLetter, type Outcome, ok } from './outcome.ts';
import type { ParsedEvent } from './parse-event.ts';
import { readText } from './read-value.ts';

/** What the catalogue knows of an event, as columns; zero and empty where the event says nothing. */
export interface KnownProperties {
  known: boolean;
  /** The catalogue that the sender knew; 0 when it did not say. */
  catalogueVersion: number;
  /** Tags of the trials that the visitor takes part in. */
  trials: readonly string[];
  sellerId: string;
  productId: string;
  variantId: string;
  orderId: string;
  currency: string;
  priceMinor: number;
  quantity: number;
  searchQuery: string;
  resultCount: number;
}

export const NO_ID = '00000000-0000-0000-0000-000000000000';
const MAX_UINT32 = 4_294_967_295;
const NOTHING: KnownProperties = {
  known: false,
  catalogueVersion: 0,
  trials: [],
  sellerId: NO_ID,
  productId: NO_ID,
  variantId: NO_ID,
  orderId: NO_ID,
  currency: '',
  priceMinor: 0,
  quantity: 0,
  searchQuery: '',
  resultCount: 0,
};

// The catalogue's objects keep unknown keys; copying dozens of them for each event would be for nothing here.
const listed = {
  $pageview: z.object(clickstreamSchemas.$pageview.shape),
  product_viewed: z.object(clickstreamSchemas.product_viewed.shape),
  product_added_to_cart: z.object(clickstreamSchemas.product_added_to_cart.shape),
  search_performed: z.object(clickstreamSchemas.search_performed.shape),
  search_result_clicked: z.object(clickstreamSchemas.search_result_clicked.shape),
  checkout_started: z.object(clickstreamSchemas.checkout_started.shape),
  order_confirmed: z.object(clickstreamSchemas.order_confirmed.shape),
  remote_failed: z.object(clickstreamSchemas.remote_failed.shape),
  frontend_failed: z.object(clickstreamSchemas.frontend_failed.shape),
  $web_vitals: z.object(clickstreamSchemas.$web_vitals.shape),
} satisfies Record<ClickstreamEventName, unknown>;

/** What any listed event may have of the columns. */
interface AnyListed {
  mfe?: string | undefined;
  catalogueVersion?: number | undefined;
  trials?: readonly string[] | undefined;
  sellerId?: string;
  productId?: string;
  variantId?: string | undefined;
  orderId?: string;
  currency?: string;
  priceMinor?: number;
  quantity?: number;
  query?: string;
  resultCount?: number;
}

/** Checks an event against the catalogue. Names that it does not list pass, marked as unknown. */
export function validateEvent(event: ParsedEvent): Outcome<KnownProperties> {
  if (!isClickstreamEventName(event.name)) return ok(NOTHING);
  const parsed = listed[event.name].safeParse(event.properties);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return deadLetter('properties_invalid', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  }
  const data: AnyListed = parsed.data;
  return ok({
    known: true,
    catalogueVersion: data.catalogueVersion ?? 0,
    trials: data.trials ?? [],
    sellerId: data.sellerId ?? NO_ID,
    productId: data.productId ?? NO_ID,
    variantId: data.variantId ?? NO_ID,
    orderId: data.orderId ?? NO_ID,
    currency: data.currency ?? '',
    priceMinor: data.priceMinor ?? 0,
    quantity: Math.min(data.quantity ?? 0, MAX_UINT32),
    searchQuery: readText(data.query, 200),
    resultCount: Math.min(data.resultCount ?? 0, MAX_UINT32),
  });
}
