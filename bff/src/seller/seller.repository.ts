import { eq, inArray, or, sql } from 'drizzle-orm';
import type { Db } from '../platform/db.ts';
import { prepared } from '../platform/prepared.ts';
import { sellerTable } from './seller.table.ts';

type SellerRow = typeof sellerTable.$inferSelect;

const findBySlugRow = prepared((db) =>
  db
    .select()
    .from(sellerTable)
    .where(eq(sellerTable.slug, sql.placeholder('slug')))
    .prepare('find_seller_by_slug'),
);

/** A seller by slug, or null. */
export async function findSellerBySlug(db: Db, slug: string): Promise<SellerRow | null> {
  const [row] = await findBySlugRow(db).execute({ slug });
  return row ?? null;
}

/** Sellers with this slug or, whatever the case, this name. */
export const findSellersByNameOrSlug = (db: Db, text: string): Promise<SellerRow[]> =>
  db
    .select()
    .from(sellerTable)
    .where(or(eq(sellerTable.slug, text), sql`lower(${sellerTable.name}) = lower(${text})`));

export const findSellerNames = (
  db: Db,
  sellerIds: readonly string[],
): Promise<Pick<SellerRow, 'id' | 'slug' | 'name'>[]> =>
  db
    .select({ id: sellerTable.id, slug: sellerTable.slug, name: sellerTable.name })
    .from(sellerTable)
    .where(inArray(sellerTable.id, [...sellerIds]));
