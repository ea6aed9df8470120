import type { Sort } from '@plaza/contracts';
import { z } from 'zod';
import { parseRows, type Query } from '../platform/query.ts';
import type { TextQuery } from './text-query.ts';

/** Brands that are offered as a filter. */
const MAX_BRANDS = 20;
/** How like a title the words must be when no word matches: low enough for two typing errors in a word. */
const MIN_LIKENESS = 0.4;

export interface SearchFilter {
  text: TextQuery | null;
  /** Ids of the chosen category and everything below it; null for all. */
  categoryIds: readonly string[] | null;
  sellerId: string | null;
  brands: readonly string[];
  minPriceMinor: number | null;
  maxPriceMinor: number | null;
  inStockOnly: boolean;
  sort: Sort;
  limit: number;
  offset: number;
}

const foundSchema = z.object({
  total: z.int(),
  ids: z.array(z.string()),
  countByCategory: z.record(z.string(), z.int()),
  brands: z.array(z.object({ name: z.string(), count: z.int() })),
  price: z.object({ minMinor: z.int(), maxMinor: z.int() }).nullable(),
});
export type Found = z.infer<typeof foundSchema>;

type Fragment = ReturnType<Query>;
interface Match {
  condition: Fragment;
  /** Larger is better. */
  rank: Fragment;
}

/** Products whose words match: all of them, the last one also as a beginning. */
export const findByWords = (query: Query, filter: SearchFilter): Promise<Found> =>
  find(query, filter, filter.text ? matchWords(query, filter.text) : null);

/**
 * Products whose brand and title look like the text, for what was mistyped.
 * @param query a transaction: the setting that lets the index answer ends with it
 */
export async function findByLikeness(
  query: Query,
  filter: SearchFilter & { text: TextQuery },
): Promise<Found> {
  await query`select set_config('pg_trgm.word_similarity_threshold', ${String(MIN_LIKENESS)}, true)`;
  const { plain } = filter.text;
  return find(query, filter, {
    condition: query`${plain} <% (p.brand || ' ' || p.title)`,
    rank: query`word_similarity(${plain}, p.brand || ' ' || p.title)`,
  });
}

function matchWords(query: Query, text: TextQuery): Match {
  const whole = query`websearch_to_tsquery('english', ${text.web})`;
  // A stem can be shorter than what was typed so far, so the finished word is tried beside the unfinished one.
  const words =
    text.prefix === ''
      ? whole
      : query`(${whole} || (websearch_to_tsquery('english', ${text.head}) && to_tsquery('english', ${`${text.prefix}:*`})))`;
  return {
    condition: query`p.search_vector @@ ${words}`,
    rank: query`ts_rank(p.search_vector, ${words}) * (1 + ln(1 + p.sold_count) / 10)`,
  };
}

/**
 * One scan for the page, the total and all facets. A facet does not count its own filter, so that the choices beside
 * the chosen one stay visible.
 */
async function find(query: Query, filter: SearchFilter, match: Match | null): Promise<Found> {
  const { categoryIds, sellerId, minPriceMinor, maxPriceMinor, brands } = filter;
  const and = (condition: Fragment | false | undefined) => (condition ? query`and ${condition}` : query``);
  const rows = await query`
    with matches as materialized (
      select p.id, p.category_id, p.brand, p.min_price_minor, p.sold_count, p.published_at,
        ${match ? match.rank : query`0`} as rank,
        (true
          ${and(minPriceMinor !== null && query`p.min_price_minor >= ${minPriceMinor}`)}
          ${and(maxPriceMinor !== null && query`p.min_price_minor <= ${maxPriceMinor}`)}
        ) as in_price,
        ${brands.length > 0 ? query`p.brand = any(${[...brands]})` : query`true`} as in_brand
      from product p
      where p.status = 'published'
        ${and(match?.condition)}
        ${and(categoryIds !== null && query`p.category_id = any(${[...(categoryIds ?? [])]}::uuid[])`)}
        ${and(sellerId !== null && query`p.seller_id = ${sellerId}`)}
        ${and(filter.inStockOnly && inStock(query))}
    ), chosen as (
      select * from matches where in_price and in_brand
    )
    select
      (select count(*)::int from chosen) as total,
      array(
        select id::text from chosen order by ${orderOf(query, filter.sort, match !== null)}, id
        limit ${filter.limit} offset ${filter.offset}
      ) as ids,
      (select coalesce(jsonb_object_agg(category_id, n), '{}'::jsonb)
        from (select category_id, count(*)::int as n from chosen group by category_id) c) as "countByCategory",
      (select coalesce(jsonb_agg(jsonb_build_object('name', brand, 'count', n) order by n desc, brand), '[]'::jsonb)
        from (select brand, count(*)::int as n from matches where in_price and brand <> ''
          group by brand order by n desc, brand limit ${MAX_BRANDS}) b) as brands,
      (select case when count(*) > 0 then jsonb_build_object('minMinor', min(min_price_minor), 'maxMinor', max(min_price_minor)) end
        from matches where in_brand) as price`;
  const [found] = parseRows(foundSchema, rows);
  if (!found) throw new Error('A search answers one row.');
  return found;
}

const inStock = (query: Query): Fragment => query`exists (
  select from variant v join stock k on k.variant_id = v.id
  where v.product_id = p.id and k.on_hand > k.reserved)`;

function orderOf(query: Query, sort: Sort, hasText: boolean): Fragment {
  switch (sort) {
    case 'price_asc':
      return query`min_price_minor`;
    case 'price_desc':
      return query`min_price_minor desc`;
    case 'newest':
      return query`published_at desc`;
    case 'best_selling':
      return query`sold_count desc`;
    case 'relevance':
      return hasText ? query`rank desc, sold_count desc` : query`sold_count desc`;
  }
}
