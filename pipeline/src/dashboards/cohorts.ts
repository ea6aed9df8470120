import { MAX_COHORTS, type SellerCustomers } from '@plaza/contracts';
import { z } from 'zod';
import type { Store } from '../clickhouse/store.ts';
import { count } from './figure-rows.ts';

const cellSchema = z.object({ month: z.string(), later: count, customers: count });

/**
 * Customers by the month of their first purchase, and how many of them bought in the months after it. Nobody knows who
 * bought what was sold before buyers were written down.
 * @param whose a condition on `seller_orders`; empty for everybody's
 * @param params what `whose` names
 * @param today the cohorts are of the last months up to this day
 * @returns one for each month in which somebody bought for the first time, oldest first, whole up to now
 */
export async function readCohorts(
  store: Store,
  input: { whose: string; params: Record<string, string>; currency: string; today: string },
): Promise<SellerCustomers['cohorts']> {
  const { whose, params, currency, today } = input;
  const cells = await store.query(
    cellSchema,
    `SELECT formatDateTime(first, '%Y-%m') AS month, dateDiff('month', first, bought) AS later, count() AS customers
     FROM (
       SELECT toStartOfMonth(min(day)) AS first, arrayJoin(groupUniqArray(toStartOfMonth(day))) AS bought
       FROM seller_orders
       WHERE ${whose} currency = {currency:String} AND day <= {today:Date} AND buyer != 0
       GROUP BY buyer
     )
     WHERE first > toStartOfMonth({today:Date}) - INTERVAL ${MAX_COHORTS} MONTH
     GROUP BY month, later`,
    { ...params, currency, today },
  );
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
