import {
  MAX_OPTIONS,
  MAX_VARIANTS,
  productOptionSchema,
  productStatusSchema,
  toSlug,
} from '@plaza/contracts';
import { z } from 'zod';
import { checkListing } from '../check-listing.ts';
import { cleanHtml, summarise, textOf } from '../clean-html.ts';
import {
  type ImportError,
  type RowPicture,
  type RowVariant,
  rowVariantSchema,
  type ShopifyRow,
} from './shopify-row.ts';

/** Pictures of one product; a listing takes as many. */
const MAX_PICTURES = 12;
const MIN_TITLE = 3;
const MAX_DESCRIPTION = 50_000;

export const importProductSchema = z.object({
  handle: z.string(),
  line: z.int(),
  categoryId: z.string(),
  title: z.string(),
  brand: z.string(),
  descriptionHtml: z.string(),
  summary: z.string(),
  status: productStatusSchema,
  options: z.array(productOptionSchema),
  variants: z.array(rowVariantSchema.extend({ line: z.int() })),
  /** Links as the file states them. */
  pictures: z.array(z.object({ url: z.string(), alt: z.string() })),
});
export type ImportProduct = z.infer<typeof importProductSchema>;

/** Finds a category by what a product is called a kind of; null when none is called so. */
export type FindCategory = (kinds: readonly string[]) => string | null;

/**
 * Puts a product together out of its lines, which need not follow each other: shared facts from the first line that
 * states them, a variant from each line with a price, a picture from each line with a link.
 */
export function assembleProduct(
  rows: readonly ShopifyRow[],
  findCategory: FindCategory,
): { product: ImportProduct } | { errors: ImportError[] } {
  const [first] = rows;
  if (!first) return { errors: [] };
  const errors: ImportError[] = [];
  const blame = (line: number, column: string | null, message: string) =>
    void errors.push({ line, column, message });

  const title = rows.find((row) => row.title !== '')?.title ?? '';
  if (title.length < MIN_TITLE) blame(first.line, 'Title', `needs at least ${MIN_TITLE} characters.`);
  const descriptionHtml = cleanHtml(rows.find((row) => row.bodyHtml !== '')?.bodyHtml ?? '');
  if (descriptionHtml.length > MAX_DESCRIPTION)
    blame(first.line, 'Body (HTML)', `has more than ${MAX_DESCRIPTION} characters.`);
  const kinds = rows.flatMap((row) => row.kinds);
  const categoryId = findCategory(kinds);
  if (categoryId === null)
    blame(
      first.line,
      'Type',
      kinds.length === 0
        ? 'is empty. State the category with --category.'
        : `no category is called "${kinds[0]}". State one with --category.`,
    );

  const variantRows = rows.flatMap((row) => (row.variant ? [{ ...row.variant, line: row.line }] : []));
  if (variantRows.length === 0) blame(first.line, 'Variant Price', 'is empty on every line of this product.');
  if (variantRows.length > MAX_VARIANTS)
    blame(first.line, null, `has ${variantRows.length} variants; ${MAX_VARIANTS} are allowed.`);
  const { options, variants } = readOptions(rows, variantRows);
  for (const variant of variants) {
    if (variant.optionValues.length !== options.length)
      blame(variant.line, 'Option1 Value', `needs one value for each of the ${options.length} options.`);
  }
  if (errors.length === 0) {
    const misfit = checkListing({ options, variants: variants.map(toListingVariant) });
    const index = Number(misfit?.field?.match(/^variants\.(\d+)\./)?.[1] ?? Number.NaN);
    if (misfit) blame(variants[index]?.line ?? first.line, columnOf(misfit.code), misfit.message);
  }
  if (errors.length > 0 || categoryId === null) return { errors };

  const brand = rows.find((row) => row.vendor !== '')?.vendor ?? '';
  return {
    product: {
      ...{ handle: first.handle, line: first.line, categoryId, title, brand, descriptionHtml },
      summary: summarise(textOf(descriptionHtml) || [brand, title].filter(Boolean).join(' ')),
      ...{ status: first.status, options, variants },
      pictures: orderPictures(
        rows.flatMap((row) => row.picture ?? []),
        title,
      ),
    },
  };
}

type Variant = RowVariant & { line: number };

/** Shopify calls what a product without options varies by "Title", and its only value "Default Title". */
function readOptions(rows: readonly ShopifyRow[], variantRows: readonly Variant[]) {
  const names = rows.find((row) => row.optionNames.length > 0)?.optionNames.slice(0, MAX_OPTIONS) ?? [];
  const hasNone =
    names.length === 0 ||
    (names.length === 1 && variantRows.every(({ optionValues: [value] }) => isDefault(value)));
  const variants = variantRows.map((variant) => ({
    ...variant,
    optionValues: hasNone ? [] : variant.optionValues,
    // Without a SKU the variant is known by what it is, so that a second import finds it again.
    sku:
      variant.sku === ''
        ? generatedSku(rows[0]?.handle ?? '', hasNone ? [] : variant.optionValues)
        : variant.sku,
  }));
  const options = hasNone
    ? []
    : names.map((name, at) => ({
        name,
        values: [...new Set(variants.map((variant) => variant.optionValues[at] ?? ''))].filter(Boolean),
      }));
  return { options, variants };
}

const isDefault = (value: string | undefined) => value === undefined || value === 'Default Title';

const MAX_SKU = 64;
const generatedSku = (handle: string, values: readonly string[]): string =>
  [handle, ...values].map(toSlug).filter(Boolean).join('-').toUpperCase().slice(-MAX_SKU);

const toListingVariant = (variant: Variant) => ({
  ...variant,
  onHandQuantity: variant.onHand,
});

const columnOf = (code: string): string | null =>
  code === 'sku_taken' ? 'Variant SKU' : code === 'duplicate_variant' ? 'Option1 Value' : 'Option1 Name';

/** By stated position, then as they come; a link that comes twice is one picture. */
function orderPictures(pictures: readonly RowPicture[], title: string): { url: string; alt: string }[] {
  const ordered = [...pictures].sort(
    (a, b) => (a.position ?? Number.MAX_SAFE_INTEGER) - (b.position ?? Number.MAX_SAFE_INTEGER),
  );
  const byUrl = new Map(ordered.map((picture) => [picture.url, picture.alt || title]));
  return [...byUrl].map(([url, alt]) => ({ url, alt })).slice(0, MAX_PICTURES);
}
