import type { ProductDetail, StockUpdate, Variant } from '@plaza/contracts';

/** At this many or fewer the page says "only n left". */
const FEW = 5;

export type StockLevel = 'plenty' | 'few' | 'none';

export const stockLevel = (availableQuantity: number): StockLevel => {
  if (availableQuantity <= 0) return 'none';
  return availableQuantity <= FEW ? 'few' : 'plenty';
};

/** What can be said of one value of an option, the other choices kept. */
export interface OptionChoice {
  value: string;
  /** The variant that choosing this value leads to. */
  variant: Variant;
  /** `elsewhere`: the value comes with other choices only, which change along with it. */
  state: 'available' | 'sold_out' | 'elsewhere';
}

/** The variant that a page opens with: the one named in its address, else the first that can be bought. */
export function initialVariant(variants: readonly Variant[], variantId: string | undefined): Variant {
  const named = variants.find((variant) => variant.id === variantId);
  const chosen = named ?? variants.find((variant) => variant.availableQuantity > 0) ?? variants[0];
  if (!chosen) throw new Error('a product has at least one variant');
  return chosen;
}

/**
 * The variant with `value` for the option at `optionIndex` that keeps most of the current choices; among equals one
 * that can be bought, then the earlier one. Null when no variant has the value.
 */
export function nearestVariant(
  variants: readonly Variant[],
  current: Variant,
  optionIndex: number,
  value: string,
): Variant | null {
  let best: { variant: Variant; score: number } | null = null;
  for (const variant of variants) {
    if (variant.optionValues[optionIndex] !== value) continue;
    const kept = variant.optionValues.filter((own, at) => own === current.optionValues[at]).length;
    const score = kept * 2 + (variant.availableQuantity > 0 ? 1 : 0);
    if (!best || score > best.score) best = { variant, score };
  }
  return best?.variant ?? null;
}

/** Every value of one option, with what choosing it means now. Values that no variant has are left out. */
export function optionChoices(
  product: Pick<ProductDetail, 'options' | 'variants'>,
  current: Variant,
  optionIndex: number,
): OptionChoice[] {
  const choices: OptionChoice[] = [];
  for (const value of product.options[optionIndex]?.values ?? []) {
    const variant = nearestVariant(product.variants, current, optionIndex, value);
    if (!variant) continue;
    const keepsTheRest = variant.optionValues.every(
      (own, at) => at === optionIndex || own === current.optionValues[at],
    );
    const inStock = variant.availableQuantity > 0;
    choices.push({
      value,
      variant,
      state: keepsTheRest ? (inStock ? 'available' : 'sold_out') : 'elsewhere',
    });
  }
  return choices;
}

/** The variants with what the live update says of them; variants that it does not name stay as they are. */
export function withLiveStock(variants: readonly Variant[], update: StockUpdate | undefined): Variant[] {
  const live = new Map(update?.variants.map((variant) => [variant.variantId, variant]));
  return variants.map((variant) => {
    const now = live.get(variant.id);
    if (!now) return variant;
    return { ...variant, availableQuantity: now.availableQuantity, priceMinor: now.priceMinor };
  });
}

/** `256 GB / Black`; empty for a product without options. */
export const variantLabel = (variant: Variant): string => variant.optionValues.join(' / ');
