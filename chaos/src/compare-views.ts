import { z } from 'zod';
import type { Store } from '../../pipeline/src/clickhouse/store.ts';

const viewSchema = z.object({ name: z.string(), statement: z.string(), selection: z.string() });
const columnSchema = z.object({
  name: z.string(),
  type: z.string(),
  isKey: z.coerce.number(),
  engine: z.string(),
});
const countsSchema = z.object({
  rawGroups: z.coerce.number(),
  viewGroups: z.coerce.number(),
  different: z.coerce.number(),
});
type Column = z.infer<typeof columnSchema>;

/** A table that a view fills, against the view's own query run again over the raw rows. */
export interface ViewComparison {
  view: string;
  /** Groups by the table's key, from the raw rows and in the table. */
  rawGroups: number;
  viewGroups: number;
  /** Groups of either side that the other does not have with the same numbers. */
  different: number;
}

/** Aggregates whose result depends on nothing but the set of rows, and can therefore be compared. */
const EXACT =
  /^(sum|count|min|max|uniq|uniqExact|uniqCombined|uniqCombined64|uniqHLL12|groupBit(And|Or|Xor)|groupUniqArray)(If|Array)*$/;

/** Compares every materialized view of the database, whichever there are. */
export async function compareViews(store: Store): Promise<ViewComparison[]> {
  const views = await store.query(
    viewSchema,
    `SELECT name, create_table_query AS statement, as_select AS selection FROM system.tables
     WHERE database = currentDatabase() AND engine = 'MaterializedView' ORDER BY name`,
  );
  return Promise.all(
    views.map(async ({ name, statement, selection }) => {
      const target = /\sTO\s+(?:\w+\.)?`?(\w+)`?/.exec(statement)?.[1] ?? '';
      const columns = await store.query(
        columnSchema,
        `SELECT c.name AS name, c.type AS type, c.is_in_sorting_key AS isKey, t.engine AS engine
         FROM system.columns AS c JOIN system.tables AS t ON t.database = c.database AND t.name = c.table
         WHERE c.database = currentDatabase() AND c.table = {target:String}`,
        { target },
      );
      const grouped = groupedBy(columns);
      const [counts] = await store.query(
        countsSchema,
        `WITH raw AS (${grouped(`(${selection})`)}), view AS (${grouped(target)})
         SELECT (SELECT count() FROM raw) AS rawGroups, (SELECT count() FROM view) AS viewGroups,
           (SELECT count() FROM (SELECT * FROM raw EXCEPT SELECT * FROM view)) +
           (SELECT count() FROM (SELECT * FROM view EXCEPT SELECT * FROM raw)) AS different`,
      );
      if (counts === undefined) throw new Error(`${name} cannot be compared.`);
      return { view: name, ...counts };
    }),
  );
}

/** The same query for both sides: what is not a key is merged as the table's engine would merge it in the end. */
function groupedBy(columns: readonly Column[]): (from: string) => string {
  const merged = columns.map((column) => ({ name: column.name, merge: mergeOf(column) }));
  const keys = merged.filter(({ merge }) => merge === 'key').map(({ name }) => `t.${name}`);
  const isPlain = keys.length === columns.length;
  const values = merged.flatMap(({ merge }, at) =>
    merge === 'key' || merge === null ? [] : [`${merge} AS m${at}`],
  );
  return (from) =>
    `SELECT ${[...keys, ...values, ...(isPlain ? ['count() AS times'] : [])].join(', ')}
     FROM ${from} AS t GROUP BY ${keys.join(', ')}`;
}

/** @returns `key`, an aggregate, or null for what cannot be compared: any value, an estimate */
function mergeOf({ name, type, isKey, engine }: Column): string | null {
  const [, simple] = /^SimpleAggregateFunction\((\w+),/.exec(type) ?? [];
  if (simple !== undefined) return sorted(simple, `${simple}(t.${name})`);
  const [, aggregate, parameters = ''] = /^AggregateFunction\((\w+)(\([^)]*\))?/.exec(type) ?? [];
  if (aggregate !== undefined) return sorted(aggregate, `${aggregate}Merge${parameters}(t.${name})`);
  return engine.endsWith('SummingMergeTree') && isKey === 0 ? `sum(t.${name})` : 'key';
}

/** Arrays come in any order. */
function sorted(aggregate: string, merge: string): string | null {
  if (!EXACT.test(aggregate)) return null;
  return aggregate.startsWith('groupUniqArray') ? `arraySort(${merge})` : merge;
}
