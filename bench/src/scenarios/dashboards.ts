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

/** What a dashboard may take over so many events. */
const aimMs = (events: number) => (events > 10 * MILLION ? 300 : 100);

/**
 * Every panel of every dashboard over very many events, and what a million of them costs, as the history grows. The
 * history is invented inside the engine; the market is one of its own and is thrown away.
 */
export async function dashboards(market: Market, { events }: { events: number }): Promise<Figure[]> {
  const engine = openEngine(market);
  const figures: Figure[] = [];
  let written = 0;
  for (const size of [...STAGES.filter((stage) => stage < events), events]) {
    const startedAt = performance.now();
    await addHistory(engine, { part: String(size), events: size - written, total: size });
    await waitForMerges(engine);
    written = size;
    const name = `${(size / MILLION).toLocaleString('en-US')} million events`;
    const seconds = (performance.now() - startedAt) / 1000;
    process.stderr.write(`  ${name} after ${seconds.toFixed(0)} s\n`);
    figures.push(...(await readDisk(engine, name)));
    if (size >= Math.min(events, 10 * MILLION)) figures.push(...(await askPanels(market, size, name)));
    figures.push(...(await readCosts(market, engine, name)));
  }
  engine.close();
  return figures;
}

/** Asks each panel again and again, one after the other, over periods of different lengths in turns. */
async function askPanels(market: Market, size: number, name: string): Promise<Figure[]> {
  const client = createClient(1);
  const headers = { authorization: `Bearer ${market.internalToken}` };
  const found: { panel: string; load: LoadResult }[] = [];
  for (const panel of PANELS) {
    const load = await runLoad(
      { connections: 1, limit: CALLS, warmUpCalls: PERIODS_DAYS.length },
      async (index) => {
        const days = PERIODS_DAYS[index % PERIODS_DAYS.length] ?? 0;
        const answer = await client.send('GET', market.pipelineUrl + addressOf(panel, days), { headers });
        return answer.status === 200;
      },
    );
    found.push({ panel: nameOf(panel), load });
  }
  client.close();
  const figures = found.map(
    ({ panel, load }): Figure => ({
      name: `${panel}, ${name}, p95`,
      value: load.failures === 0 ? load.p95Ms : Number.POSITIVE_INFINITY,
      unit: 'ms',
      aim: aimMs(size),
      better: 'lower',
      note: load.failures === 0 ? `p50 ${load.p50Ms.toFixed(1)} ms` : `${load.failures} of ${CALLS} failed`,
    }),
  );
  const slowest = [...figures].sort((a, b) => b.value - a.value)[0];
  if (slowest === undefined) return [];
  const summary = { name: `slowest of ${PANELS.length} dashboard queries, ${name}, p95`, note: slowest.name };
  return [{ ...slowest, ...summary }, ...figures];
}

/** What the rows of events and everything that views keep of them take on disk. */
async function readDisk(engine: Engine, name: string): Promise<Figure[]> {
  const read = async (tables: string) =>
    readNumber(
      engine,
      `SELECT sum(bytes_on_disk) FROM system.parts WHERE database = currentDatabase() AND active AND ${tables}`,
    );
  const rows = await readNumber(engine, 'SELECT count() FROM events');
  const bytesPerEvent = (bytes: number) => bytes / rows;
  const ofEvents = bytesPerEvent(await read("table = 'events'"));
  const ofViews = bytesPerEvent(
    await read("table NOT IN ('events', 'sales', 'facts', 'dead_letters', 'dead_letter_replays')"),
  );
  return [
    {
      name: `disk for a million events, ${name}`,
      value: ofEvents + ofViews,
      unit: 'MB',
      better: 'lower',
      note: `events ${ofEvents.toFixed(0)} MB, views ${ofViews.toFixed(1)} MB`,
    },
  ];
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
