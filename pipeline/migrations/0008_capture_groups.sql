-- Without Redis: the groups of captured events that were about to be inserted, so that a process that died between a table
-- and its views is followed by one that inserts the very same rows with the same token. Only the last few matter.
CREATE TABLE IF NOT EXISTS capture_groups
(
    -- Every letter on a line of its own: `e` or `d` for its table, its id, its row.
    letters String CODEC(ZSTD(1)),
    begun_at DateTime64(3, 'UTC')
)
ENGINE = MergeTree
PARTITION BY toStartOfHour(begun_at)
ORDER BY begun_at
TTL toDateTime(begun_at) + INTERVAL 1 HOUR
SETTINGS non_replicated_deduplication_window = 10000, ttl_only_drop_parts = 1;
