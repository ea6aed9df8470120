/** Below this a reduction is not worth a word. */
const LEAST_PERCENT = 3;

/** By how many whole percent a price was reduced, rounded down; null when it was not, or hardly. */
export function reductionPercent(priceMinor: number, compareAtPriceMinor: number | null): number | null {
  if (compareAtPriceMinor === null || compareAtPriceMinor <= priceMinor) return null;
  const percent = Math.floor(((compareAtPriceMinor - priceMinor) / compareAtPriceMinor) * 100);
  return percent >= LEAST_PERCENT ? percent : null;
}
