import { describe, expect, it } from 'vitest';
import { onCluster } from './on-cluster.ts';

describe('on a cluster', () => {
  it('a table is replicated, and has a face of its name over the shards', () => {
    const statement = `CREATE TABLE IF NOT EXISTS sales
(
    seller_id UUID,
    day Date
)
ENGINE = SummingMergeTree(amount)
PARTITION BY toYYYYMM(day)
ORDER BY (seller_id, day)
SETTINGS non_replicated_deduplication_window = 10000`;
    expect(onCluster(statement, 'plaza')).toEqual([
      `CREATE TABLE IF NOT EXISTS sales_local ON CLUSTER plaza
(
    seller_id UUID,
    day Date
)
ENGINE = ReplicatedSummingMergeTree('/clickhouse/tables/{database}/sales/{shard}', '{replica}', amount)
PARTITION BY toYYYYMM(day)
ORDER BY (seller_id, day)
SETTINGS replicated_deduplication_window = 10000`,
      `CREATE TABLE IF NOT EXISTS sales ON CLUSTER plaza AS sales_local
ENGINE = Distributed(plaza, currentDatabase(), sales_local, cityHash64(seller_id, day))`,
    ]);
  });

  it('a view feeds on the rows of its own shard, by whatever name its columns are called', () => {
    expect(
      onCluster('CREATE MATERIALIZED VIEW IF NOT EXISTS v TO daily AS SELECT sales.day FROM sales', 'plaza'),
    ).toEqual([
      'CREATE MATERIALIZED VIEW IF NOT EXISTS v ON CLUSTER plaza TO daily_local AS SELECT sales.day FROM sales_local AS sales',
    ]);
    expect(onCluster('ALTER TABLE v MODIFY QUERY SELECT day FROM sales', 'plaza')).toEqual([
      'ALTER TABLE v ON CLUSTER plaza MODIFY QUERY SELECT day FROM sales_local AS sales',
    ]);
  });

  it('a column is added to the rows and to the face; how rows are kept is the rows’ matter', () => {
    expect(
      onCluster('ALTER TABLE t ADD COLUMN IF NOT EXISTS c String CODEC(ZSTD(1)) AFTER b', 'plaza'),
    ).toEqual([
      'ALTER TABLE t_local ON CLUSTER plaza ADD COLUMN IF NOT EXISTS c String CODEC(ZSTD(1)) AFTER b',
      'ALTER TABLE t ON CLUSTER plaza ADD COLUMN IF NOT EXISTS c String AFTER b',
    ]);
    expect(onCluster('ALTER TABLE t MODIFY TTL day + INTERVAL 1 DAY', 'plaza')).toEqual([
      'ALTER TABLE t_local ON CLUSTER plaza MODIFY TTL day + INTERVAL 1 DAY',
    ]);
  });

  it('what nobody has thought about is refused', () => {
    expect(() => onCluster('OPTIMIZE TABLE t', 'plaza')).toThrow('no form');
    expect(() => onCluster('CREATE TABLE t (a String) ENGINE = Memory', 'plaza')).toThrow('sort key');
  });
});
