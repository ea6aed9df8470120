import { BATCH, captureEvents } from '../capture-load.ts';
import { type Engine, openEngine, readNumber } from '../engine.ts';
import { addHistory } from '../history.ts';
import { createClient } from '../http.ts';
import { type LoadResult, runLoad } from '../load.ts';
import type { Market } from '../market.ts';
import { addressOf, nameOf, PANELS } from '../panels.ts';
import { processOf, readCpuSeconds } from '../processes.ts';
import type { Figure } from '../report.ts';

const MILLION = 1_000_000;
/** Sizes at which costs are stated and dashboards asked, up to the one that is wanted. */
const STAGES = [MILLION, 10 * MILLION, 100 * MILLION];
const PERIODS_DAYS = [7, 30, 90];
const CALLS = 60;
const COST_BATCHES = 2_000;
const MERGES_TIMEOUT_MS = 120_000;
const LOOK_EVERY_MS = 200;
const QUIET_LOOKS = 5;
/** Tables that take less for a million events are not named. */
const SHOWN_MEGABYTES = 0.01;
/** What the market calls a history that it has, with the number of its events. */
const HISTORY = 'bench events ';

/** What a dashboard may take over so many events. */
const aimMs = (events: number) => (events > 10 * MILLION ? 300 : 100);

/**
 * Every panel of every dashboard over very many events, and what a million of them costs, as the history grows. The
 * history is invented inside the engine; a market that has it already, of an earlier run, is asked as it is.
 */
export async function dashboards(market: Market, { events }: { events: number }): Promise<Figure[]> {
  const engine = openEngine(market);
  const figures: Figure[] = [];
  let written = await readHistory(engine);
  const sizes = [...STAGES.filter((stage) => stage < events), events];
  for (const size of sizes.filter((wanted) => wanted >= written)) {
    const name = `${(size / MILLION).toLocaleString('en-US')} million events`;
    if (size > written) figures.push(await growHistory(market, engine, { from: written, to: size, name }));
    written = size;
    figures.push(await readDisk(engine, name));
    figures.push(...(await askPanels(market, size, name)));
    figures.push(...(await readCosts(market, engine, name)));
  }
  engine.close();
  return figures;
}

/** Adds to the history, and notes in the market how long it is now. What it costs the engine grows with what is there. */
async function growHistory(
  market: Market,
  engine: Engine,
  { from, to, name }: { from: number; to: number; name: string },
): Promise<Figure> {
  const pid = await processOf(market, 'clickhouse');
  const [startedAt, cpuBefore] = [performance.now(), await readCpuSeconds(pid)];
  await addHistory(engine, { part: String(to), events: to - from, total: to });
  await waitForMerges(engine);
  await engine.run(`INSERT INTO seed_runs (name) VALUES ('${HISTORY}${to}')`);
  const cpuSeconds = (await readCpuSeconds(pid)) - cpuBefore;
  const seconds = (performance.now() - startedAt) / 1000;
  process.stderr.write(`  ${name} after ${seconds.toFixed(0)} s\n`);
  return {
    name: `CPU of the engine for a million events from ${(from / MILLION).toLocaleString('en-US')} to ${name}`,
    value: (cpuSeconds * MILLION) / (to - from),
    unit: 's',
    better: 'lower',
    note: 'invented and written in blocks as large as the engine makes them, merges included',
  };
}

/** How many events a market has of a history that was invented before. */
const readHistory = (engine: Engine): Promise<number> =>
  readNumber(
    engine,
    `SELECT max(toUInt64(replaceOne(name, '${HISTORY}', ''))) FROM seed_runs WHERE startsWith(name, '${HISTORY}')`,
  );

