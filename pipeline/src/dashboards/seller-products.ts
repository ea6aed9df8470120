import { MARKET_CURRENCY, MAX_TOP_PRODUCTS, periodBefore, type SellerProducts } from '@plaza/contracts';
import { z } from 'zod';
import type { Store } from '../clickhouse/store.ts';
import { conversionOf, count, type SellerQuestion } from './figure-rows.ts';

const soldSchema = z.object({
  productId: z.string(),
  title: z.string(),
  soldMinor: count,
  units: count,
  previousSoldMinor: count,
});
const ordersSchema = z.object({ productId: z.string(), orders: count });
const viewsSchema = z.object({ productId: z.string(), views: count, visitors: count });

const BEST_SELLING = `
  SELECT toString(product_id) AS productId, anyLast(title) AS title,
    sumIf(amount_minor, day >= {from:Date}) AS soldMinor, sumIf(quantity, day >= {from:Date}) AS units,
    sumIf(amount_minor, day < {from:Date}) AS previousSoldMinor
  FROM product_sales_daily
  WHERE seller_id = {sellerId:UUID} AND currency = {currency:String} AND day BETWEEN {since:Date} AND {to:Date}
  GROUP BY product_id
  HAVING units > 0
  ORDER BY soldMinor DESC, productId
  LIMIT ${MAX_TOP_PRODUCTS}`;

// Two lines of an order, such as two colours, are one order of the product: counted where the orders are.
const ORDERS = `
  SELECT toString(product_id) AS productId, uniqExact(seller_order_id) AS orders
  FROM sales
  WHERE seller_id = {sellerId:UUID} AND currency = {currency:String} AND kind = 'line'
    AND occurred_at >= toDateTime64({from:Date}, 3, 'UTC') AND occurred_at < toDateTime64({to:Date} + 1, 3, 'UTC')
    AND product_id IN {productIds:Array(UUID)}
  GROUP BY product_id`;

const VIEWS = `
  SELECT toString(product_id) AS productId, sum(views) AS views, uniqMerge(visitors) AS visitors
  FROM product_views_hourly
  WHERE seller_id = {sellerId:UUID}
    AND hour >= toDateTime({from:Date}, 'UTC') AND hour < toDateTime({to:Date} + 1, 'UTC')
    AND product_id IN {productIds:Array(UUID)}
  GROUP BY product_id`;

/** What sold best in a period. */
export async function readSellerProducts(
  store: Store,
  { sellerId, period }: SellerQuestion,
): Promise<SellerProducts> {
  const params = { sellerId, ...period, since: periodBefore(period).from, currency: MARKET_CURRENCY };
  const sold = await store.query(soldSchema, BEST_SELLING, params);
  const productIds = sold.map((row) => row.productId);
  const [orders, views] = await Promise.all([
    store.query(ordersSchema, ORDERS, { ...params, productIds }),
    store.query(viewsSchema, VIEWS, { ...params, productIds }),
  ]);
  const ordersOf = new Map(orders.map((row) => [row.productId, row.orders]));
  const viewsOf = new Map(views.map((row) => [row.productId, row]));
  const products = sold.map((row) => {
    const orderCount = ordersOf.get(row.productId) ?? 0;
    const seen = viewsOf.get(row.productId) ?? { views: 0, visitors: 0 };
    return {
      ...row,
      orders: orderCount,
      views: seen.views,
      conversion: conversionOf(orderCount, seen.visitors),
    };
  });
  return { currency: MARKET_CURRENCY, products };
}
