import { MARKET_CURRENCY, newId, type Picture, toSlug } from '@plaza/contracts';
import { createSalesEvent } from '@plaza/events';
import { and, asc, type Column, eq, sql } from 'drizzle-orm';
import { stockTable } from '../../inventory/stock.table.ts';
import type { Sql } from '../../platform/db.ts';
import { appendToOutbox } from '../../platform/outbox.ts';
import { productTable, variantTable } from '../catalog.table.ts';
import {
  idArray,
  insertProduct,
  type ProductValues,
  replacePictures,
  replaceVariants,
  setAsideSkus,
  updateProduct,
  type VariantValues,
  writeStock,
} from '../listing.repository.ts';
import { productPrices } from '../product-prices.ts';
import type { ImportProduct } from './assemble-product.ts';

export type ResolvedProduct = Omit<ImportProduct, 'pictures'> & { pictures: readonly Picture[] };

/**
 * What the seller has of the catalogue already: product ids by handle. Products and their stock are locked until the
 * transaction ends, stock in the order in which all of Plaza locks it.
 */
export async function lockImported(
  store: Sql,
  sellerId: string,
  handles: readonly string[],
): Promise<Map<string, string>> {
  const rows = await store
    .select({ id: productTable.id, handle: productTable.importHandle })
    .from(productTable)
    .where(and(eq(productTable.sellerId, sellerId), isOneOf(productTable.importHandle, handles)))
    .orderBy(asc(productTable.id))
    .for('update');
  const ids = rows.map(({ id }) => id);
  await store
    .select({ id: stockTable.variantId })
    .from(stockTable)
    .where(
      sql`${stockTable.variantId} in (select id from ${variantTable} where product_id = any(${idArray(ids)}))`,
    )
    .orderBy(asc(stockTable.variantId))
    .for('update');
  await setAsideSkus(store, ids);
  return new Map(rows.flatMap(({ id, handle }) => (handle === null ? [] : [[handle, id]])));
}

/** How many of these handles the seller has imported before. */
export const countImported = (store: Sql, sellerId: string, handles: readonly string[]): Promise<number> =>
  store.$count(
    productTable,
    and(eq(productTable.sellerId, sellerId), isOneOf(productTable.importHandle, handles)),
  );

/** Which of these SKUs the seller uses, and in which product: its handle, or null when it was not imported. */
export const findUsedSkus = (
  store: Sql,
  sellerId: string,
  skus: readonly string[],
): Promise<{ sku: string; handle: string | null }[]> =>
  store
    .select({ sku: variantTable.sku, handle: productTable.importHandle })
    .from(variantTable)
    .innerJoin(productTable, eq(productTable.id, variantTable.productId))
    .where(and(eq(variantTable.sellerId, sellerId), isOneOf(variantTable.sku, skus)));

interface Shelf {
  variantId: string;
  sku: string;
  optionValues: string[];
  onHand: number;
  reserved: number;
}

/** Variants of one imported product with their stock. */
const findShelf = (store: Sql, productId: string): Promise<Shelf[]> =>
  store
    .select({
      variantId: variantTable.id,
      sku: variantTable.sku,
      optionValues: variantTable.optionValues,
      onHand: stockTable.onHand,
      reserved: stockTable.reserved,
    })
    .from(variantTable)
    .innerJoin(stockTable, eq(stockTable.variantId, variantTable.id))
    .where(eq(variantTable.productId, productId))
    .orderBy(asc(variantTable.position));

/**
 * Writes one product of a catalogue, over what an earlier import left. A variant keeps its identity by SKU, else by its
 * values. Units promised to unpaid orders stay on the shelf.
 * @throws when a variant that is gone from the catalogue has such units: there would be nothing left to deliver
 * @returns the product's id, and whether it is new
 */
export async function writeProduct(
  store: Sql,
  input: { sellerId: string; product: ResolvedProduct; existingId: string | undefined; now: Date },
): Promise<{ productId: string; isNew: boolean }> {
  const { sellerId, product, existingId, now } = input;
  const before = existingId === undefined ? [] : await findShelf(store, existingId);
  const values = toValues(sellerId, product, now);
  const productId = existingId ?? (await insertProduct(store, values, toSlug(product.handle))).id;
  if (existingId !== undefined) await updateProduct(store, existingId, values);

  const taken = new Set<string>();
  const matched = product.variants.map((variant) => {
    const match = before.find(
      (row) =>
        !taken.has(row.variantId) &&
        (row.sku === variant.sku || sameValues(row.optionValues, variant.optionValues)),
    );
    if (match) taken.add(match.variantId);
    return { variant, match };
  });
  const variants = matched.map(
    ({ variant: { line: _line, onHand: _onHand, ...variant }, match }, position): VariantValues => ({
      ...variant,
      ...{ id: match?.variantId ?? newId(), productId, sellerId, position },
    }),
  );
  const gone = before.find((row) => row.reserved > 0 && !taken.has(row.variantId));
  if (gone)
    throw new Error(
      `${product.handle}: a variant (${gone.optionValues.join(' / ')}) that the file no longer has is part of an order that is being paid. Import again in half an hour.`,
    );
  await replaceVariants(store, productId, variants);
  const shelf = matched.map(({ variant, match }, index) => ({
    variantId: variants[index]?.id ?? '',
    onHand: Math.max(variant.onHand, match?.reserved ?? 0),
    reserved: match?.reserved ?? 0,
    isChanged: match === undefined || match.onHand !== variant.onHand,
  }));
  await writeStock(store, shelf, now);
  await replacePictures(store, productId, product.pictures);
  await appendToOutbox(
    store,
    shelf
      .filter((row) => row.isChanged)
      .map(({ variantId, onHand, reserved }) =>
        createSalesEvent('stock.changed', {
          aggregateId: variantId,
          occurredAt: now,
          payload: {
            ...{ productId, variantId, sellerId, onHandQuantity: onHand },
            ...{ reservedQuantity: reserved, availableQuantity: onHand - reserved },
          },
        }),
      ),
  );
  return { productId, isNew: existingId === undefined };
}

/** One parameter for any number of values: a list of them may be longer than a statement's parameters. */
const isOneOf = (column: Column, values: readonly string[]) =>
  sql`${column} = any(${sql.param([...values])}::text[])`;

const sameValues = (a: readonly string[], b: readonly string[]) => JSON.stringify(a) === JSON.stringify(b);

const toValues = (sellerId: string, product: ResolvedProduct, now: Date): ProductValues => ({
  ...{ sellerId, categoryId: product.categoryId, title: product.title, brand: product.brand },
  ...{ descriptionHtml: product.descriptionHtml, summary: product.summary, status: product.status },
  ...{ options: product.options, importHandle: product.handle, currency: MARKET_CURRENCY, updatedAt: now },
  ...productPrices(product.variants),
  ...(product.status === 'published' ? { publishedAt: now } : {}),
});
