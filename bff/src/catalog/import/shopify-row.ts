import { MAX_ON_HAND, MAX_PRICE_MINOR } from '@plaza/contracts';
import { z } from 'zod';

/** Columns of Shopify's product CSV that are read; others are left alone. */
export const COLUMNS = [
  'Handle',
  'Title',
  'Body (HTML)',
  'Vendor',
  'Type',
  'Product Category',
  'Published',
  'Option1 Name',
  'Option1 Value',
  'Option2 Name',
  'Option2 Value',
  'Option3 Name',
  'Option3 Value',
  'Variant SKU',
  'Variant Grams',
  'Variant Inventory Qty',
  'Variant Price',
  'Variant Compare At Price',
  'Variant Barcode',
  'Image Src',
  'Image Position',
  'Image Alt Text',
  'Status',
] as const;
export type Column = (typeof COLUMNS)[number];
export const REQUIRED_COLUMNS: readonly Column[] = ['Handle', 'Title', 'Variant Price'];

export type CsvRecord = Partial<Record<Column, string>>;

/** Something to put right in the file. */
export interface ImportError {
  line: number;
  /** Name of the column; null for the line as a whole. */
  column: string | null;
  message: string;
}

export const rowVariantSchema = z.object({
  sku: z.string(),
  optionValues: z.array(z.string()),
  priceMinor: z.int(),
  compareAtPriceMinor: z.int().nullable(),
  weightGrams: z.int(),
  barcode: z.string(),
  onHand: z.int(),
});
export type RowVariant = z.infer<typeof rowVariantSchema>;

const rowPictureSchema = z.object({
  url: z.string(),
  /** As stated; pictures without a position come after the others. */
  position: z.int().nullable(),
  alt: z.string(),
});
export type RowPicture = z.infer<typeof rowPictureSchema>;

/** One line of the file. A product is spread over lines of the same handle; the first states what they share. */
export const shopifyRowSchema = z.object({
  line: z.int(),
  handle: z.string(),
  title: z.string(),
  bodyHtml: z.string(),
  vendor: z.string(),
  /** What the product is called a kind of, most telling first. */
  kinds: z.array(z.string()),
  status: z.enum(['draft', 'published', 'archived']),
  optionNames: z.array(z.string()),
  variant: rowVariantSchema.nullable(),
  picture: rowPictureSchema.nullable(),
});
export type ShopifyRow = z.infer<typeof shopifyRowSchema>;

type Problem = Omit<ImportError, 'line'>;
type Parsed<Value> = { value: Value } | { problem: string };

/** Reads a line; a cell that cannot be understood is named with its column. Nothing is guessed. */
export function parseRow(line: number, record: CsvRecord): { row: ShopifyRow } | { errors: ImportError[] } {
  const problems: Problem[] = [];
  const text = (column: Column, maxLength: number): string => {
    const value = (record[column] ?? '').trim();
    if (value.includes('\0') || value.includes('\ufffd'))
      problems.push({ column, message: 'holds characters that are not UTF-8 text. Save the file as UTF-8.' });
    if (value.length > maxLength)
      problems.push({ column, message: `has ${value.length} characters; ${maxLength} are allowed.` });
    return value;
  };
  const parsed = <Value>(column: Column, result: Parsed<Value>, fallback: Value): Value => {
    if ('value' in result) return result.value;
    problems.push({ column, message: result.problem });
    return fallback;
  };

  const handle = text('Handle', 255);
  if (handle === '') problems.push({ column: 'Handle', message: 'is empty.' });
  const optionValues = [text('Option1 Value', 60), text('Option2 Value', 60), text('Option3 Value', 60)];
  const priceText = text('Variant Price', 20);
  const sku = spreadsheetText(text('Variant SKU', 65));
  const hasVariant = priceText !== '' || sku !== '' || optionValues.some((value) => value !== '');
  const variant: RowVariant | null = hasVariant
    ? {
        sku,
        optionValues: optionValues.filter((value) => value !== ''),
        priceMinor: parsed('Variant Price', parsePrice(priceText), 1),
        compareAtPriceMinor: parsed(
          'Variant Compare At Price',
          parseOptionalPrice(text('Variant Compare At Price', 20)),
          null,
        ),
        weightGrams: parsed('Variant Grams', parseGrams(text('Variant Grams', 20)), 0),
        barcode: spreadsheetText(text('Variant Barcode', 41)),
        onHand: parsed('Variant Inventory Qty', parseQuantity(text('Variant Inventory Qty', 20)), 0),
      }
    : null;
  const pictureUrl = text('Image Src', 500);
  const picture: RowPicture | null =
    pictureUrl === ''
      ? null
      : {
          url: parsed('Image Src', parseLink(pictureUrl), ''),
          position: parsed('Image Position', parsePosition(text('Image Position', 10)), null),
          alt: text('Image Alt Text', 512).slice(0, 200),
        };
  const row: ShopifyRow = {
    line,
    handle,
    title: text('Title', 150),
    bodyHtml: text('Body (HTML)', 200_000),
    vendor: text('Vendor', 80),
    kinds: kindsOf(text('Product Category', 500), text('Type', 255)),
    status: parsed('Status', parseStatus(text('Status', 20), text('Published', 10)), 'draft'),
    optionNames: [text('Option1 Name', 40), text('Option2 Name', 40), text('Option3 Name', 40)].filter(
      (name) => name !== '',
    ),
    variant,
    picture,
  };
  return problems.length > 0 ? { errors: problems.map((problem) => ({ line, ...problem })) } : { row };
}

