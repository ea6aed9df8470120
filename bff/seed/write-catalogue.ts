import type { ISql } from 'postgres';
import type { PictureStorage } from '../src/platform/storage.ts';
import { ASSORTMENT } from './assortment/index.ts';
import { DEMO_CATEGORIES, type DemoCategory } from './categories.ts';
import { insertRows, type Row } from './insert-rows.ts';
import type { DemoProduct } from './make-products.ts';
import { drawProductPicture } from './pictures/draw-product-picture.ts';
import { createRandom, seededId } from './random.ts';

const PICTURE_SIZE = 800;
const VIEWS = [0, 1, 2] as const;
const FEATURED = 12;

/** Writes categories, products, variants, stock and drawn pictures. */
export async function writeCatalogue(
  client: ISql,
  storage: PictureStorage,
  products: readonly DemoProduct[],
  sellerIds: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  const categoryIds = await writeCategories(client, storage, now);
  await writeProducts(client, products, sellerIds, categoryIds);
  await writeVariants(client, products, sellerIds);
  await writePictures(client, storage, products);
}

async function writeCategories(
  client: ISql,
  storage: PictureStorage,
  now: Date,
): Promise<Map<string, string>> {
  const random = createRandom('categories');
  const ids = new Map<string, string>();
  const rows: Row[] = [];
  const visit = async (
    category: DemoCategory,
    parent: { id: string; path: string } | null,
    position: number,
  ) => {
    const id = seededId(random, now.getTime());
    const path = parent ? `${parent.path}/${category.slug}` : category.slug;
    ids.set(category.slug, id);
    const pictureUrl = parent ? null : await categoryPicture(storage, category);
    rows.push({
      id,
      slug: category.slug,
      name: category.name,
      parent_id: parent?.id ?? null,
      path,
      position,
      picture_url: pictureUrl,
    });
    for (const [index, child] of (category.children ?? []).entries()) await visit(child, { id, path }, index);
  };
  for (const [index, category] of DEMO_CATEGORIES.entries()) await visit(category, null, index);
  await insertRows(client, 'category', rows);
  return ids;
}

/** A department wears the picture of its first kind of product. */
async function categoryPicture(storage: PictureStorage, category: DemoCategory): Promise<string | null> {
  const line = ASSORTMENT.find((candidate) => candidate.department === category.slug);
  if (!line) return null;
  return storage.put(
    Buffer.from(drawProductPicture({ kind: line.kind, seed: `department/${category.slug}` })),
    'svg',
  );
}

function required(map: ReadonlyMap<string, string>, key: string): string {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The demo market names "${key}", which does not exist.`);
  return value;
}

async function writeProducts(
  client: ISql,
  products: readonly DemoProduct[],
  sellerIds: ReadonlyMap<string, string>,
  categoryIds: ReadonlyMap<string, string>,
): Promise<void> {
  const featured = new Map(
    [...products]
      .sort((a, b) => b.popularity - a.popularity)
      .filter((product, index, all) => all.findIndex((other) => other.kind === product.kind) === index)
      .slice(0, FEATURED)
      .map((product, rank) => [product.id, rank]),
  );
  await insertRows(
    client,
    'product',
    products.map((product) => {
      const prices = product.variants.map((variant) => variant.priceMinor);
      const cheapest = product.variants.find((variant) => variant.priceMinor === Math.min(...prices));
      return {
        id: product.id,
        seller_id: required(sellerIds, product.sellerSlug),
        category_id: required(categoryIds, product.categorySlug),
        slug: product.slug,
        title: product.title,
        brand: product.brand,
        description_html: product.descriptionHtml,
        summary: product.summary,
        status: 'published',
        options: product.options,
        specs: product.specs,
        currency: product.currency,
        min_price_minor: Math.min(...prices),
        max_price_minor: Math.max(...prices),
        compare_at_price_minor: cheapest?.compareAtPriceMinor ?? null,
        sold_count: 0,
        featured_rank: featured.get(product.id) ?? null,
        version: 1,
        created_at: product.publishedAt.toISOString(),
        updated_at: product.publishedAt.toISOString(),
        published_at: product.publishedAt.toISOString(),
      };
    }),
  );
}

async function writeVariants(
  client: ISql,
  products: readonly DemoProduct[],
  sellerIds: ReadonlyMap<string, string>,
): Promise<void> {
  const variants = products.flatMap((product) =>
    product.variants.map((variant, position) => ({ product, variant, position })),
  );
  await insertRows(
    client,
    'variant',
    variants.map(({ product, variant, position }) => ({
      id: variant.id,
      product_id: product.id,
      seller_id: required(sellerIds, product.sellerSlug),
      sku: variant.sku,
      option_values: variant.optionValues,
      price_minor: variant.priceMinor,
      compare_at_price_minor: variant.compareAtPriceMinor,
      weight_grams: variant.weightGrams,
      barcode: variant.barcode,
      position,
    })),
  );
  await insertRows(
    client,
    'stock',
    variants.map(({ variant }) => ({
      variant_id: variant.id,
      on_hand: variant.onHand,
      reserved: 0,
      updated_at: new Date().toISOString(),
    })),
  );
}

async function writePictures(
  client: ISql,
  storage: PictureStorage,
  products: readonly DemoProduct[],
): Promise<void> {
  const random = createRandom('pictures');
  const rows: Row[] = [];
  for (const product of products) {
    const urls = await Promise.all(
      VIEWS.map((view) =>
        storage.put(Buffer.from(drawProductPicture({ kind: product.kind, seed: product.slug, view })), 'svg'),
      ),
    );
    for (const [position, url] of urls.entries()) {
      const alt = position === 0 ? product.title : `${product.title}, view ${position + 1}`;
      rows.push({
        id: seededId(random, product.publishedAt.getTime()),
        product_id: product.id,
        position,
        url,
        alt,
        width: PICTURE_SIZE,
        height: PICTURE_SIZE,
      });
    }
  }
  await insertRows(client, 'picture', rows);
}
