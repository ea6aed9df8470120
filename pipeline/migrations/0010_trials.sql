-- The trials that the visitor takes part in, as `<frontend>@<version of the canary>:<canary or stable>`. A column, because
-- the guard of canaries looks for a tag every few seconds, and properties are dear to read.
ALTER TABLE events ADD COLUMN IF NOT EXISTS trials Array(LowCardinality(String)) AFTER mfe_version;
