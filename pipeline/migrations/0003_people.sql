-- So that what one person did is found without reading everything: for a copy of it, and for its erasure.
ALTER TABLE events ADD INDEX IF NOT EXISTS events_distinct_id distinct_id TYPE bloom_filter(0.01) GRANULARITY 4;
ALTER TABLE events ADD INDEX IF NOT EXISTS events_order_id order_id TYPE bloom_filter(0.01) GRANULARITY 4;
