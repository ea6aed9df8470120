import { z } from 'zod';
import { currencySchema } from './money.ts';
import { sellerCustomersSchema } from './seller-figures/seller-customers.ts';

const salesTotalsSchema = z.object({
  /** Gross merchandise value: goods that were paid for, without shipping, before anything went back. */
  gmvMinor: z.int(),
  shippingMinor: z.int(),
  refundedMinor: z.int(),
  orders: z.int(),
  units: z.int(),
  /** Sellers with a sale. */
  sellers: z.int(),
  /** What buyers paid less what sellers' orders amount to, by the ledger. */
  takeMinor: z.int(),
});
export type MarketTotals = z.infer<typeof salesTotalsSchema>;

const salesDaySchema = z.object({
  day: z.iso.date(),
  gmvMinor: z.int(),
  orders: z.int(),
  gmvBeforeMinor: z.int(),
  ordersBefore: z.int(),
});
export type MarketDay = z.infer<typeof salesDaySchema>;

export const marketSalesSchema = z.object({
  currency: currencySchema,
  totals: salesTotalsSchema,
  /** As many days before. */
  before: salesTotalsSchema,
  byDay: z.array(salesDaySchema),
  /** The first day with a sale; null when there is none. */
  since: z.iso.date().nullable(),
});
export type MarketSales = z.infer<typeof marketSalesSchema>;

const searchTotalsSchema = z.object({
  searches: z.int(),
  emptySearches: z.int(),
  /** The same words in the same session are one; counted to about one percent, exactly while they are few. */
  searched: z.int(),
  /** Those of them in which a result was opened. */
  clicked: z.int(),
  /** Where opened results stood, 1 being the first; null without any. */
  meanPosition: z.number().nullable(),
});
export type SearchTotals = z.infer<typeof searchTotalsSchema>;

const queryCountSchema = z.object({ query: z.string(), searches: z.int(), emptySearches: z.int() });
export type QueryCount = z.infer<typeof queryCountSchema>;

export const searchQualitySchema = z.object({
  totals: searchTotalsSchema,
  before: searchTotalsSchema,
  byDay: z.array(z.object({ day: z.iso.date(), searches: z.int(), emptySearches: z.int() })),
  /** What found nothing most often. */
  emptyQueries: z.array(queryCountSchema),
});
export type SearchQuality = z.infer<typeof searchQualitySchema>;

export const AUDIENCE_DIMENSIONS = ['channel', 'device', 'country'] as const;
export type AudienceDimension = (typeof AUDIENCE_DIMENSIONS)[number];
const audiencePartSchema = z.object({
  dimension: z.enum(AUDIENCE_DIMENSIONS),
  /** Empty when it is not known. */
  value: z.string(),
  pageViews: z.int(),
  /** Counted to about two percent, as are buyers, and exactly while they are few. */
  visitors: z.int(),
  buyers: z.int(),
});
export type AudiencePart = z.infer<typeof audiencePartSchema>;

export const audienceSchema = z.object({
  visitors: z.int(),
  /** In as many days before. */
  visitorsBefore: z.int(),
  /** Most visitors first, by dimension. Somebody who came in two ways is a visitor of both. */
  parts: z.array(audiencePartSchema),
});
export type Audience = z.infer<typeof audienceSchema>;

/** Who buys again, of all sellers, up to now. */
export const buyerCohortsSchema = sellerCustomersSchema.shape.cohorts;
export type BuyerCohorts = z.infer<typeof buyerCohortsSchema>;
