import { sql } from 'drizzle-orm';
import {
  bigint,
  char,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { sellerTable } from '../seller/seller.table.ts';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** A place in the three-level tree. `path` holds the slugs from the root, `phones/accessories/cases`. */
export const categoryTable = pgTable(
  'category',
  {
    id: uuid().primaryKey(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    parentId: uuid('parent_id'),
    path: text().notNull(),
    position: integer().notNull().default(0),
    pictureUrl: text('picture_url'),
  },
  (t) => [index('category_path_idx').on(sql`${t.path} text_pattern_ops`)],
);

export const productTable = pgTable(
  'product',
  {
    id: uuid().primaryKey(),
    sellerId: uuid('seller_id')
      .notNull()
      .references(() => sellerTable.id),
    categoryId: uuid('category_id')
      .notNull()
      .references(() => categoryTable.id),
    slug: text().notNull().unique(),
    title: text().notNull(),
    brand: text().notNull().default(''),
    /** Sanitised when it is written, rendered as it is. */
    descriptionHtml: text('description_html').notNull().default(''),
    summary: text().notNull().default(''),
    status: text({ enum: ['draft', 'published', 'hidden', 'archived'] }).notNull(),
    options: jsonb().$type<{ name: string; values: string[] }[]>().notNull().default([]),
    specs: jsonb().$type<{ name: string; value: string }[]>().notNull().default([]),
    currency: char({ length: 3 }).notNull(),
    /** Copies kept by every writer of variants and stock, so that lists need one table. */
    minPriceMinor: bigint('min_price_minor', { mode: 'number' }).notNull(),
    maxPriceMinor: bigint('max_price_minor', { mode: 'number' }).notNull(),
    compareAtPriceMinor: bigint('compare_at_price_minor', { mode: 'number' }),
    /** Units sold, for "best selling"; refreshed apart from the sale itself. */
    soldCount: integer('sold_count').notNull().default(0),
    featuredRank: integer('featured_rank'),
    /** The handle of an imported product in its seller's own catalogue: a second import finds it by this. */
    importHandle: text('import_handle'),
    /** Grows with every edit; saving over a newer version is refused. */
    version: integer().notNull().default(1),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
    publishedAt: timestamp('published_at', { withTimezone: true }),
    /** One language throughout and hyphens as blanks, as in queries: "RTX-4070" and "rtx 4070" are the same words. */
    searchVector: tsvector('search_vector').generatedAlwaysAs(
      sql`setweight(to_tsvector('english', translate(title, '-/_', '   ')), 'A') || setweight(to_tsvector('english', translate(brand, '-/_', '   ')), 'A') || setweight(to_tsvector('english', translate(summary, '-/_', '   ')), 'C')`,
    ),
  },
  (t) => [
    index('product_search_idx').using('gin', t.searchVector),
    index('product_likeness_idx').using('gin', sql`(${t.brand} || ' ' || ${t.title}) gin_trgm_ops`),
    uniqueIndex('product_import_idx').on(t.sellerId, t.importHandle),
    index('product_category_idx').on(t.categoryId, t.status),
    index('product_seller_idx').on(t.sellerId, t.updatedAt),
    index('product_published_idx').on(t.publishedAt),
    index('product_sold_idx').on(t.soldCount).where(sql`status = 'published'`),
  ],
);

export const variantTable = pgTable(
  'variant',
  {
    id: uuid().primaryKey(),
    productId: uuid('product_id')
      .notNull()
      .references(() => productTable.id, { onDelete: 'cascade' }),
    sellerId: uuid('seller_id').notNull(),
    sku: text().notNull(),
    optionValues: text('option_values').array().notNull().default(sql`'{}'`),
    priceMinor: bigint('price_minor', { mode: 'number' }).notNull(),
    compareAtPriceMinor: bigint('compare_at_price_minor', { mode: 'number' }),
    weightGrams: integer('weight_grams').notNull().default(0),
    barcode: text().notNull().default(''),
    position: integer().notNull().default(0),
  },
  (t) => [
    uniqueIndex('variant_seller_sku_idx').on(t.sellerId, t.sku),
    index('variant_product_idx').on(t.productId, t.position),
  ],
);

export const pictureTable = pgTable(
  'picture',
  {
    id: uuid().primaryKey(),
    productId: uuid('product_id')
      .notNull()
      .references(() => productTable.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    /** `/media/<key>` for pictures in our storage, an https link for those that could not be fetched. */
    url: text().notNull(),
    alt: text().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
  },
  (t) => [index('picture_product_idx').on(t.productId, t.position)],
);
