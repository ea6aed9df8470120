-- What a seller's dashboard reads beside `sales_daily` and `product_views_hourly`. Every table begins with the seller and
-- the day, as every question does, so that an answer reads only that seller's rows of the period. Robots are left out.

-- Who bought: a digest of the buyer's key, the same for the same buyer; 0 when it is not known. An erased buyer gets the
-- digest of another key.
ALTER TABLE sales ADD COLUMN IF NOT EXISTS buyer UInt64 AFTER seller_order_id;

-- A row for each order that a seller got, where `sales` has a row for each line: customers, cohorts and sources are counted
-- in orders. The buyer is not in the sort key: it changes when somebody is erased, which a key cannot. Sums: an insert that
-- is cut into blocks writes parts of an order. What goes back later is in `sales` alone.
CREATE TABLE IF NOT EXISTS seller_orders
(
    seller_id UUID,
    day Date,
    seller_order_id UUID,
    order_id UUID,
    currency LowCardinality(String),
    buyer SimpleAggregateFunction(any, UInt64),
    amount_minor SimpleAggregateFunction(sum, Int64),
    quantity SimpleAggregateFunction(sum, Int64)
)
ENGINE = AggregatingMergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (seller_id, day, seller_order_id, order_id, currency)
SETTINGS non_replicated_deduplication_window = 10000;

CREATE MATERIALIZED VIEW IF NOT EXISTS seller_orders_view TO seller_orders AS
SELECT
    seller_id,
    toDate(occurred_at) AS day,
    seller_order_id,
    order_id,
    currency,
    any(buyer) AS buyer,
    sum(amount_minor) AS amount_minor,
    sum(toInt64(quantity)) AS quantity
FROM sales
WHERE kind != 'refund'
GROUP BY seller_id, day, seller_order_id, order_id, currency;

-- Where those who looked at a seller's products came from. Few rows: days x channels x campaigns; visitors are counted
-- as states, since one who comes on two days is one visitor of both. Small granules: to read a seller's rows, those of
-- others in the same granule are read too, and states are dear to read (half the time with 256 rows of 8192).
CREATE TABLE IF NOT EXISTS seller_sources_daily
(
    seller_id UUID,
    day Date,
    channel LowCardinality(String),
    campaign LowCardinality(String),
    viewers AggregateFunction(uniq, String),
    adders AggregateFunction(uniq, String)
)
ENGINE = AggregatingMergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (seller_id, day, channel, campaign)
SETTINGS non_replicated_deduplication_window = 10000, index_granularity = 256;

CREATE MATERIALIZED VIEW IF NOT EXISTS seller_sources_daily_view TO seller_sources_daily AS
SELECT
    seller_id,
    toDate(timestamp) AS day,
    channel,
    campaign,
    uniqStateIf(distinct_id, event = 'product_viewed') AS viewers,
    uniqStateIf(distinct_id, event = 'product_added_to_cart') AS adders
FROM events
WHERE event IN ('product_viewed', 'product_added_to_cart') AND NOT is_bot
GROUP BY seller_id, day, channel, campaign;

-- From where the browser came that confirmed an order, and a digest of it. By order: it is looked up for the orders of
-- one seller. A page that is opened again confirms again; the first one counts.
CREATE TABLE IF NOT EXISTS order_sources
(
    order_id UUID,
    confirmed_at DateTime64(3, 'UTC'),
    channel LowCardinality(String),
    campaign LowCardinality(String),
    visitor UInt64
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(confirmed_at)
ORDER BY order_id
SETTINGS non_replicated_deduplication_window = 10000;

CREATE MATERIALIZED VIEW IF NOT EXISTS order_sources_view TO order_sources AS
SELECT
    order_id,
    timestamp AS confirmed_at,
    channel,
    campaign,
    sipHash64(distinct_id) AS visitor
FROM events
WHERE event = 'order_confirmed' AND order_id != toUUIDOrZero('') AND NOT is_bot;
