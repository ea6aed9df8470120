import postgres from 'postgres';
import { z } from 'zod';
import { market } from './market.ts';

/** Money of one currency in minor units, over the whole life of the market. */
const revenueSchema = z.object({
  currency: z.string(),
  paidMinor: z.coerce.number(),
  refundedMinor: z.coerce.number(),
});
type Revenue = z.infer<typeof revenueSchema>;
const viewsSchema = z.object({ rows: z.coerce.number(), distinct: z.coerce.number() });

/** The two stores side by side: orders as they were sold, events as they were counted. */
export interface Books {
  revenueOfOrders(): Promise<Revenue[]>;
  revenueOfEvents(): Promise<Revenue[]>;
  /** Views of a product: rows, and rows with an id of their own. */
  countViews(productId: string): Promise<z.infer<typeof viewsSchema>>;
  close(): Promise<void>;
}

export function openBooks(): Books {
  const sql = postgres(market.databaseUrl, { max: 1 });
  return {
    async revenueOfOrders() {
      const rows = await sql`
        SELECT currency, sum(total_minor) AS "paidMinor", sum(refunded_minor) AS "refundedMinor"
        FROM orders WHERE paid_at IS NOT NULL GROUP BY currency ORDER BY currency`;
      return z.array(revenueSchema).parse(rows.map((row) => ({ ...row })));
    },
    async revenueOfEvents() {
      const range = 'from=2000-01-01T00:00:00Z&to=2100-01-01T00:00:00Z';
      const response = await fetch(`${market.pipelineUrl}/internal/reconciliation?${range}`, {
        headers: { authorization: `Bearer ${market.internalToken}` },
      });
      return z.array(revenueSchema).parse(await response.json());
    },
    async countViews(productId) {
      const query = `SELECT count() AS rows, uniqExact(uuid) AS distinct FROM events
        WHERE event = 'product_viewed' AND product_id = {productId:UUID} FORMAT JSONEachRow`;
      const url = new URL(market.clickhouseUrl);
      url.searchParams.set('param_productId', productId);
      const response = await fetch(url, { method: 'POST', body: query });
      return viewsSchema.parse(await response.json());
    },
    close: () => sql.end(),
  };
}