/** Asks each panel again and again, one after the other, over periods of different lengths in turns. */
async function askPanels(market: Market, size: number, name: string): Promise<Figure[]> {
  const pid = await processOf(market, 'clickhouse');
  const client = createClient(1);
  const headers = { authorization: `Bearer ${market.internalToken}` };
  const found: { panel: string; load: LoadResult; cpuMs: number }[] = [];
  for (const panel of PANELS) {
    const cpuBefore = await readCpuSeconds(pid);
    const load = await runLoad(
      { connections: 1, limit: CALLS, warmUpCalls: PERIODS_DAYS.length },
      async (index) => {
        const days = PERIODS_DAYS[index % PERIODS_DAYS.length] ?? 0;
        const answer = await client.send('GET', market.pipelineUrl + addressOf(panel, days), { headers });
        return answer.status === 200;
      },
    );
    const cpuMs = (((await readCpuSeconds(pid)) - cpuBefore) * 1000) / (load.calls + PERIODS_DAYS.length);
    found.push({ panel: nameOf(panel), load, cpuMs });
  }
  client.close();
  const figures = found.map(
    ({ panel, load, cpuMs }): Figure => ({
      name: `${panel}, ${name}, p95`,
      value: load.failures === 0 ? load.p95Ms : Number.POSITIVE_INFINITY,
      unit: 'ms',
      aim: aimMs(size),
      better: 'lower',
      note: `p50 ${load.p50Ms.toFixed(1)} ms, ${cpuMs.toFixed(0)} ms of the engine's CPU a call, ${load.failures} of ${CALLS} failed`,
    }),
  );
  const slowest = [...figures].sort((a, b) => b.value - a.value)[0];
  if (slowest === undefined) return [];
  const summary = { name: `slowest of ${PANELS.length} dashboard queries, ${name}, p95`, note: slowest.name };
  return [{ ...slowest, ...summary }, ...figures];
}

/** What a million events take on disk, with all that is kept of them and of the orders among them, table by table. */
async function readDisk(engine: Engine, name: string): Promise<Figure> {
  const rows = await readNumber(engine, 'SELECT count() FROM events');
  const lines = await engine.run(
    `SELECT table, sum(bytes_on_disk) AS bytes FROM system.parts
     WHERE database = currentDatabase() AND active GROUP BY table ORDER BY bytes DESC`,
  );
  // Bytes for one event are megabytes for a million.
  const tables = lines.map((line) => {
    const [table = '', bytes] = line.split('\t');
    return { table, megabytes: Number(bytes) / rows };
  });
  return {
    name: `disk for a million events, ${name}`,
    value: tables.reduce((sum, { megabytes }) => sum + megabytes, 0),
    unit: 'MB',
    better: 'lower',
    note: tables
      .filter(({ megabytes }) => megabytes >= SHOWN_MEGABYTES)
      .map(({ table, megabytes }) => `${table} ${megabytes.toFixed(2)}`)
      .join(', '),
  };
}

/** What it takes of the processors to capture events into tables of this size, merges included. */
async function readCosts(market: Market, engine: Engine, name: string): Promise<Figure[]> {
  const parts = ['pipeline', 'clickhouse'] as const;
  const pids = await Promise.all(parts.map((part) => processOf(market, part)));
  const read = () => Promise.all(pids.map(readCpuSeconds));
  const before = await read();
  const { rows } = await captureEvents(market, engine, { run: crypto.randomUUID(), batches: COST_BATCHES });
  await waitForMerges(engine);
  const after = await read();
  return parts.map((part, index) => ({
    name: `CPU of the ${part === 'pipeline' ? 'pipeline' : 'engine'} for a million events, ${name}`,
    value: (((after[index] ?? 0) - (before[index] ?? 0)) * MILLION) / rows,
    unit: 's',
    better: 'lower',
    note: `captured over HTTP in batches of ${BATCH}`,
  }));
}

/** Waits until the engine has nothing to put together for the moment. */
async function waitForMerges(engine: Engine): Promise<void> {
  const endsAt = performance.now() + MERGES_TIMEOUT_MS;
  for (let quiet = 0; quiet < QUIET_LOOKS && performance.now() < endsAt; ) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    quiet = (await readNumber(engine, 'SELECT count() FROM system.merges')) === 0 ? quiet + 1 : 0;
  }
}
