import type { Db } from '../../platform/db.ts';
import type { Query } from '../../platform/query.ts';
import type { CategoryRow } from '../category.repository.ts';
import { assembleProduct, type FindCategory, type ImportProduct } from './assemble-product.ts';
import { readCsv } from './read-csv.ts';
import { type ImportError, parseRow, type ShopifyRow } from './shopify-row.ts';
import { groupLines, readLineGroups, stageLines, stageProducts } from './staging.repository.ts';
import { findUsedSkus } from './write-products.repository.ts';

const LINES_PER_BATCH = 500;
const PRODUCTS_PER_BATCH = 100;
const SKUS_PER_BATCH = 1_000;
/** Beyond these a file is wrong as a whole, and reading on helps nobody. */
const MAX_ERRORS = 1_000;

/** First pass: every line is read, understood and laid out; what cannot be understood is collected. */
export async function stageCatalogue(
  staging: Query,
  file: string,
  onBytes: (bytes: number) => void,
): Promise<{ errors: ImportError[]; badHandles: Set<string> }> {
  const errors: ImportError[] = [];
  const badHandles = new Set<string>();
  let batch: ShopifyRow[] = [];
  for await (const item of readCsv(file)) {
    if (errors.length >= MAX_ERRORS) break;
    if (item.kind === 'error') {
      errors.push(item.error);
      continue;
    }
    const parsed = parseRow(item.line, item.record);
    if ('errors' in parsed) {
      errors.push(...parsed.errors);
      badHandles.add(item.record.Handle?.trim() ?? '');
    } else batch.push(parsed.row);
    if (batch.length < LINES_PER_BATCH) continue;
    await stageLines(staging, batch);
    onBytes(item.bytes);
    batch = [];
  }
  if (batch.length > 0) await stageLines(staging, batch);
  return { errors, badHandles };
}

/** Where each SKU and each handle of the file is. */
export interface CatalogueIndex {
  productCount: number;
  handles: Set<string>;
  skus: Map<string, { line: number; handle: string }>;
}

/** Second pass: lines become products; what does not fit together is collected. */
export async function assembleCatalogue(
  staging: Query,
  findCategory: FindCategory,
  badHandles: ReadonlySet<string>,
): Promise<{ index: CatalogueIndex; errors: ImportError[] }> {
  const errors: ImportError[] = [];
  const index: CatalogueIndex = { productCount: 0, handles: new Set(), skus: new Map() };
  const total = await groupLines(staging);
  for (let seq = 0; seq < total && errors.length < MAX_ERRORS; seq += PRODUCTS_PER_BATCH) {
    const products: { seq: number; product: ImportProduct }[] = [];
    for (const group of await readLineGroups(staging, seq, PRODUCTS_PER_BATCH)) {
      // With one of its lines missing, what else is wrong with a product would be misleading.
      if (badHandles.has(group.content[0]?.handle ?? '')) continue;
      const assembled = assembleProduct(group.content, findCategory);
      if ('errors' in assembled) errors.push(...assembled.errors);
      else {
        products.push({ seq: group.seq, product: assembled.product });
        errors.push(...indexProduct(index, assembled.product));
      }
    }
    await stageProducts(staging, products);
  }
  return { index, errors };
}

function indexProduct(index: CatalogueIndex, product: ImportProduct): ImportError[] {
  const { handle } = product;
  index.productCount += 1;
  index.handles.add(handle);
  return product.variants.flatMap(({ sku, line }) => {
    const other = index.skus.get(sku);
    if (!other) index.skus.set(sku, { line, handle });
    return other
      ? { line, column: 'Variant SKU', message: `"${sku}" is on line ${other.line} already.` }
      : [];
  });
}

/** SKUs of the file that belong to products of the seller which the file does not write. */
export async function findSkuConflicts(
  db: Db,
  sellerId: string,
  index: CatalogueIndex,
): Promise<ImportError[]> {
  const errors: ImportError[] = [];
  const skus = [...index.skus.keys()];
  for (let start = 0; start < skus.length; start += SKUS_PER_BATCH) {
    const used = await findUsedSkus(db, sellerId, skus.slice(start, start + SKUS_PER_BATCH));
    for (const { sku, handle } of used) {
      if (handle !== null && index.handles.has(handle)) continue;
      const line = index.skus.get(sku)?.line ?? 0;
      errors.push({
        line,
        column: 'Variant SKU',
        message: `"${sku}" belongs to another product of this seller.`,
      });
    }
  }
  return errors;
}

/** Finds categories by slug or, whatever the case, by name. */
export function categoryFinder(rows: readonly CategoryRow[], fixedCategoryId: string | null): FindCategory {
  const ids = new Map<string, string>();
  for (const { id, slug, name } of rows) {
    ids.set(name.toLowerCase(), id);
    ids.set(slug, id);
  }
  return (kinds) => {
    if (fixedCategoryId !== null) return fixedCategoryId;
    for (const kind of kinds) {
      const id = ids.get(kind.toLowerCase());
      if (id !== undefined) return id;
    }
    return null;
  };
}
