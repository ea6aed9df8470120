-- Every fact that left PostgreSQL through the outbox, as it was written.
CREATE TABLE IF NOT EXISTS facts
(
    id UUID,
    type LowCardinality(String),
    version UInt16,
    occurred_at DateTime64(3, 'UTC'),
    aggregate_id UUID,
    payload String CODEC(ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(occurred_at)
ORDER BY (type, occurred_at, id)
SETTINGS non_replicated_deduplication_window = 10000;

-- Money that moved: a row for each line sold, for the shipping of each seller order, for each refund. Amounts are minor
-- units with a sign, so that revenue is a sum. `orders` is 1 on the shipping row: the one row that a seller order has.
CREATE TABLE IF NOT EXISTS sales
(
    event_id UUID,
    kind Enum8('line' = 1, 'shipping' = 2, 'refund' = 3),
    occurred_at DateTime64(3, 'UTC'),
    seller_id UUID,
    order_id UUID,
    seller_order_id UUID,
    product_id UUID,
    variant_id UUID,
    title String,
    currency LowCardinality(String),
    quantity Int32,
    orders Int8,
    amount_minor Int64
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(occurred_at)
ORDER BY (seller_id, occurred_at, seller_order_id)
SETTINGS non_replicated_deduplication_window = 10000;

CREATE TABLE IF NOT EXISTS sales_daily
(
    seller_id UUID,
    day Date,
    currency LowCardinality(String),
    amount_minor Int64,
    quantity Int64,
    orders Int64
)
ENGINE = SummingMergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (seller_id, day, currency)
SETTINGS non_replicated_deduplication_window = 10000;

CREATE MATERIALIZED VIEW IF NOT EXISTS sales_daily_view TO sales_daily AS
SELECT
    seller_id,
    toDate(occurred_at) AS day,
    currency,
    sum(amount_minor) AS amount_minor,
    sum(toInt64(quantity)) AS quantity,
    sum(toInt64(orders)) AS orders
FROM sales
GROUP BY seller_id, day, currency;

CREATE TABLE IF NOT EXISTS product_sales_daily
(
    seller_id UUID,
    day Date,
    product_id UUID,
    currency LowCardinality(String),
    title SimpleAggregateFunction(anyLast, String),
    amount_minor SimpleAggregateFunction(sum, Int64),
    quantity SimpleAggregateFunction(sum, Int64)
)
ENGINE = AggregatingMergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (seller_id, day, product_id, currency)
SETTINGS non_replicated_deduplication_window = 10000;

CREATE MATERIALIZED VIEW IF NOT EXISTS product_sales_daily_view TO product_sales_daily AS
SELECT
    seller_id,
    toDate(occurred_at) AS day,
    product_id,
    currency,
    anyLast(title) AS title,
    sum(amount_minor) AS amount_minor,
    sum(toInt64(quantity)) AS quantity
FROM sales
WHERE kind = 'line'
GROUP BY seller_id, day, product_id, currency;

-- Demo data that has been written, so that it is written once.
CREATE TABLE IF NOT EXISTS seed_runs
(
    name String,
    finished_at DateTime('UTC') DEFAULT now()
)
ENGINE = MergeTree
ORDER BY name;
