import type { SaveListingInput, saveListingResult } from '@plaza/contracts';
import type { z } from 'zod';

export type ListingRefusal = Extract<z.input<typeof saveListingResult>, { ok: false }>;

export const refuse = (
  code: ListingRefusal['code'],
  message: string,
  field: string | null = null,
): ListingRefusal => ({ ok: false, code, message, field });

/** What is wrong with a listing in itself, as the first thing to put right; null when it fits together. */
export function checkListing(input: Pick<SaveListingInput, 'options' | 'variants'>): ListingRefusal | null {
  return checkOptions(input) ?? checkVariants(input);
}

function checkOptions({ options }: Pick<SaveListingInput, 'options'>): ListingRefusal | null {
  const repeatedOption = indexOfRepeated(options.map((option) => option.name.toLowerCase()));
  if (repeatedOption !== -1)
    return refuse('options_mismatch', 'Two options have the same name.', `options.${repeatedOption}.name`);
  for (const [index, option] of options.entries()) {
    const repeated = indexOfRepeated(option.values);
    if (repeated !== -1)
      return refuse(
        'options_mismatch',
        `"${option.values[repeated]}" is listed twice for ${option.name}.`,
        `options.${index}.values.${repeated}`,
      );
  }
  return null;
}

function checkVariants({
  options,
  variants,
}: Pick<SaveListingInput, 'options' | 'variants'>): ListingRefusal | null {
  for (const [index, { optionValues }] of variants.entries()) {
    const field = `variants.${index}.optionValues`;
    if (optionValues.length !== options.length)
      return refuse('options_mismatch', 'Every variant needs one value for each option.', field);
    const unknown = options.find((option, at) => !option.values.includes(optionValues[at] ?? ''));
    if (unknown)
      return refuse('options_mismatch', `Choose a value that is listed for ${unknown.name}.`, field);
  }
  const repeatedValues = indexOfRepeated(variants.map((variant) => JSON.stringify(variant.optionValues)));
  if (repeatedValues !== -1)
    return refuse(
      'duplicate_variant',
      variants.length > 1 && options.length === 0
        ? 'A product without options has one variant.'
        : 'Two variants have the same values.',
      `variants.${repeatedValues}.optionValues`,
    );
  const repeatedId = indexOfRepeated(variants.map((variant, index) => variant.id ?? `new ${index}`));
  if (repeatedId !== -1)
    return refuse('duplicate_variant', 'A variant is listed twice.', `variants.${repeatedId}.id`);
  const repeatedSku = indexOfRepeated(variants.map((variant) => variant.sku));
  if (repeatedSku !== -1)
    return refuse('sku_taken', 'Two variants have the same SKU.', `variants.${repeatedSku}.sku`);
  return null;
}

/** Where something comes a second time, or -1. */
const indexOfRepeated = (values: readonly string[]): number =>
  values.findIndex((value, index) => values.indexOf(value) !== index);
