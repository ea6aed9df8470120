import { z } from 'zod';
import { pictureSchema, productStatusSchema, specSchema } from './catalog.ts';
import { idSchema } from './ids.ts';
import { MAX_ON_HAND } from './inventory.ts';
import { currencySchema, priceMinorSchema } from './money.ts';
import { pageOf, pageSchema, pageSizeSchema } from './page.ts';

/** Shopify's limits, which sellers know: three options, a hundred variants. */
export const MAX_OPTIONS = 3;
export const MAX_VARIANTS = 100;

export const listListingsInput = z.object({
  status: productStatusSchema.optional(),
  query: z.string().trim().max(100).optional(),
  page: pageSchema,
  pageSize: pageSizeSchema(20),
});

export const listingSummarySchema = z.object({
  id: idSchema,
  slug: z.string(),
  title: z.string(),
  status: productStatusSchema,
  picture: pictureSchema.nullable(),
  currency: currencySchema,
  minPriceMinor: z.int(),
  maxPriceMinor: z.int(),
  variantCount: z.int(),
  availableQuantity: z.int(),
  updatedAt: z.iso.datetime(),
});
export const listingListResult = pageOf(listingSummarySchema);

const listingVariantInput = z.object({
  /** Absent for a new variant. */
  id: idSchema.optional(),
  sku: z.string().trim().min(1, { error: 'Enter a SKU.' }).max(64),
  optionValues: z.array(z.string().trim().min(1).max(60)).max(MAX_OPTIONS),
  priceMinor: priceMinorSchema,
  compareAtPriceMinor: priceMinorSchema.nullable(),
  weightGrams: z.int().min(0).max(1_000_000),
  barcode: z.string().trim().max(40),
  onHandQuantity: z.int().min(0, { error: 'Stock cannot be negative.' }).max(MAX_ON_HAND),
  /**
   * The quantity that the editor was shown before the change. When it is given, the difference is applied to what is on
   * the shelf by now, so that units sold in the meantime stay sold; without it the quantity is set as it is.
   */
  shownOnHandQuantity: z.int().min(0).max(MAX_ON_HAND).optional(),
});

/** Everything that a seller states about a product; saving replaces what was there. */
export const saveListingInput = z.object({
  /** Absent for a new listing. */
  productId: idSchema.optional(),
  /** The version that was edited; saving over a newer one is refused. Absent for a new listing. */
  version: z.int().optional(),
  title: z.string().trim().min(3, { error: 'Give the product a title of at least 3 characters.' }).max(150),
  brand: z.string().trim().max(80),
  categoryId: idSchema,
  descriptionHtml: z.string().max(50_000),
  specs: z
    .array(
      specSchema.extend({ name: z.string().trim().min(1).max(60), value: z.string().trim().min(1).max(200) }),
    )
    .max(50),
  options: z
    .array(
      z.object({
        name: z.string().trim().min(1).max(40),
        values: z.array(z.string().trim().min(1).max(60)).min(1).max(50),
      }),
    )
    .max(MAX_OPTIONS),
  variants: z
    .array(listingVariantInput)
    .min(1, { error: 'A product needs at least one variant.' })
    .max(MAX_VARIANTS),
  pictures: z.array(z.object({ url: z.string().max(500), alt: z.string().trim().max(200) })).max(12),
  status: z.enum(['draft', 'published']),
});
/** A description as it was typed; the answer is what is left of it when it is saved. */
export const previewDescriptionInput = saveListingInput.pick({ descriptionHtml: true });
export type SaveListingInput = z.infer<typeof saveListingInput>;

export const saveListingResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), productId: idSchema, slug: z.string() }),
  z.object({
    ok: z.literal(false),
    code: z.enum([
      'sku_taken',
      'options_mismatch',
      'duplicate_variant',
      'category_unknown',
      'picture_unknown',
      'edited_elsewhere',
      'below_reserved',
    ]),
    message: z.string(),
    /** The input at fault, `variants.2.sku`, when it is one. */
    field: z.string().nullable(),
  }),
]);

export const listingSchema = z.object({
  id: idSchema,
  slug: z.string(),
  version: z.int(),
  status: productStatusSchema,
  title: z.string(),
  brand: z.string(),
  categoryId: idSchema,
  descriptionHtml: z.string(),
  specs: z.array(specSchema),
  currency: currencySchema,
  options: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
  variants: z.array(
    z.object({
      id: idSchema,
      sku: z.string(),
      optionValues: z.array(z.string()),
      priceMinor: z.int(),
      compareAtPriceMinor: z.int().nullable(),
      weightGrams: z.int(),
      barcode: z.string(),
      onHandQuantity: z.int(),
      reservedQuantity: z.int(),
    }),
  ),
  pictures: z.array(pictureSchema),
});
export type Listing = z.infer<typeof listingSchema>;

export const productIdInput = z.object({ productId: idSchema });
export const setListingStatusInput = productIdInput.extend({ status: productStatusSchema });
export const setListingStatusResult = z.object({ status: productStatusSchema });

/** Largest picture that may be uploaded, and the kinds that are taken (judged by content, not by name). */
export const MAX_PICTURE_BYTES = 5 * 1024 * 1024;
export const uploadPictureResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), picture: pictureSchema }),
  z.object({
    ok: z.literal(false),
    code: z.enum(['too_large', 'not_a_picture', 'nothing_sent']),
    message: z.string(),
  }),
]);
