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
const countSchema = z.object({ rows: z.coerce.number(), distinct: z.coerce.number() });

/** The two stores side by side: orders as they were sold, events as they were counted. */
export interface Books {
  revenueOfOrders(): Promise<Revenue[]>;
  revenueOfEvents(): Promise<Revenue[]>;
  /** Events of a name, about one product if one is named: rows, and rows with an id of their own. */
  countEvents(event: string, productId?: string): Promise<z.infer<typeof countSchema>>;
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
    async countEvents(event, productId = '') {
      const query = `SELECT count() AS rows, uniqExact(uuid) AS distinct FROM events
        WHERE event = {event:String} AND ({productId:String} = '' OR toString(product_id) = {productId:String})
        FORMAT JSONEachRow`;
      const url = new URL(market.clickhouseUrl);
      url.searchParams.set('param_event', event);
      url.searchParams.set('param_productId', productId);
      const response = await fetch(url, { method: 'POST', body: query });
      return countSchema.parse(await response.json());
    },
    close: () => sql.end(),
  };
}
