-- What the dashboards of teams and of the platform read. Each table answers one panel for any period of days, so that
-- none reads events; a row of a day takes the place of thousands of events. Robots are left out. People are in here as
-- digests inside of counts only: uniqHLL12, because its states of 2.5 kB merge four times as fast as those of uniq, for
-- counts that are right to about 1.6 percent and exact while they are small.

-- How much each version of a frontend is used, and since when it is seen. Few rows: days x frontends x versions.
CREATE TABLE IF NOT EXISTS frontend_daily
(
    day Date,
    mfe LowCardinality(String),
    mfe_version LowCardinality(String),
    page_views SimpleAggregateFunction(sum, UInt64),
    failures SimpleAggregateFunction(sum, UInt64),
    visitors AggregateFunction(uniqHLL12, String),
    sessions AggregateFunction(uniqHLL12, String),
    first_seen SimpleAggregateFunction(min, DateTime('UTC'))
)
ENGINE = AggregatingMergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (day, mfe, mfe_version)
SETTINGS non_replicated_deduplication_window = 10000;

-- What could not be loaded is reported by the shell about a remote.
CREATE MATERIALIZED VIEW IF NOT EXISTS frontend_daily_view TO frontend_daily AS
SELECT
    toDate(timestamp) AS day,
    toLowCardinality(if(event = 'remote_failed', JSONExtractString(properties, 'remote'), events.mfe)) AS mfe,
    toLowCardinality(if(event = 'remote_failed', JSONExtractString(properties, 'version'), events.mfe_version)) AS mfe_version,
    countIf(event = '$pageview') AS page_views,
    countIf(event IN ('remote_failed', 'frontend_failed')) AS failures,
    uniqHLL12State(distinct_id) AS visitors,
    uniqHLL12State(session_id) AS sessions,
    min(toDateTime(timestamp, 'UTC')) AS first_seen
FROM events
WHERE NOT is_bot AND (events.mfe != '' OR event = 'remote_failed')
GROUP BY day, mfe, mfe_version;

-- Failures by what they say, with numbers and ids taken out, so that the same failure is one row.
CREATE TABLE IF NOT EXISTS frontend_failures_daily
(
    day Date,
    mfe LowCardinality(String),
    mfe_version LowCardinality(String),
    event LowCardinality(String),
    message String,
    failures SimpleAggregateFunction(sum, UInt64),
    sessions AggregateFunction(uniqHLL12, String),
    last_seen SimpleAggregateFunction(max, DateTime('UTC'))
)
ENGINE = AggregatingMergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (day, mfe, mfe_version, event, message)
SETTINGS non_replicated_deduplication_window = 10000;

CREATE MATERIALIZED VIEW IF NOT EXISTS frontend_failures_daily_view TO frontend_failures_daily AS
SELECT
    toDate(timestamp) AS day,
    toLowCardinality(if(event = 'remote_failed', JSONExtractString(properties, 'remote'), events.mfe)) AS mfe,
    toLowCardinality(if(event = 'remote_failed', JSONExtractString(properties, 'version'), events.mfe_version)) AS mfe_version,
    event,
    substringUTF8(replaceRegexpAll(
        JSONExtractString(properties, if(event = 'remote_failed', 'reason', 'message')),
        '[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}|[0-9]+', '#'), 1, 200) AS message,
    count() AS failures,
    uniqHLL12State(session_id) AS sessions,
    max(toDateTime(timestamp, 'UTC')) AS last_seen
FROM events
WHERE NOT is_bot AND event IN ('remote_failed', 'frontend_failed')
GROUP BY day, mfe, mfe_version, event, message;

