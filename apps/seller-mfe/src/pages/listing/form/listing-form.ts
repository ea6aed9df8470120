import {
  type Currency,
  type Listing,
  MARKET_CURRENCY,
  pictureSchema,
  priceMinorSchema,
  type SaveListingInput,
  saveListingInput,
} from '@plaza/contracts';
import { currencyDigits } from '@plaza/ui/format';
import type { FieldPath } from 'react-hook-form';
import { z } from 'zod';
import { messages } from '../../../messages.ts';
import { formatMoneyInput, parseCount, parseMoney } from '../../../shared/money-input.ts';

const texts = messages.editor;
const contract = saveListingInput.shape;
const contractVariant = contract.variants.element.shape;

/** Reads a text with `parse`; null is `error`. */
const typed = (parse: (text: string) => number | null, error: string) =>
  z.string().transform((text, context) => {
    const value = parse(text);
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: error });
    return z.NEVER;
  });

const count = typed(parseCount, texts.wholeNumber);
const money = (currency: Currency) =>
  typed((text) => parseMoney(text, currencyDigits(currency)) || null, texts.amount).pipe(priceMinorSchema);

/**
 * What the form holds, as typed, and what it becomes. Fields are named as in the contract, so that what the server
 * says about `variants.2.sku` belongs to the field of that name.
 */
export const listingFormSchema = (currency: Currency) =>
  z.object({
    title: contract.title,
    brand: contract.brand,
    categoryId: z.string().min(1, { error: texts.chooseCategory }).pipe(contract.categoryId),
    descriptionHtml: contract.descriptionHtml,
    specs: contract.specs,
    options: z.array(
      contract.options.element.extend({
        values: z.array(z.string().trim().min(1).max(60)).min(1, { error: texts.needsValue }).max(50),
      }),
    ),
    variants: z.array(
      z.object({
        id: contractVariant.id,
        sku: contractVariant.sku,
        optionValues: contractVariant.optionValues,
        priceMinor: money(currency),
        compareAtPriceMinor: z.union([z.literal('').transform(() => null), money(currency)]),
        weightGrams: count.pipe(contractVariant.weightGrams),
        barcode: contractVariant.barcode,
        onHandQuantity: count.pipe(contractVariant.onHandQuantity),
      }),
    ),
    pictures: z.array(pictureSchema.extend({ alt: contract.pictures.element.shape.alt })),
  });

export type ListingForm = z.input<ReturnType<typeof listingFormSchema>>;
export type ListingFormOutput = z.output<ReturnType<typeof listingFormSchema>>;
export type VariantForm = ListingForm['variants'][number];

/** The form of a listing, or an empty one with the single variant that a product without options has. */
export function toForm(listing: Listing | null): ListingForm {
  if (!listing) {
    return {
      title: '',
      brand: '',
      categoryId: '',
      descriptionHtml: '',
      specs: [],
      options: [],
      variants: [newVariant([], undefined)],
      pictures: [],
    };
  }
  const digits = currencyDigits(listing.currency);
  const { title, brand, categoryId, descriptionHtml, specs, options, pictures } = listing;
  return {
    ...{ title, brand, categoryId, descriptionHtml, specs, options, pictures },
    variants: listing.variants.map((variant) => ({
      id: variant.id,
      sku: variant.sku,
      optionValues: variant.optionValues,
      priceMinor: formatMoneyInput(variant.priceMinor, digits),
      compareAtPriceMinor:
        variant.compareAtPriceMinor === null ? '' : formatMoneyInput(variant.compareAtPriceMinor, digits),
      weightGrams: String(variant.weightGrams),
      barcode: variant.barcode,
      onHandQuantity: String(variant.onHandQuantity),
    })),
  };
}

/** A variant that was not there before: priced and weighed as the one it resembles, with a stock of its own. */
export const newVariant = (optionValues: string[], similar: VariantForm | undefined): VariantForm => ({
  sku: '',
  optionValues,
  priceMinor: similar?.priceMinor ?? '',
  compareAtPriceMinor: similar?.compareAtPriceMinor ?? '',
  weightGrams: similar?.weightGrams ?? '0',
  barcode: '',
  onHandQuantity: '0',
});

/** What is sent. @param listing what is being edited, with the version that its changes are based on */
export function toSaveInput(
  form: ListingFormOutput,
  listing: Pick<Listing, 'id' | 'version'> | null,
  status: SaveListingInput['status'],
): SaveListingInput {
  return {
    ...form,
    ...(listing && { productId: listing.id, version: listing.version }),
    pictures: form.pictures.map(({ url, alt }) => ({ url, alt })),
    status,
  };
}

/** A SKU for a variant from what all have in common: `CABLE` and `2 m / Black` make `CABLE-2M-BLACK`. */
export const makeSku = (prefix: string, optionValues: readonly string[]): string =>
  [prefix, ...optionValues]
    .map((part) =>
      part
        .normalize('NFKD')
        .replace(/[^A-Za-z0-9-]+/g, '')
        .toUpperCase(),
    )
    .filter(Boolean)
    .join('-')
    .slice(0, 64);

const VARIANT_FIELDS = [
  'sku',
  'optionValues',
  'priceMinor',
  'compareAtPriceMinor',
  'weightGrams',
  'barcode',
  'onHandQuantity',
] as const;
const PLAIN_FIELDS = ['title', 'brand', 'categoryId', 'descriptionHtml'] as const;

/** The form's field for the one that the server names (`variants.2.sku`), or null when it has none. */
export function toFormField(field: string | null): FieldPath<ListingForm> | null {
  const plain = PLAIN_FIELDS.find((name) => name === field);
  if (plain) return plain;
  const [, index, name] = /^variants\.(\d{1,3})\.(\w+)$/.exec(field ?? '') ?? [];
  const known = VARIANT_FIELDS.find((other) => other === name);
  return index !== undefined && known ? `variants.${Number(index)}.${known}` : null;
}

export const currencyOf = (listing: Listing | null): Currency => listing?.currency ?? MARKET_CURRENCY;
