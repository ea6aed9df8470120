interface Priced {
  priceMinor: number;
  compareAtPriceMinor: number | null;
}

/** What lists show of a product's prices: copies that every writer of variants keeps in the product's row. */
export function productPrices(variants: readonly Priced[]): {
  minPriceMinor: number;
  maxPriceMinor: number;
  compareAtPriceMinor: number | null;
} {
  const [cheapest, ...rest] = [...variants].sort((a, b) => a.priceMinor - b.priceMinor);
  if (!cheapest) throw new Error('A product has at least one variant.');
  const { priceMinor, compareAtPriceMinor } = cheapest;
  return {
    minPriceMinor: priceMinor,
    maxPriceMinor: rest.at(-1)?.priceMinor ?? priceMinor,
    compareAtPriceMinor:
      compareAtPriceMinor !== null && compareAtPriceMinor > priceMinor ? compareAtPriceMinor : null,
  };
}
