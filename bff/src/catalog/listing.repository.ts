import { newId, type Picture, toSlug } from '@plaza/contracts';
import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm';
import { stockTable } from '../inventory/stock.table.ts';
import type { Sql } from '../platform/db.ts';
import { categoryTable, pictureTable, productTable, variantTable } from './catalog.table.ts';

export type ProductValues = Omit<typeof productTable.$inferInsert, 'id' | 'slug'>;
export type VariantValues = typeof variantTable.$inferInsert;

/** A product of this seller, locked until the transaction ends, or null. */
export async function lockOwnProduct(store: Sql, sellerId: string, productId: string) {
  const [row] = await store
    .select()
    .from(productTable)
    .where(and(eq(productTable.id, productId), eq(productTable.sellerId, sellerId)))
    .for('update');
  return row ?? null;
}

/** Variants of a product with their stock, which is locked in the order that all of Plaza locks it in: by variant id. */
export const lockVariantStock = (store: Sql, productId: string) =>
  store
    .select({ variant: variantTable, onHand: stockTable.onHand, reserved: stockTable.reserved })
    .from(variantTable)
    .innerJoin(stockTable, eq(stockTable.variantId, variantTable.id))
    .where(eq(variantTable.productId, productId))
    .orderBy(asc(stockTable.variantId))
    .for('update', { of: stockTable });

/** The first of these SKUs that another product of the seller has, or null. */
export async function findTakenSku(
  store: Sql,
  sellerId: string,
  productId: string | null,
  skus: readonly string[],
): Promise<string | null> {
  const [row] = await store
    .select({ sku: variantTable.sku })
    .from(variantTable)
    .where(
      and(
        eq(variantTable.sellerId, sellerId),
        inArray(variantTable.sku, [...skus]),
        productId === null ? undefined : ne(variantTable.productId, productId),
      ),
    )
    .limit(1);
  return row?.sku ?? null;
}

export async function categoryExists(store: Sql, categoryId: string): Promise<boolean> {
  const rows = await store.select().from(categoryTable).where(eq(categoryTable.id, categoryId)).limit(1);
  return rows.length > 0;
}

const SLUG_ATTEMPTS = 5;

/** Stores a new product under a slug that nobody has yet: the wanted one, or that with a random end. */
export async function insertProduct(
  store: Sql,
  values: ProductValues,
  wantedSlug = toSlug(values.title),
): Promise<{ id: string; slug: string }> {
  const base = wantedSlug || 'product';
  for (let attempt = 0; attempt < SLUG_ATTEMPTS; attempt += 1) {
    const id = newId();
    // The random end of the id, so that a second try does not walk through all numbers.
    const slug = attempt === 0 ? base : `${base}-${id.slice(-4 - attempt)}`;
    const rows = await store
      .insert(productTable)
      .values({ ...values, id, slug })
      .onConflictDoNothing({ target: productTable.slug })
      .returning({ id: productTable.id });
    if (rows.length > 0) return { id, slug };
  }
  throw new Error(`No free slug was found for "${base}".`);
}

/** Writes over a product; the moment of first publication stays. */
export async function updateProduct(store: Sql, id: string, values: ProductValues): Promise<void> {
  const { publishedAt, ...others } = values;
  const firstPublishedAt = publishedAt && {
    publishedAt: sql`coalesce(${productTable.publishedAt}, ${publishedAt.toISOString()}::timestamptz)`,
  };
  await store
    .update(productTable)
    .set({ ...others, ...firstPublishedAt, version: sql`${productTable.version} + 1` })
    .where(eq(productTable.id, id));
}

/** Makes a product's variants exactly these: those that are not named any more go, with their stock. */
export async function replaceVariants(
  store: Sql,
  productId: string,
  variants: readonly VariantValues[],
): Promise<void> {
  const ids = variants.map((variant) => variant.id);
  await store
    .delete(variantTable)
    .where(and(eq(variantTable.productId, productId), sql`${variantTable.id} <> all(${idArray(ids)})`));
  await setAsideSkus(store, [productId]);
  await store
    .insert(variantTable)
    .values([...variants])
    .onConflictDoUpdate({
      target: variantTable.id,
      set: {
        sku: sql`excluded.sku`,
        optionValues: sql`excluded.option_values`,
        priceMinor: sql`excluded.price_minor`,
        compareAtPriceMinor: sql`excluded.compare_at_price_minor`,
        weightGrams: sql`excluded.weight_grams`,
        barcode: sql`excluded.barcode`,
        position: sql`excluded.position`,
      },
    });
}

/** Frees the SKUs of these products until they are written anew: two variants may be swapping theirs. */
export async function setAsideSkus(store: Sql, productIds: readonly string[]): Promise<void> {
  await store
    .update(variantTable)
    .set({ sku: sql`'~' || ${variantTable.id}` })
    .where(sql`${variantTable.productId} = any(${idArray(productIds)})`);
}

/** Writes what is on the shelf of each variant, making the rows of new ones. */
export async function writeStock(
  store: Sql,
  rows: readonly { variantId: string; onHand: number }[],
  now: Date,
): Promise<void> {
  const sorted = [...rows].sort((a, b) => (a.variantId < b.variantId ? -1 : 1));
  await store
    .insert(stockTable)
    .values(sorted.map((row) => ({ ...row, updatedAt: now })))
    .onConflictDoUpdate({
      target: stockTable.variantId,
      set: { onHand: sql`excluded.on_hand`, updatedAt: sql`excluded.updated_at` },
    });
}

export async function replacePictures(
  store: Sql,
  productId: string,
  pictures: readonly Picture[],
): Promise<void> {
  await store.delete(pictureTable).where(eq(pictureTable.productId, productId));
  if (pictures.length === 0) return;
  await store
    .insert(pictureTable)
    .values(pictures.map((picture, position) => ({ ...picture, id: newId(), productId, position })));
}

/** Ids are ours or checked to be UUIDs, so they stand in an array literal as they are. */
export const idArray = (ids: readonly string[]) => sql`${`{${ids.join(',')}}`}::uuid[]`;