/** "1299.00", "1299.5" or "1299" as cents, without passing through a fraction. */
export function parsePrice(text: string): Parsed<number> {
  if (text === '') return { problem: 'is empty.' };
  const match = /^(\d{1,9})(?:\.(\d{1,2})0*)?$/.exec(text);
  if (!match) return { problem: `"${text}" is not a price such as 19.99.` };
  const priceMinor = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  if (priceMinor === 0) return { problem: 'must be more than zero.' };
  if (priceMinor > MAX_PRICE_MINOR) return { problem: 'is higher than a price may be.' };
  return { value: priceMinor };
}

/** Shopify writes 0 where there is no former price. */
const parseOptionalPrice = (text: string): Parsed<number | null> =>
  /^0*(?:\.0*)?$/.test(text) ? { value: null } : parsePrice(text);

/** Stock that was oversold elsewhere is exported as a negative number: nothing is left of it. */
function parseQuantity(text: string): Parsed<number> {
  if (text === '') return { value: 0 };
  if (!/^-?\d{1,9}$/.test(text)) return { problem: `"${text}" is not a whole number.` };
  const quantity = Math.max(0, Number(text));
  return quantity > MAX_ON_HAND ? { problem: `is more than ${MAX_ON_HAND}.` } : { value: quantity };
}

function parseGrams(text: string): Parsed<number> {
  if (text === '') return { value: 0 };
  if (!/^\d{1,7}(?:\.\d{1,6})?$/.test(text)) return { problem: `"${text}" is not a weight in grams.` };
  const grams = Math.round(Number(text));
  return grams > 1_000_000 ? { problem: 'is heavier than a parcel may be.' } : { value: grams };
}

function parsePosition(text: string): Parsed<number | null> {
  if (text === '') return { value: null };
  return /^\d{1,4}$/.test(text) ? { value: Number(text) } : { problem: `"${text}" is not a position.` };
}

function parseLink(text: string): Parsed<string> {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url && (url.protocol === 'https:' || url.protocol === 'http:')
    ? { value: url.href }
    : { problem: `"${text}" is not a web address.` };
}

function parseStatus(status: string, published: string): Parsed<ShopifyRow['status']> {
  const isPublished = published === '' || /^(?:true|yes|1)$/i.test(published);
  if (!isPublished && !/^(?:false|no|0)$/i.test(published))
    return { problem: `"${published}" in Published is neither true nor false.` };
  switch (status.toLowerCase()) {
    case '':
    case 'active':
      return { value: isPublished ? 'published' : 'draft' };
    case 'draft':
      return { value: 'draft' };
    case 'archived':
      return { value: 'archived' };
    default:
      return { problem: `"${status}" is none of active, draft, archived.` };
  }
}

/** "Electronics > Audio > Headphones" and a type: most telling first. */
const kindsOf = (category: string, type: string): string[] =>
  [type, ...category.split('>').reverse()].map((kind) => kind.trim()).filter((kind) => kind !== '');

/** Spreadsheets mark numbers that are text by an apostrophe in front, which is not part of them. */
const spreadsheetText = (text: string): string => text.replace(/^'/, '');
