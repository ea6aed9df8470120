import type { Sql } from 'postgres';
import { z } from 'zod';
import type { Store } from '../../pipeline/src/clickhouse/store.ts';
import { readReconciliation } from '../../pipeline/src/dashboards/reconciliation.ts';

const EPOCH = new Date(0);
const FAR_AWAY = new Date('2100-01-01');

const revenueSchema = z.object({
  currency: z.string(),
  orders: z.coerce.number(),
  paidMinor: z.coerce.number(),
  refundedMinor: z.coerce.number(),
});

/** Revenue of one currency, from both sides, in minor units. */
interface RevenueComparison {
  currency: string;
  orders: number;
  paidMinor: { postgres: number; clickhouse: number };
  refundedMinor: { postgres: number; clickhouse: number };
}

export interface SalesComparison {
  revenue: RevenueComparison[];
  /** Rows of the outbox, facts in ClickHouse, and different facts in ClickHouse. */
  facts: { written: number; delivered: number; different: number };
}

/** Holds the books of ClickHouse against the orders in PostgreSQL. */
export async function compareSales(sql: Sql, store: Store): Promise<SalesComparison> {
  const rows = await sql`
    select currency, count(*) as orders, sum(total_minor) as "paidMinor", sum(refunded_minor) as "refundedMinor"
    from orders where paid_at is not null group by currency order by currency`;
  const orders = z.array(revenueSchema).parse(rows.map((row) => ({ ...row })));
  const events = await readReconciliation(store, EPOCH, FAR_AWAY);
  const currencies = [...new Set([...orders, ...events].map(({ currency }) => currency))];
  const [outbox] = await sql`select count(*)::int as written from outbox`;
  const [facts] = await store.query(
    z.object({ delivered: z.coerce.number(), different: z.coerce.number() }),
    'SELECT count() AS delivered, uniqExact(id) AS different FROM facts',
  );
  return {
    revenue: currencies.map((currency) => {
      const order = orders.find((row) => row.currency === currency);
      const event = events.find((row) => row.currency === currency);
      return {
        currency,
        orders: order?.orders ?? 0,
        paidMinor: { postgres: order?.paidMinor ?? 0, clickhouse: event?.paidMinor ?? 0 },
        refundedMinor: { postgres: order?.refundedMinor ?? 0, clickhouse: event?.refundedMinor ?? 0 },
      };
    }),
    facts: {
      written: Number(outbox?.written),
      delivered: facts?.delivered ?? 0,
      different: facts?.different ?? 0,
    },
  };
}

export const salesAgree = ({ revenue, facts }: SalesComparison): boolean =>
  facts.written === facts.delivered &&
  facts.written === facts.different &&
  revenue.every(
    ({ paidMinor, refundedMinor }) =>
      paidMinor.postgres === paidMinor.clickhouse && refundedMinor.postgres === refundedMinor.clickhouse,
  );
