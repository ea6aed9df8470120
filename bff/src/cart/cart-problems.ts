import type { lineProblemSchema } from '@plaza/contracts';
import type { z } from 'zod';
import type { CartLineRecord } from './cart-record.ts';

export type LineProblem = z.infer<typeof lineProblemSchema>;

/**
 * What stands in the way of buying a line, the gravest first: it is not sold any more, there is not enough of it, or
 * its price is not the one that the buyer saw last.
 */
export function findLineProblem(
  line: Pick<CartLineRecord, 'quantity' | 'seenPriceMinor' | 'isPublished' | 'variant' | 'availableQuantity'>,
): LineProblem | null {
  if (!line.isPublished || line.variant === null) return { code: 'unavailable' };
  const availableQuantity = Math.max(0, line.availableQuantity);
  if (line.quantity > availableQuantity) return { code: 'not_enough_stock', availableQuantity };
  if (line.variant.priceMinor !== line.seenPriceMinor) {
    return { code: 'price_changed', previousPriceMinor: line.seenPriceMinor };
  }
  return null;
}
