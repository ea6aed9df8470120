import {
  type CustomerTotals,
  dayOf,
  MARKET_CURRENCY,
  periodBefore,
  type SellerCustomers,
} from '@plaza/contracts';
import { z } from 'zod';
import type { Store } from '../clickhouse/store.ts';
import { readCohorts } from './cohorts.ts';
import { count, type SellerQuestion } from './figure-rows.ts';

const totalsSchema = z.object({
  newCustomers: count,
  returningCustomers: count,
  newSoldMinor: count,
  returningSoldMinor: count,
});

// Nobody knows who bought what was sold before buyers were written down.
const TOTALS = `
  SELECT countIf(first >= {from:Date}) AS newCustomers, countIf(first < {from:Date}) AS returningCustomers,
    sumIf(amount, first >= {from:Date}) AS newSoldMinor, sumIf(amount, first < {from:Date}) AS returningSoldMinor
  FROM (
    SELECT min(day) AS first, sumIf(amount_minor, day >= {from:Date}) AS amount, countIf(day >= {from:Date}) AS orders
    FROM seller_orders
    WHERE seller_id = {sellerId:UUID} AND currency = {currency:String} AND day <= {to:Date} AND buyer != 0
    GROUP BY buyer
  )
  WHERE orders > 0`;

/** New and returning customers of a period and of the one before, and the cohorts of the last twelve months. */
export async function readSellerCustomers(
  store: Store,
  { sellerId, period, now }: SellerQuestion,
): Promise<SellerCustomers> {
  const who = { sellerId, currency: MARKET_CURRENCY };
  const readTotals = async (days: SellerQuestion['period']): Promise<CustomerTotals> => {
    const [row] = await store.query(totalsSchema, TOTALS, { ...who, ...days });
    return row ?? { newCustomers: 0, returningCustomers: 0, newSoldMinor: 0, returningSoldMinor: 0 };
  };
  const [totals, previous, cohorts] = await Promise.all([
    readTotals(period),
    readTotals(periodBefore(period)),
    readCohorts(store, {
      whose: 'seller_id = {sellerId:UUID} AND',
      params: { sellerId },
      currency: MARKET_CURRENCY,
      today: dayOf(now),
    }),
  ]);
  return { currency: MARKET_CURRENCY, totals, previous, cohorts };
}
