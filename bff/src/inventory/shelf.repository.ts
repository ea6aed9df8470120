import { idSchema } from '@plaza/contracts';
import { z } from 'zod';
import { parseRows, type Query } from '../platform/query.ts';

const shelfSchema = z.object({
  variantId: idSchema,
  productId: idSchema,
  title: z.string(),
  variantLabel: z.string(),
  /** On hand and not promised to an order. */
  available: z.int(),
});
export type ShelfRow = z.output<typeof shelfSchema>;

/** Bounds an answer; a seller with more has tools of their own. */
const MAX_VARIANTS = 20_000;

/** What a seller has of each variant of what is for sale. */
export async function listShelf(query: Query, sellerId: string): Promise<ShelfRow[]> {
  const rows = await query`
    select v.id as "variantId", p.id as "productId", p.title,
      array_to_string(v.option_values, ' / ') as "variantLabel", s.on_hand - s.reserved as available
    from product p join variant v on v.product_id = p.id join stock s on s.variant_id = v.id
    where p.seller_id = ${sellerId} and p.status = 'published'
    order by p.id, v.position limit ${MAX_VARIANTS}`;
  return parseRows(shelfSchema, rows);
}
