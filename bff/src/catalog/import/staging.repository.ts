import { pictureSchema } from '@plaza/contracts';
import { z } from 'zod';
import { parseRows, type Query, toJson } from '../../platform/query.ts';
import { type ImportProduct, importProductSchema } from './assemble-product.ts';
import { type ShopifyRow, shopifyRowSchema } from './shopify-row.ts';

/*
 * A catalogue of any size is laid out in temporary tables first: they need no memory of ours and are gone with the
 * transaction that laid them out. Nothing of the market is touched by what is here.
 */

/** Lays out the tables. All functions here need the same transaction. */
export async function createStaging(query: Query): Promise<void> {
  await query`create temp table import_line (line int not null, handle text not null, content jsonb not null) on commit drop`;
  await query`create temp table import_product (seq int primary key, content jsonb not null) on commit drop`;
  await query`create temp table import_picture (link text primary key, content jsonb) on commit drop`;
}

export async function stageLines(query: Query, rows: readonly ShopifyRow[]): Promise<void> {
  await query`
    insert into import_line (line, handle, content)
    select (r->>'line')::int, r->>'handle', r from jsonb_array_elements(${toJson(rows)}::jsonb) r`;
}

/** Groups lines of one handle, in the order in which handles first appear; answers how many products there are. */
export async function groupLines(query: Query): Promise<number> {
  await query`
    insert into import_product (seq, content)
    select row_number() over (order by min(line)), jsonb_agg(content order by line) from import_line group by handle`;
  await query`drop table import_line`;
  const [row] = parseRows(
    z.object({ count: z.int() }),
    await query`select count(*)::int as count from import_product`,
  );
  return row?.count ?? 0;
}

const pageOf = (query: Query, afterSeq: number, size: number) =>
  query`select seq, content from import_product where seq > ${afterSeq} order by seq limit ${size}`;

/** Lines of the next products, grouped. */
export const readLineGroups = async (query: Query, afterSeq: number, size: number) =>
  parseRows(
    z.object({ seq: z.int(), content: z.array(shopifyRowSchema) }),
    await pageOf(query, afterSeq, size),
  );

/** Puts what was assembled in place of the lines. */
export async function stageProducts(
  query: Query,
  products: readonly { seq: number; product: ImportProduct }[],
): Promise<void> {
  await query`
    update import_product p set content = s.product
    from jsonb_to_recordset(${toJson(products)}::jsonb) as s (seq int, product jsonb) where p.seq = s.seq`;
}

/** The next products that were assembled. */
export const readProducts = async (query: Query, afterSeq: number, size: number) =>
  parseRows(z.object({ seq: z.int(), content: importProductSchema }), await pageOf(query, afterSeq, size));

/** Every link once; answers how many there are. */
export async function stageLinks(query: Query): Promise<number> {
  await query`
    insert into import_picture (link)
    select distinct pic->>'url' from import_product, jsonb_array_elements(content->'pictures') pic`;
  const [row] = parseRows(
    z.object({ count: z.int() }),
    await query`select count(*)::int as count from import_picture`,
  );
  return row?.count ?? 0;
}

export const readUnfetchedLinks = async (query: Query, size: number): Promise<string[]> =>
  parseRows(
    z.object({ link: z.string() }),
    await query`select link from import_picture where content is null order by link limit ${size}`,
  ).map(({ link }) => link);

const stagedPictureSchema = pictureSchema.omit({ alt: true });
export type StagedPicture = z.infer<typeof stagedPictureSchema>;

export async function stagePictures(
  query: Query,
  pictures: readonly { link: string; picture: StagedPicture }[],
): Promise<void> {
  await query`
    update import_picture p set content = s.picture
    from jsonb_to_recordset(${toJson(pictures)}::jsonb) as s (link text, picture jsonb) where p.link = s.link`;
}

/** What became of these links. */
export async function readPictures(
  query: Query,
  links: readonly string[],
): Promise<ReadonlyMap<string, StagedPicture>> {
  const rows = parseRows(
    z.object({ link: z.string(), content: stagedPictureSchema }),
    await query`select link, content from import_picture where link = any(${[...links]}) and content is not null`,
  );
  return new Map(rows.map(({ link, content }) => [link, content]));
}
