-- Where a visit came from and what made it. No column for an address: the country is all that is kept of it.
ALTER TABLE events ADD COLUMN IF NOT EXISTS campaign LowCardinality(String) AFTER channel;
-- ISO 3166, two letters; empty when it is not known.
ALTER TABLE events ADD COLUMN IF NOT EXISTS country LowCardinality(String) AFTER campaign;
-- Robots are kept, so that their number is known; figures about people leave them out.
ALTER TABLE events ADD COLUMN IF NOT EXISTS is_bot Bool AFTER country;
-- The version of the catalogue of events that the sender knew; 0 when it did not say.
ALTER TABLE events ADD COLUMN IF NOT EXISTS catalogue_version UInt16 AFTER known;

ALTER TABLE product_views_hourly_view MODIFY QUERY
SELECT
    seller_id,
    toStartOfHour(toDateTime(timestamp, 'UTC')) AS hour,
    product_id,
    countIf(event = 'product_viewed') AS views,
    countIf(event = 'product_added_to_cart') AS cart_additions,
    uniqStateIf(distinct_id, event = 'product_viewed') AS visitors
FROM events
WHERE event IN ('product_viewed', 'product_added_to_cart') AND NOT is_bot
GROUP BY seller_id, hour, product_id;

-- What the way of a dead letter needs to be gone again: the clocks of its request and what was known of the sender.
ALTER TABLE dead_letters ADD COLUMN IF NOT EXISTS context String CODEC(ZSTD(1)) AFTER payload;

-- Letters that have become events since. A table of its own, because the same letter may be sent in again at any time.
CREATE TABLE IF NOT EXISTS dead_letter_replays
(
    id UUID,
    replayed_at DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree
ORDER BY id
TTL toDateTime(replayed_at) + INTERVAL 120 DAY
SETTINGS non_replicated_deduplication_window = 10000;
