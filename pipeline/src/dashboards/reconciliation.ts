import { currencySchema } from '@plaza/contracts';
import { z } from 'zod';
import type { Store } from '../clickhouse/store.ts';

const amount = z.coerce.number().pipe(z.int());

/** Money of one currency between two moments, in minor units; to be compared with the orders in PostgreSQL. */
export const reconciliationSchema = z.object({
  currency: currencySchema,
  paidMinor: amount,
  refundedMinor: amount,
  /** Paid less refunded. */
  revenueMinor: amount,
  sellerOrders: amount,
});
export type Reconciliation = z.infer<typeof reconciliationSchema>;

/** @param from inclusive @param to exclusive */
export function readReconciliation(store: Store, from: Date, to: Date): Promise<Reconciliation[]> {
  return store.query(
    reconciliationSchema,
    `SELECT currency,
       sumIf(amount_minor, kind != 'refund') AS paidMinor,
       -sumIf(amount_minor, kind = 'refund') AS refundedMinor,
       sum(amount_minor) AS revenueMinor,
       sum(toInt64(orders)) AS sellerOrders
     FROM sales
     WHERE occurred_at >= fromUnixTimestamp64Milli({fromMs:Int64}) AND occurred_at < fromUnixTimestamp64Milli({toMs:Int64})
     GROUP BY currency
     ORDER BY currency`,
    { fromMs: from.getTime(), toMs: to.getTime() },
  );
}
