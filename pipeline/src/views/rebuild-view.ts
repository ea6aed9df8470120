import { z } from 'zod';
import { forgetGroups } from '../capture/group-journal.ts';
import type { Store } from '../clickhouse/store.ts';
import { BACKFILL_SECONDS } from '../clickhouse/store.ts';

const viewSchema = z.object({ definition: z.string(), target: z.string(), source: z.string() });
const partSchema = z.object({ id: z.string(), rowCount: z.coerce.number() });

/** A view as it writes now: what it selects, from which table, into which. */
type View = z.infer<typeof viewSchema> & { name: string };

/** So much of the raw rows is read into the new table. */
export interface RebuildProgress {
  doneRows: number;
  totalRows: number;
}

/** Names of the tables that views keep, which can be rebuilt. */
export async function listViews(store: Store): Promise<string[]> {
  const rows = await store.query(
    z.object({ name: z.string() }),
    `SELECT name FROM system.tables WHERE database = currentDatabase() AND engine = 'MaterializedView' ORDER BY name`,
  );
  return rows.map(({ name }) => name.replace(/_view$/, ''));
}

/**
 * Makes a view's table anew from the raw rows, while events and facts go on coming, and puts it in the place of the old
 * one. Exact: in a pause of milliseconds the raw rows are set aside (as links, nothing is copied) and a second view
 * begins to write what comes after them; then the rows are read, month by month; a second pause swaps the tables. Ends as
 * if it had never begun when it is interrupted. For one engine, and one pipeline that writes.
 * @param table name of the view's table, as `listViews` names it
 * @param isQuiet whether no batch of facts is half delivered, which has to be finished before
 * @throws when there is no such view, on a cluster, or when batches do not come to an end
 */
export async function rebuildView(
  store: Store,
  table: string,
  isQuiet: () => Promise<boolean>,
  onProgress: (progress: RebuildProgress) => void,
): Promise<void> {
  if (store.cluster !== undefined)
    throw new Error(
      'On a cluster a view is rebuilt shard by shard: name each shard as CLICKHOUSE_URL, without CLICKHOUSE_CLUSTER.',
    );
  const view = await findView(store, table);
  await removeLeftovers(store, view);
  const parts = await whileQuiet(store, isQuiet, () => setRowsAside(store, view));
  const totalRows = parts.reduce((sum, part) => sum + part.rowCount, 0);
  let doneRows = 0;
  onProgress({ doneRows, totalRows });
  for (const { id, rowCount } of parts) {
    await store.command(
      `INSERT INTO ${next(view)} ${readingFrom(view, aside(view), `_partition_id = '${id}'`)}
       SETTINGS max_execution_time = ${BACKFILL_SECONDS}`,
    );
    doneRows += rowCount;
    onProgress({ doneRows, totalRows });
  }
  await whileQuiet(store, isQuiet, async () => {
    // The new table knows no tokens: nothing that it has may be inserted once more.
    await forgetGroups(store);
    await store.command(`DROP VIEW ${next(view)}_view`);
    await store.command(`EXCHANGE TABLES ${view.target} AND ${next(view)}`);
  });
  await removeLeftovers(store, view);
}

const next = (view: View) => `${view.target}_rebuilt`;
const aside = (view: View) => `${view.target}_source`;

async function findView(store: Store, table: string): Promise<View> {
  const name = `${table}_view`;
  const [found] = await store.query(
    viewSchema,
    `SELECT as_select AS definition,
       extract(create_table_query, ' TO (?:\`?\\\\w+\`?\\\\.)?\`?(\\\\w+)') AS target,
       extract(as_select, ' FROM (?:\`?\\\\w+\`?\\\\.)?\`?(\\\\w+)') AS source
     FROM system.tables WHERE database = currentDatabase() AND engine = 'MaterializedView' AND name = {name:String}`,
    { name },
  );
  if (found === undefined)
    throw new Error(`There is no view of ${table}. There are: ${(await listViews(store)).join(', ')}.`);
  return { name, ...found };
}

/** The view's statement over other rows, whose columns may go by the name of the table they came from. */
const readingFrom = (view: View, from: string, condition: string) =>
  view.definition.replace(
    / FROM (?:`?\w+`?\.)?`?\w+`?/,
    ` FROM (SELECT * FROM ${from} WHERE ${condition}) AS ${view.source}`,
  );

/** Links the rows that there are, and lets a second view write those that come. @returns the months set aside */
async function setRowsAside(store: Store, view: View): Promise<z.infer<typeof partSchema>[]> {
  await store.command(`CREATE TABLE ${next(view)} AS ${view.target}`);
  await store.command(`CREATE TABLE ${aside(view)} AS ${view.source}`);
  const parts = await store.query(
    partSchema,
    `SELECT partition_id AS id, sum(rows) AS rowCount FROM system.parts
     WHERE database = currentDatabase() AND table = {source:String} AND active GROUP BY id ORDER BY id`,
    { source: view.source },
  );
  for (const { id } of parts) {
    await store.command(`ALTER TABLE ${aside(view)} ATTACH PARTITION ID '${id}' FROM ${view.source}`);
  }
  await store.command(`CREATE MATERIALIZED VIEW ${next(view)}_view TO ${next(view)} AS ${view.definition}`);
  return parts;
}

async function removeLeftovers(store: Store, view: View): Promise<void> {
  await store.command(`DROP VIEW IF EXISTS ${next(view)}_view`);
  await store.command(`DROP TABLE IF EXISTS ${next(view)}`);
  await store.command(`DROP TABLE IF EXISTS ${aside(view)}`);
}

const QUIET_ATTEMPTS = 100;
const QUIET_PAUSE_MS = 200;

/** Runs `work` in a pause of all writers in which no batch of facts is half delivered. */
async function whileQuiet<Result>(
  store: Store,
  isQuiet: () => Promise<boolean>,
  work: () => Promise<Result>,
): Promise<Result> {
  for (let attempt = 0; attempt < QUIET_ATTEMPTS; attempt += 1) {
    const outcome = await store.gate.pause(async () => ((await isQuiet()) ? { result: await work() } : null));
    if (outcome !== null) return outcome.result;
    await new Promise((resolve) => setTimeout(resolve, QUIET_PAUSE_MS));
  }
  throw new Error('Facts do not come to rest: see why the outbox is not delivered, then try again.');
}
