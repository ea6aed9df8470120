-- Which process had begun with a group: the one that follows it finishes its groups, and nobody later does, when their events
-- may have come again. A row without letters is a process that has begun to take events.
ALTER TABLE capture_groups ADD COLUMN IF NOT EXISTS process UUID;
