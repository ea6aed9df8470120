import { z } from 'zod';
import { productCardSchema } from './catalog.ts';
import { slugSchema } from './ids.ts';
import { amountMinorSchema } from './money.ts';
import { pageOf, pageSchema, pageSizeSchema } from './page.ts';

export const sortSchema = z.enum(['relevance', 'price_asc', 'price_desc', 'newest', 'best_selling']);
export type Sort = z.infer<typeof sortSchema>;

/** What a shopper may ask of the catalogue. A category includes everything below it. */
export const searchInput = z.object({
  query: z.string().trim().max(100).optional(),
  categorySlug: slugSchema.optional(),
  sellerSlug: slugSchema.optional(),
  brands: z.array(z.string().min(1).max(80)).max(20).optional(),
  minPriceMinor: amountMinorSchema.optional(),
  maxPriceMinor: amountMinorSchema.optional(),
  inStockOnly: z.boolean().optional(),
  sort: sortSchema.default('relevance'),
  page: pageSchema,
  pageSize: pageSizeSchema(24),
});
export type SearchInput = z.infer<typeof searchInput>;

const countedLink = z.object({ slug: z.string(), name: z.string(), count: z.int() });

export const searchResult = pageOf(productCardSchema).extend({
  facets: z.object({
    /** Sub-categories of the chosen one (or the top level) with matches. */
    categories: z.array(countedLink),
    brands: z.array(z.object({ name: z.string(), count: z.int() })),
    /** Range over all matches before the price filter; null without matches. */
    price: z.object({ minMinor: amountMinorSchema, maxMinor: amountMinorSchema }).nullable(),
  }),
  /** The chosen category with the way to it, root first; null when none was asked for. */
  category: z
    .object({
      slug: z.string(),
      name: z.string(),
      breadcrumbs: z.array(z.object({ slug: z.string(), name: z.string() })),
    })
    .nullable(),
  seller: z.object({ slug: z.string(), name: z.string(), description: z.string() }).nullable(),
});
export type SearchResult = z.infer<typeof searchResult>;
