import { z } from 'zod';

/** A whole number. ClickHouse writes 64-bit numbers as text or as numbers, depending on its version. */
export const count = z.coerce.number().pipe(z.int());

/** A question about a seller's period. Days are UTC, both inclusive. */
export interface SellerQuestion {
  sellerId: string;
  period: { from: string; to: string };
  now: Date;
}

/** Visitors who refuse to be counted buy all the same, so orders may outnumber visitors. */
export const conversionOf = (orderCount: number, visitorCount: number): number | null =>
  visitorCount === 0 ? null : Math.min(1, orderCount / visitorCount);
