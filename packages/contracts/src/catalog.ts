import { z } from 'zod';
import { idSchema } from './ids.ts';
import { amountMinorSchema, currencySchema } from './money.ts';

export const productStatusSchema = z.enum(['draft', 'published', 'hidden', 'archived']);
export type ProductStatus = z.infer<typeof productStatusSchema>;

/** A picture of a product. `url` is a path on this origin (`/media/…`) or an https link that could not be fetched. */
export const pictureSchema = z.object({ url: z.string(), alt: z.string(), width: z.int(), height: z.int() });
export type Picture = z.infer<typeof pictureSchema>;

/** What a list of products shows of each. */
export const productCardSchema = z.object({
  id: idSchema,
  slug: z.string(),
  title: z.string(),
  brand: z.string(),
  /** Lowest price among the variants. */
  priceMinor: amountMinorSchema,
  compareAtPriceMinor: amountMinorSchema.nullable(),
  /** True when variants differ in price, so that the card can say "from". */
  priceVaries: z.boolean(),
  currency: currencySchema,
  picture: pictureSchema.nullable(),
  inStock: z.boolean(),
  seller: z.object({ id: idSchema, slug: z.string(), name: z.string() }),
});
export type ProductCard = z.infer<typeof productCardSchema>;

export const categoryLinkSchema = z.object({ slug: z.string(), name: z.string() });
export type CategoryLink = z.infer<typeof categoryLinkSchema>;

export interface CategoryNode extends CategoryLink {
  id: string;
  productCount: number;
  children: CategoryNode[];
}
export const categoryNodeSchema: z.ZodType<CategoryNode> = z.object({
  id: idSchema,
  slug: z.string(),
  name: z.string(),
  productCount: z.int(),
  get children() {
    return z.array(categoryNodeSchema);
  },
});

export const variantSchema = z.object({
  id: idSchema,
  sku: z.string(),
  /** One value per option of the product, in the same order: ['256 GB', 'Black']. */
  optionValues: z.array(z.string()),
  priceMinor: amountMinorSchema,
  compareAtPriceMinor: amountMinorSchema.nullable(),
  /** What can be bought now: on hand less reserved. */
  availableQuantity: z.int().min(0),
});
export type Variant = z.infer<typeof variantSchema>;

export const productOptionSchema = z.object({ name: z.string(), values: z.array(z.string()) });
export const specSchema = z.object({ name: z.string(), value: z.string() });

export const productDetailSchema = z.object({
  id: idSchema,
  slug: z.string(),
  title: z.string(),
  brand: z.string(),
  /** Sanitised HTML: safe to render as it is. */
  descriptionHtml: z.string(),
  /** Plain text for metadata, at most 160 characters. */
  summary: z.string(),
  currency: currencySchema,
  options: z.array(productOptionSchema),
  variants: z.array(variantSchema).min(1),
  specs: z.array(specSchema),
  pictures: z.array(pictureSchema),
  breadcrumbs: z.array(categoryLinkSchema),
  seller: z.object({ id: idSchema, slug: z.string(), name: z.string(), description: z.string() }),
  related: z.array(productCardSchema),
});
export type ProductDetail = z.infer<typeof productDetailSchema>;

export const homeSchema = z.object({
  featured: z.array(productCardSchema),
  bestSelling: z.array(productCardSchema),
  newest: z.array(productCardSchema),
  categories: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      productCount: z.int(),
      picture: pictureSchema.nullable(),
    }),
  ),
});
export type Home = z.infer<typeof homeSchema>;
