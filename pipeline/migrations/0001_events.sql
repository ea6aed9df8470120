-- What browsers and servers report. Written by the pipeline alone, in batches that carry a deduplication token; the
-- window remembers tokens, so that a batch that is sent again after a crash changes nothing.
CREATE TABLE IF NOT EXISTS events
(
    uuid UUID,
    event LowCardinality(String),
    -- False for names that the catalogue of events does not list.
    known Bool,
    -- When it happened by our clock: the client's clock is corrected by the moment of sending.
    timestamp DateTime64(3, 'UTC'),
    received_at DateTime64(3, 'UTC'),
    distinct_id String,
    session_id String,
    -- All zeros when the event is about no seller.
    seller_id UUID,
    product_id UUID,
    variant_id UUID,
    order_id UUID,
    currency LowCardinality(String),
    price_minor Int64,
    quantity UInt32,
    path String,
    channel LowCardinality(String),
    device LowCardinality(String),
    mfe LowCardinality(String),
    mfe_version LowCardinality(String),
    search_query String,
    result_count UInt32,
    -- Everything that was sent, as JSON.
    properties String CODEC(ZSTD(1))
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(timestamp)
ORDER BY (seller_id, event, timestamp)
SETTINGS non_replicated_deduplication_window = 10000;

-- Ids of the last two days, sorted so that ids made at the same time lie together: a retry is found by its id even when
-- it arrives in another batch. UUIDs themselves sort by their random half, hence the number.
CREATE TABLE IF NOT EXISTS event_ids
(
    id UInt128,
    seen_at DateTime('UTC')
)
ENGINE = MergeTree
PARTITION BY toDate(seen_at)
ORDER BY id
TTL seen_at + INTERVAL 2 DAY
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;

CREATE MATERIALIZED VIEW IF NOT EXISTS event_ids_view TO event_ids AS
SELECT toUInt128(uuid) AS id, toDateTime(received_at) AS seen_at
FROM events
WHERE received_at > now() - INTERVAL 2 DAY;

-- Who looked at what, by hour: what a seller's dashboard reads instead of the events.
CREATE TABLE IF NOT EXISTS product_views_hourly
(
    seller_id UUID,
    hour DateTime('UTC'),
    product_id UUID,
    views SimpleAggregateFunction(sum, UInt64),
    cart_additions SimpleAggregateFunction(sum, UInt64),
    visitors AggregateFunction(uniq, String)
)
ENGINE = AggregatingMergeTree
PARTITION BY toYYYYMM(hour)
ORDER BY (seller_id, hour, product_id)
SETTINGS non_replicated_deduplication_window = 10000;

CREATE MATERIALIZED VIEW IF NOT EXISTS product_views_hourly_view TO product_views_hourly AS
SELECT
    seller_id,
    toStartOfHour(toDateTime(timestamp, 'UTC')) AS hour,
    product_id,
    countIf(event = 'product_viewed') AS views,
    countIf(event = 'product_added_to_cart') AS cart_additions,
    uniqStateIf(distinct_id, event = 'product_viewed') AS visitors
FROM events
WHERE event IN ('product_viewed', 'product_added_to_cart')
GROUP BY seller_id, hour, product_id;

-- What could not be taken, with the reason. The same letter sent twice is one row.
CREATE TABLE IF NOT EXISTS dead_letters
(
    id UUID,
    source LowCardinality(String),
    reason LowCardinality(String),
    detail String,
    -- What was sent, cut to a bound.
    payload String CODEC(ZSTD(1)),
    received_at DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree
PARTITION BY toYYYYMM(received_at)
ORDER BY (source, reason, id)
TTL toDateTime(received_at) + INTERVAL 90 DAY
SETTINGS non_replicated_deduplication_window = 10000;
