import {
  MARKET_CURRENCY,
  newId,
  type Picture,
  type SaveListingInput,
  type saveListingResult,
} from '@plaza/contracts';
import { createSalesEvent } from '@plaza/events';
import type { z } from 'zod';
import type { Sql } from '../platform/db.ts';
import { appendToOutbox } from '../platform/outbox.ts';
import { isUniqueViolation } from '../platform/pg-errors.ts';
import type { Services } from '../platform/services.ts';
import { notFound } from '../platform/trpc.ts';
import { announceListing } from './announce-listing.ts';
import { checkListing, type ListingRefusal, refuse } from './check-listing.ts';
import { cleanHtml, summarise, textOf } from './clean-html.ts';
import {
  categoryExists,
  findTakenSku,
  insertProduct,
  lockOwnProduct,
  lockVariantStock,
  type ProductValues,
  replacePictures,
  replaceVariants,
  updateProduct,
  type VariantValues,
  writeStock,
} from './listing.repository.ts';
import { resolvePictures } from './listing-pictures.ts';
import { findPictures } from './product.repository.ts';
import { productPrices } from './product-prices.ts';

type SaveListingResult = z.input<typeof saveListingResult>;
type Variant = SaveListingInput['variants'][number];
type StockRow = Awaited<ReturnType<typeof lockVariantStock>>[number];

/**
 * Stores a listing as the seller states it, in place of what was there.
 * @throws NOT_FOUND for a product or variant that is not there or not the seller's
 */
export async function saveListing(
  services: Services,
  seller: { id: string },
  input: SaveListingInput,
): Promise<SaveListingResult> {
  const misfit = checkListing(input);
  if (misfit) return misfit;
  const { db } = services.database;
  const existing = input.productId ? await findPictures(db, input.productId) : [];
  const pictures = await resolvePictures(services.storage, existing, input.pictures);
  if ('unknownIndex' in pictures)
    return refuse('picture_unknown', 'Upload this picture again.', `pictures.${pictures.unknownIndex}.url`);
  try {
    const result = await db.transaction((tx) => writeListing(services, tx, seller.id, input, pictures));
    if (result.ok) await announceListing(services, [result.productId]);
    return result;
  } catch (error) {
    // Another save took the SKU between our look and our writing.
    if (isUniqueViolation(error, 'variant_seller_sku_idx'))
      return refuse('sku_taken', 'One of the SKUs belongs to another product of yours.');
    throw error;
  }
}

async function writeListing(
  services: Services,
  tx: Sql,
  sellerId: string,
  input: SaveListingInput,
  pictures: readonly Picture[],
): Promise<SaveListingResult> {
  const { productId } = input;
  const product = productId ? await lockOwnProduct(tx, sellerId, productId) : null;
  if (productId && !product) throw notFound('listing');
  if (product && product.version !== input.version)
    return refuse(
      'edited_elsewhere',
      'This listing was changed elsewhere. Load it again and repeat your change.',
    );
  const stock = product ? await lockVariantStock(tx, product.id) : [];
  const refusal = (await checkReferences(tx, sellerId, input)) ?? checkStock(input.variants, stock);
  if (refusal) return refusal;

  const now = services.clock.now();
  const values = toProductValues(input, sellerId, product?.publishedAt ?? null, now);
  const saved = product ?? (await insertProduct(tx, values));
  if (product) await updateProduct(tx, product.id, values);
  const variants = input.variants.map(
    (variant, position): VariantValues => ({
      ...{ id: variant.id ?? newId(), productId: saved.id, sellerId, position },
      ...{ sku: variant.sku, optionValues: variant.optionValues, barcode: variant.barcode },
      ...{ priceMinor: variant.priceMinor, compareAtPriceMinor: variant.compareAtPriceMinor },
      weightGrams: variant.weightGrams,
    }),
  );
  await replaceVariants(tx, saved.id, variants);
  const shelf = variants.map(({ id }, index) => {
    const before = stock.find((row) => row.variant.id === id);
    const onHand = onHandAfter(input.variants[index], before);
    return { variantId: id, onHand, reserved: before?.reserved ?? 0, isChanged: onHand !== before?.onHand };
  });
  await writeStock(tx, shelf, now);
  await replacePictures(tx, saved.id, pictures);
  const facts = shelf
    .filter((row) => row.isChanged)
    .map(({ variantId, onHand, reserved }) =>
      createSalesEvent('stock.changed', {
        aggregateId: variantId,
        occurredAt: now,
        payload: {
          ...{ productId: saved.id, variantId, sellerId, onHandQuantity: onHand },
          ...{ reservedQuantity: reserved, availableQuantity: onHand - reserved },
        },
      }),
    );
  await appendToOutbox(tx, facts);
  return { ok: true, productId: saved.id, slug: saved.slug };
}

async function checkReferences(
  tx: Sql,
  sellerId: string,
  input: SaveListingInput,
): Promise<ListingRefusal | null> {
  if (!(await categoryExists(tx, input.categoryId)))
    return refuse('category_unknown', 'Choose a category.', 'categoryId');
  const skus = input.variants.map((variant) => variant.sku);
  const taken = await findTakenSku(tx, sellerId, input.productId ?? null, skus);
  return taken === null
    ? null
    : refuse(
        'sku_taken',
        `Another product of yours has the SKU ${taken}.`,
        `variants.${skus.indexOf(taken)}.sku`,
      );
}

/** Whether stock allows it: nothing that is promised to an unpaid order may be taken off the shelf. */
function checkStock(variants: readonly Variant[], stock: readonly StockRow[]): ListingRefusal | null {
  for (const [index, variant] of variants.entries()) {
    const before = stock.find((row) => row.variant.id === variant.id);
    if (variant.id && !before) throw notFound('variant');
    if (before && onHandAfter(variant, before) < before.reserved)
      return refuse(
        'below_reserved',
        `${before.reserved} of ${variant.sku} are promised to orders that are being paid.`,
        `variants.${index}.onHandQuantity`,
      );
  }
  const kept = new Set(variants.map((variant) => variant.id));
  const removed = stock.find((row) => row.reserved > 0 && !kept.has(row.variant.id));
  return removed
    ? refuse(
        'below_reserved',
        `${removed.variant.sku} is part of an order that is being paid and cannot be removed yet.`,
        'variants',
      )
    : null;
}

/**
 * What is on the shelf after saving. With the quantity that the editor was shown, the difference is applied to what is
 * there now: units sold in the meantime stay sold.
 */
function onHandAfter(variant: Variant | undefined, before: StockRow | undefined): number {
  if (!variant) return before?.onHand ?? 0;
  const { onHandQuantity, shownOnHandQuantity } = variant;
  if (!before || shownOnHandQuantity === undefined) return onHandQuantity;
  return before.onHand + (onHandQuantity - shownOnHandQuantity);
}

function toProductValues(
  input: SaveListingInput,
  sellerId: string,
  publishedAt: Date | null,
  now: Date,
): ProductValues {
  const descriptionHtml = cleanHtml(input.descriptionHtml);
  const { title, brand, categoryId, specs, options, status } = input;
  return {
    ...{ sellerId, categoryId, title, brand, specs, options, status, descriptionHtml },
    ...productPrices(input.variants),
    summary: summarise(textOf(descriptionHtml) || [brand, title].filter(Boolean).join(' ')),
    currency: MARKET_CURRENCY,
    updatedAt: now,
    publishedAt: publishedAt ?? (status === 'published' ? now : null),
  };
}
