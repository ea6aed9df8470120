/**
 * A statement of a migration as a cluster wants it: tables are replicated, each has a face of the same name that spreads
 * what is written over the shards and collects what is read, and views feed on their own shard's rows.
 * @param statement `CREATE TABLE … ENGINE = …MergeTree`, `CREATE MATERIALIZED VIEW`, or `ALTER TABLE`
 * @param cluster name of the cluster in the servers' configuration, which also defines `{shard}` and `{replica}`
 * @throws for any other kind of statement: what it would mean on a cluster has to be thought about first
 */
export function onCluster(statement: string, cluster: string): string[] {
  const [, kind, name = ''] = STATEMENT.exec(statement) ?? [];
  switch (kind) {
    case 'CREATE TABLE':
      return createTable(statement, name, cluster);
    case 'CREATE MATERIALIZED VIEW':
      return [fromShard(statement).replace(VIEW_HEAD, `$1 ON CLUSTER ${cluster} TO $2_local`)];
    case 'ALTER TABLE':
      return alterTable(statement, name, cluster);
    default:
      throw new Error(`There is no form of this statement for a cluster: ${statement.slice(0, 80)}`);
  }
}

const STATEMENT = /^(CREATE TABLE|CREATE MATERIALIZED VIEW|ALTER TABLE)(?: IF NOT EXISTS)? (\w+)/;
const VIEW_HEAD = /^(CREATE MATERIALIZED VIEW(?: IF NOT EXISTS)? \w+) TO (\w+)/;
const ENGINE = /\bENGINE = (\w*MergeTree)\b(?:\(([^)]*)\))?/;
const SORT_KEY = /\bORDER BY \(?([\w, ]+?)\)?\s*(?:\n|$)/;

function createTable(statement: string, name: string, cluster: string): string[] {
  const sortKey = SORT_KEY.exec(statement)?.[1];
  if (!ENGINE.test(statement) || sortKey === undefined)
    throw new Error(`${name} needs an engine and a sort key.`);
  const own = statement
    .replace(/^(CREATE TABLE(?: IF NOT EXISTS)?) \w+/, `$1 ${name}_local ON CLUSTER ${cluster}`)
    .replace(
      ENGINE,
      (_, engine: string, settings = '') => `ENGINE = Replicated${engine}(${replicaPath(name, settings)})`,
    )
    .replace('non_replicated_deduplication_window', 'replicated_deduplication_window');
  // By all of the sort key: the same rows sent again go to the same shards, where their token is known.
  const face = `CREATE TABLE IF NOT EXISTS ${name} ON CLUSTER ${cluster} AS ${name}_local
ENGINE = Distributed(${cluster}, currentDatabase(), ${name}_local, cityHash64(${sortKey}))`;
  return [own, face];
}

const replicaPath = (name: string, settings: string) =>
  [
    `'/clickhouse/tables/{database}/${name}/{shard}'`,
    "'{replica}'",
    ...(settings === '' ? [] : [settings]),
  ].join(', ');

function alterTable(statement: string, name: string, cluster: string): string[] {
  const change = (target: string) =>
    statement.replace(/^ALTER TABLE \w+/, `ALTER TABLE ${target} ON CLUSTER ${cluster}`);
  if (statement.includes(' MODIFY QUERY')) return [fromShard(change(name))];
  // The face knows columns, and nothing of how they are kept.
  const isOfColumns = /^ALTER TABLE \w+\s+(ADD|DROP|RENAME) COLUMN/.test(statement);
  return isOfColumns ? [change(`${name}_local`), withoutCodec(change(name))] : [change(`${name}_local`)];
}

const withoutCodec = (statement: string) => statement.replace(/ CODEC\(\w+(?:\(\d+\))?\)/g, '');
const fromShard = (statement: string) => statement.replace(/\bFROM (\w+)\b/g, 'FROM $1_local AS $1');
