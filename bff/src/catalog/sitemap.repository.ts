import { z } from 'zod';
import { momentSchema, parseRows, type Query } from '../platform/query.ts';

/** What search engines are told of. */
export const sitemapKindSchema = z.enum(['products', 'categories', 'stores']);
export type SitemapKind = z.infer<typeof sitemapKindSchema>;

const entrySchema = z.object({ id: z.uuid(), slug: z.string(), changedAt: momentSchema });
export type SitemapEntry = z.infer<typeof entrySchema>;

const partSchema = z.object({ firstId: z.uuid(), changedAt: momentSchema });
export type SitemapPart = z.infer<typeof partSchema>;

/** Pages of a kind that a visitor can open, with the time of the last change of anything on them. */
function entriesOf(query: Query, kind: SitemapKind): ReturnType<Query> {
  switch (kind) {
    case 'products':
      return query`select id, slug, updated_at as changed_at from product where status = 'published'`;
    case 'categories':
      return query`
        select c.id, c.slug, max(filled.changed_at) as changed_at
        from category c
        join category below on below.path = c.path or starts_with(below.path, c.path || '/')
        join (
          select category_id, max(updated_at) as changed_at
          from product where status = 'published' group by category_id
        ) filled on filled.category_id = below.id
        group by c.id`;
    case 'stores':
      return query`
        select s.id, s.slug, max(p.updated_at) as changed_at
        from seller s join product p on p.seller_id = s.id and p.status = 'published'
        group by s.id`;
  }
}

/** Divides a kind into runs of up to `size` entries in the order of their ids; each is named by the id it begins with. */
export async function findSitemapParts(
  query: Query,
  kind: SitemapKind,
  size: number,
): Promise<SitemapPart[]> {
  const rows = await query`
    select min(id::text) as "firstId", max(changed_at) as "changedAt"
    from (select id, changed_at, (row_number() over (order by id) - 1) / ${size}::int as part
      from (${entriesOf(query, kind)}) entry) numbered
    group by part order by part`;
  return parseRows(partSchema, rows);
}

/** Up to `limit` entries in the order of their ids. @param from the id to begin with, or the one to begin behind */
export async function findSitemapEntries(
  query: Query,
  kind: SitemapKind,
  from: { firstId: string } | { afterId: string },
  limit: number,
): Promise<SitemapEntry[]> {
  const begin = 'firstId' in from ? query`id >= ${from.firstId}` : query`id > ${from.afterId}`;
  const rows = await query`
    select id, slug, changed_at as "changedAt" from (${entriesOf(query, kind)}) entry
    where ${begin} order by id limit ${limit}`;
  return parseRows(entrySchema, rows);
}