-- How often each value of a web vital was measured: any quantile and any share of good pages, exact to a step, over any
-- days. Values are rounded up to their step (LCP and FCP 25 ms, INP 10 ms, all 1 s above ten seconds; CLS 0.01, kept in
-- thousandths), of which the thresholds are multiples: what is good stays good. Coarse steps keep the rows few.
CREATE TABLE IF NOT EXISTS vitals_daily
(
    day Date,
    metric LowCardinality(String),
    mfe LowCardinality(String),
    mfe_version LowCardinality(String),
    device LowCardinality(String),
    value UInt32,
    samples UInt64
)
ENGINE = SummingMergeTree(samples)
PARTITION BY toYYYYMM(day)
ORDER BY (metric, day, mfe, mfe_version, device, value)
SETTINGS non_replicated_deduplication_window = 10000;

CREATE MATERIALIZED VIEW IF NOT EXISTS vitals_daily_view TO vitals_daily AS
SELECT
    toDate(timestamp) AS day,
    toLowCardinality(vital.1) AS metric,
    mfe,
    mfe_version,
    device,
    toUInt32(multiIf(
        vital.1 = 'CLS', ceil(round(least(vital.2, 100) * 100, 6)) * 10,
        vital.2 > 10000, ceil(least(vital.2, 600000) / 1000) * 1000,
        vital.1 = 'INP', ceil(vital.2 / 10) * 10,
        ceil(vital.2 / 25) * 25)) AS value,
    count() AS samples
FROM events
ARRAY JOIN arrayMap(
    name -> (name, JSONExtractFloat(properties, concat('$web_vitals_', name, '_value'))),
    arrayFilter(
        name -> JSONHas(properties, concat('$web_vitals_', name, '_value')),
        -- Asked here too: arrays are joined before rows are left out, and properties are dear to read.
        if(event = '$web_vitals', ['LCP', 'INP', 'CLS', 'FCP'], []))) AS vital
WHERE NOT is_bot AND event = '$web_vitals'
GROUP BY day, metric, mfe, mfe_version, device, value;

-- How far each session came and which versions it met: a row a session and day, since steps and versions arrive in
-- different events. Steps are bits: 1 viewed, 2 put into the cart, 4 began to check out, 8 confirmed. Sorted by bucket
-- first, so that where there are very many sessions a fair share of them is read and the rest is not touched.
CREATE TABLE IF NOT EXISTS session_steps
(
    bucket UInt8,
    day Date,
    session UInt64,
    steps SimpleAggregateFunction(groupBitOr, UInt8),
    -- Digests of frontend and version, which `frontend_daily` names.
    frontends SimpleAggregateFunction(groupUniqArrayArray, Array(UInt32))
)
ENGINE = AggregatingMergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (bucket, day, session)
SETTINGS non_replicated_deduplication_window = 10000;

CREATE MATERIALIZED VIEW IF NOT EXISTS session_steps_view TO session_steps AS
SELECT
    toUInt8(session % 64) AS bucket,
    toDate(timestamp) AS day,
    sipHash64(session_id) AS session,
    groupBitOr(toUInt8(multiIf(
        event = 'product_viewed', 1,
        event = 'product_added_to_cart', 2,
        event = 'checkout_started', 4,
        event = 'order_confirmed', 8,
        0))) AS steps,
    groupUniqArrayIf(toUInt32(sipHash64(mfe, mfe_version)), mfe != '') AS frontends
FROM events
WHERE NOT is_bot AND event NOT IN ('remote_failed', 'frontend_failed', '$web_vitals')
GROUP BY bucket, day, session;

-- What was searched for, and what came of it. The words alone: nobody is in here.
CREATE TABLE IF NOT EXISTS searches_daily
(
    day Date,
    query String,
    searches UInt64,
    empty_searches UInt64,
    clicks UInt64,
    -- Places of what was clicked, added up; the first place is 1.
    positions UInt64
)
ENGINE = SummingMergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (day, query)
SETTINGS non_replicated_deduplication_window = 10000;

CREATE MATERIALIZED VIEW IF NOT EXISTS searches_daily_view TO searches_daily AS
SELECT
    toDate(timestamp) AS day,
    lowerUTF8(trimBoth(search_query)) AS query,
    countIf(event = 'search_performed') AS searches,
    countIf(event = 'search_performed' AND result_count = 0) AS empty_searches,
    countIf(event = 'search_result_clicked') AS clicks,
    sumIf(JSONExtractUInt(properties, 'position'), event = 'search_result_clicked') AS positions
