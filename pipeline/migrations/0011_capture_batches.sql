-- Groups are answered as soon as they are written down here, and inserted several at once. A group has its number in its
-- process, from 1. A row without letters seals the batch of the groups from `sealed_from` to `number`, before its first
-- insert; one without numbers is a process that has begun to take events.
ALTER TABLE capture_groups ADD COLUMN IF NOT EXISTS number UInt64;
ALTER TABLE capture_groups ADD COLUMN IF NOT EXISTS sealed_from UInt64;
-- The pipeline removes what it has inserted. What is left is of a pipeline that nobody has started again.
ALTER TABLE capture_groups MODIFY TTL toDateTime(begun_at) + INTERVAL 30 DAY;
