import type { PictureKind } from '../pictures/draw-product-picture.ts';

/** One thing a shopper may choose; each value changes the price by so many minor units. */
export interface OptionDraft {
  name: string;
  values: readonly (readonly [value: string, addMinor: number])[];
}

/** A kind of product in one category, from which a few dozen believable ones are made. */
export interface ProductLine {
  category: string;
  department: string;
  kind: PictureKind;
  /** What it is, last words of the title. */
  noun: string;
  brands: readonly string[];
  series: readonly string[];
  models: readonly string[];
  /** Lowest and highest price in main units. */
  price: readonly [min: number, max: number];
  weightGrams: number;
  options: readonly OptionDraft[];
  specs: readonly (readonly [name: string, values: readonly string[]])[];
  /** Sentences about it; a product takes some. */
  story: readonly string[];
}

/** Colours with no effect on the price. */
export const colours = (...names: string[]): OptionDraft => ({
  name: 'Colour',
  values: names.map((name) => [name, 0] as const),
});