FROM events
WHERE NOT is_bot AND event IN ('search_performed', 'search_result_clicked')
GROUP BY day, query;

-- Searches that led somewhere: a session that looks for the same words again is one, however many results it opens.
CREATE TABLE IF NOT EXISTS search_sessions_daily
(
    day Date,
    searched AggregateFunction(uniqCombined(14), String, String),
    clicked AggregateFunction(uniqCombined(14), String, String)
)
ENGINE = AggregatingMergeTree
PARTITION BY toYYYYMM(day)
ORDER BY day
SETTINGS non_replicated_deduplication_window = 10000;

CREATE MATERIALIZED VIEW IF NOT EXISTS search_sessions_daily_view TO search_sessions_daily AS
SELECT
    toDate(timestamp) AS day,
    uniqCombinedState(14)(session_id, lowerUTF8(trimBoth(search_query))) AS searched,
    uniqCombinedStateIf(14)(session_id, lowerUTF8(trimBoth(search_query)), event = 'search_result_clicked') AS clicked
FROM events
WHERE NOT is_bot AND event IN ('search_performed', 'search_result_clicked')
GROUP BY day;

-- Where visitors come from and with what, and how many of them buy: a row a day for each country, device and channel.
CREATE TABLE IF NOT EXISTS audience_daily
(
    day Date,
    dimension Enum8('country' = 1, 'device' = 2, 'channel' = 3),
    value LowCardinality(String),
    page_views SimpleAggregateFunction(sum, UInt64),
    visitors AggregateFunction(uniqHLL12, String),
    buyers AggregateFunction(uniqHLL12, String)
)
ENGINE = AggregatingMergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (dimension, day, value)
SETTINGS non_replicated_deduplication_window = 10000;

CREATE MATERIALIZED VIEW IF NOT EXISTS audience_daily_view TO audience_daily AS
SELECT
    toDate(timestamp) AS day,
    part.1 AS dimension,
    part.2 AS value,
    countIf(event = '$pageview') AS page_views,
    uniqHLL12State(distinct_id) AS visitors,
    uniqHLL12StateIf(distinct_id, event = 'order_confirmed') AS buyers
FROM events
ARRAY JOIN [
    ('country', toString(country)),
    ('device', toString(device)),
    ('channel', toString(channel))] AS part
WHERE NOT is_bot AND event IN ('$pageview', 'order_confirmed')
GROUP BY day, dimension, value;

-- Money of the whole market by day. Orders are counted by id, since the parts of an order are rows of several sellers.
CREATE TABLE IF NOT EXISTS market_sales_daily
(
    day Date,
    currency LowCardinality(String),
    items_minor SimpleAggregateFunction(sum, Int64),
    shipping_minor SimpleAggregateFunction(sum, Int64),
    refunded_minor SimpleAggregateFunction(sum, Int64),
    units SimpleAggregateFunction(sum, Int64),
    orders AggregateFunction(uniqExact, UInt64),
    sellers AggregateFunction(uniqExact, UInt64)
)
ENGINE = AggregatingMergeTree
PARTITION BY toYYYYMM(day)
ORDER BY (day, currency)
SETTINGS non_replicated_deduplication_window = 10000;

CREATE MATERIALIZED VIEW IF NOT EXISTS market_sales_daily_view TO market_sales_daily AS
SELECT
    toDate(occurred_at) AS day,
    currency,
    sumIf(amount_minor, kind = 'line') AS items_minor,
    sumIf(amount_minor, kind = 'shipping') AS shipping_minor,
    -sumIf(amount_minor, kind = 'refund') AS refunded_minor,
    sum(toInt64(quantity)) AS units,
    uniqExactStateIf(sipHash64(order_id), kind != 'refund') AS orders,
    uniqExactStateIf(sipHash64(seller_id), kind != 'refund') AS sellers
FROM sales
GROUP BY day, currency;
