import { BATCH, type Captured, captureEvents } from '../capture-load.ts';
import { countRows, type Engine, openEngine, readNumber } from '../engine.ts';
import { runLoad } from '../load.ts';
import type { Market } from '../market.ts';
import { processOf, watchMemory } from '../processes.ts';
import type { Figure } from '../report.ts';

const ROUNDS = 2;
const BATCHES = 4_000;
/** Inserts that the pipeline has on their way at once. */
const INSERTS_AT_ONCE = 2;

/**
 * Captures batches over HTTP until every event is a row, then gives the same rows to the engine itself; in turns, so
 * that neither always meets the fuller tables. Meanwhile the memory of the pipeline is watched.
 */
export async function capture(market: Market): Promise<Figure[]> {
  const engine = openEngine(market);
  const memory = watchMemory(await processOf(market, 'pipeline'));
  const rounds: { captured: Captured; inserted: { seconds: number; batchRows: number } }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const run = crypto.randomUUID();
    const insertsBefore = await countInserts(engine);
    const captured = await captureEvents(market, engine, { run, batches: BATCHES });
    const inserts = (await countInserts(engine)) - insertsBefore;
    const batchRows = Math.ceil(captured.rows / Math.max(1, inserts));
    rounds.push({ captured, inserted: { batchRows, seconds: await insertAgain(engine, run, batchRows) } });
  }
  const bytes = await memory.stop();
  engine.close();
  const sum = (pick: (round: (typeof rounds)[number]) => number) =>
    rounds.reduce((total, round) => total + pick(round), 0);
  const sent = sum(({ captured }) => captured.sent);
  const rows = sum(({ captured }) => captured.rows);
  const capturedPerSecond = rows / sum(({ captured }) => captured.seconds);
  const insertedPerSecond = rows / sum(({ inserted }) => inserted.seconds);
  const p95Ms = Math.max(...rounds.map(({ captured }) => captured.load.p95Ms));
  const batchRows = rounds.map(({ inserted }) => inserted.batchRows).join(' and ');
  return [
    {
      name: `capture over HTTP, batches of ${BATCH}, to rows`,
      value: capturedPerSecond,
      unit: 'events/s',
      aim: 20_000,
      better: 'higher',
      note: `${rows} rows of ${sent} acknowledged events, p95 ${p95Ms.toFixed(0)} ms a batch, ${sum(({ captured }) => captured.load.failures)} failures`,
    },
    {
      name: 'the same, over the engine’s own insert of the same rows',
      value: capturedPerSecond / insertedPerSecond,
      unit: 'times',
      aim: 0.5,
      better: 'higher',
      note: `which took ${Math.round(insertedPerSecond)} rows/s in inserts of ${batchRows}, as the pipeline made them`,
    },
    {
      name: 'the same, most memory of the pipeline',
      value: bytes / 1_000_000,
      unit: 'MB',
      aim: 400,
      better: 'lower',
    },
    {
      name: 'acknowledged events lost or doubled',
      value: Math.abs(sent - rows),
      unit: 'events',
      aim: 0,
      better: 'lower',
    },
  ];
}

/** Every insert takes the next number of its month. */
const countInserts = (engine: Engine) =>
  readNumber(
    engine,
    `SELECT max(max_block_number) FROM system.parts
     WHERE database = currentDatabase() AND table = 'events' AND active AND partition_id = toString(toYYYYMM(now()))`,
  );

/** Inserts the rows of a run once more, under ids of their own, as the pipeline does. @returns how long it took */
async function insertAgain(engine: Engine, run: string, batchRows: number): Promise<number> {
  const again = crypto.randomUUID();
  const columns = await engine.run(
    "SELECT name FROM system.columns WHERE database = currentDatabase() AND table = 'events' ORDER BY position",
  );
  const rows = await engine.run(
    `SELECT * REPLACE (generateUUIDv4() AS uuid, 'bench-${again}' AS distinct_id,
       toUnixTimestamp64Milli(timestamp) AS timestamp, toUnixTimestamp64Milli(received_at) AS received_at)
     FROM (SELECT * FROM events WHERE distinct_id = 'bench-${run}' ORDER BY cityHash64(uuid)) FORMAT JSONCompactEachRow`,
  );
  const statement = `INSERT INTO events (${columns.join(', ')}) FORMAT JSONCompactEachRow`;
  const startedAt = performance.now();
  await runLoad(
    { connections: INSERTS_AT_ONCE, limit: Math.ceil(rows.length / batchRows) },
    async (index) => {
      await engine.insert(statement, rows.slice(index * batchRows, (index + 1) * batchRows), {
        insert_deduplicate: '1',
        insert_deduplication_token: `bench-${again}-${index}`,
        deduplicate_blocks_in_dependent_materialized_views: '1',
        distributed_foreground_insert: '1',
        input_format_parallel_parsing: '0',
      });
      return true;
    },
  );
  const seconds = (performance.now() - startedAt) / 1000;
  const inserted = await countRows(engine, again);
  if (inserted !== rows.length) throw new Error(`${inserted} rows of ${rows.length} were inserted.`);
  return seconds;
}
