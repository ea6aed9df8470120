import { readFile } from 'node:fs/promises';
import postgres from 'postgres';
import { z } from 'zod';

const runSchema = z.object({
  publicUrl: z.url(),
  bffUrl: z.url(),
  pipelineUrl: z.url(),
  databaseUrl: z.url(),
  clickhouseUrl: z.url(),
  stripeWebhookSecret: z.string(),
  captureKey: z.string(),
  internalToken: z.string(),
  processesFile: z.string(),
  remotesDir: z.string(),
});

/** Where the parts of a running market are; written by the supervisor. */
export type Market = z.infer<typeof runSchema>;

export async function readMarket(runFile: string): Promise<Market> {
  return runSchema.parse(JSON.parse(await readFile(runFile, 'utf8')));
}

export const openMarketDatabase = (market: Market) =>
  postgres(market.databaseUrl, { max: 1, onnotice: () => undefined });

/** Addresses of published products, the same ones every time. */
export async function publishedSlugs(market: Market, count: number): Promise<string[]> {
  const sql = openMarketDatabase(market);
  try {
    const rows = await sql<{ slug: string }[]>`
      select slug from product where status = 'published' order by slug limit ${count}`;
    return rows.map((row) => row.slug);
  } finally {
    await sql.end();
  }
}

/** Variants of published products, each given so much stock on hand beyond what is reserved. Part of the set-up, not of what is timed. */
export async function sellableVariants(
  market: Market,
  count: number,
  availableQuantity: number,
): Promise<string[]> {
  const sql = openMarketDatabase(market);
  try {
    const rows = await sql<{ id: string }[]>`
      update stock set on_hand = reserved + ${availableQuantity}
      where variant_id in (
        select v.id from variant v join product p on p.id = v.product_id
        where p.status = 'published' order by v.id limit ${count})
      returning variant_id as id`;
    return rows.map((row) => row.id);
  } finally {
    await sql.end();
  }
}
