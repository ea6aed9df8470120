import {
  type CustomerTotals,
  dayOf,
  MARKET_CURRENCY,
  MAX_COHORTS,
  periodBefore,
  type SellerCustomers,
} from '@plaza/contracts';
import { z } from 'zod';
import type { Store } from '../clickhouse/store.ts';
import { count, type SellerQuestion } from './figure-rows.ts';

const totalsSchema = z.object({
  newCustomers: count,
  returningCustomers: count,
  newSoldMinor: count,
  returningSoldMinor: count,
});
const cohortSchema = z.object({ month: z.string(), later: count, customers: count });

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

const COHORTS = `
  SELECT formatDateTime(first, '%Y-%m') AS month, dateDiff('month', first, bought) AS later, count() AS customers
  FROM (
    SELECT toStartOfMonth(min(day)) AS first, arrayJoin(groupUniqArray(toStartOfMonth(day))) AS bought
    FROM seller_orders
    WHERE seller_id = {sellerId:UUID} AND currency = {currency:String} AND day <= {today:Date} AND buyer != 0
    GROUP BY buyer
  )
  WHERE first > toStartOfMonth({today:Date}) - INTERVAL ${MAX_COHORTS} MONTH
  GROUP BY month, later`;

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
  const today = dayOf(now);
  const [totals, previous, cells] = await Promise.all([
    readTotals(period),
    readTotals(periodBefore(period)),
    store.query(cohortSchema, COHORTS, { ...who, today }),
  ]);
  return { currency: MARKET_CURRENCY, totals, previous, cohorts: toCohorts(cells, today) };
}

/** One cohort for each month that somebody bought in for the first time, oldest first, whole up to now. */
function toCohorts(
  cells: readonly z.output<typeof cohortSchema>[],
  today: string,
): SellerCustomers['cohorts'] {
  const months = [...new Set(cells.map((cell) => cell.month))].sort();
  return months.map((month) => {
    const boughtIn = new Map(
      cells.filter((cell) => cell.month === month).map((cell) => [cell.later, cell.customers]),
    );
    const bought = Array.from(
      { length: monthsBetween(month, today) + 1 },
      (_, later) => boughtIn.get(later) ?? 0,
    );
    return { month, customers: bought[0] ?? 0, bought };
  });
}

const monthsBetween = (month: string, day: string): number => {
  const index = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
  return index(day) - index(month);
};
