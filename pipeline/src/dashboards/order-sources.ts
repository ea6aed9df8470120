/**
 * SQL: the orders of a seller in `{since:Date}` to `{to:Date}`, each with the first visit that confirmed it, if any did.
 * `GLOBAL`: on a cluster an order and its confirmation may lie on different shards.
 */
export const ORDERS_WITH_SOURCE = `
  SELECT sold.day AS day, sold.order_id AS order_id, sold.amount_minor AS amount_minor,
    source.isMeasured AS isMeasured, source.channel AS channel, source.campaign AS campaign, source.visitor AS visitor
  FROM (
    SELECT day, order_id, sum(amount_minor) AS amount_minor
    FROM seller_orders
    WHERE seller_id = {sellerId:UUID} AND currency = {currency:String}
      AND seller_orders.day BETWEEN {since:Date} AND {to:Date}
    GROUP BY day, order_id
  ) AS sold
  GLOBAL LEFT JOIN (
    SELECT order_id, toUInt8(1) AS isMeasured, argMin(channel, confirmed_at) AS channel,
      argMin(campaign, confirmed_at) AS campaign, argMin(visitor, confirmed_at) AS visitor
    FROM order_sources
    WHERE order_id GLOBAL IN (
      SELECT order_id FROM seller_orders
      WHERE seller_id = {sellerId:UUID} AND currency = {currency:String}
        AND seller_orders.day BETWEEN {since:Date} AND {to:Date})
    GROUP BY order_id
  ) AS source ON source.order_id = sold.order_id`;
