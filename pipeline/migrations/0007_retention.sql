-- How long what names somebody's browser is kept: thirteen months, so that a month can be held against the same one of the
-- year before. A month goes as a whole, which costs nothing. Counts by day and hour name nobody and stay, as do sales,
-- which the books need.
ALTER TABLE events MODIFY TTL toDateTime(timestamp) + INTERVAL 400 DAY;
ALTER TABLE events MODIFY SETTING ttl_only_drop_parts = 1;
