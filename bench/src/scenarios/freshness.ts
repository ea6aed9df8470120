import { BATCH, writeBatch } from '../capture-load.ts';
import { type Engine, openEngine } from '../engine.ts';
import { createClient } from '../http.ts';
import { paceLoad, summarise } from '../load.ts';
import type { Market } from '../market.ts';
import type { Figure } from '../report.ts';

const EVENTS_PER_SECOND = 5_000;
const SECONDS = 30;
const BATCHES = (EVENTS_PER_SECOND / BATCH) * SECONDS;
const CONNECTIONS = 256;
/** One event in each tenth batch is looked for. */
const PROBE_EVERY = 10;
const LOOK_EVERY_MS = 50;
const PATIENCE_MS = 30_000;

/** How long after it was to be sent an event is a row, while events come at a steady pace that does not wait for answers. */
export async function freshness(market: Market): Promise<Figure[]> {
  const engine = openEngine(market);
  const run = crypto.randomUUID();
  // A seller of its own, by whom rows are sorted: looking for them costs the engine next to nothing.
  const probes = watchProbes(engine, crypto.randomUUID());
  const client = createClient(CONNECTIONS);
  const load = await paceLoad(
    { perSecond: EVENTS_PER_SECOND / BATCH, seconds: SECONDS },
    async (index, dueAt) => {
      const isProbe = index % PROBE_EVERY === 0;
      if (isProbe) probes.expect(`${run}-${index}`, dueAt);
      const body = writeBatch(market, { run, index, ...(isProbe && { sellerId: probes.sellerId }) });
      const answer = await client.send('POST', `${market.pipelineUrl}/ingest/batch/`, { body });
      return answer.status === 200;
    },
  );
  const { agesMs, lost } = await probes.end();
  client.close();
  engine.close();
  const ages = summarise(agesMs, lost, load.seconds);
  return [
    {
      name: `freshness at ${EVENTS_PER_SECOND.toLocaleString('en-US')} events/s: p95 from sending to a row`,
      value: lost === 0 ? ages.p95Ms / 1000 : Number.POSITIVE_INFINITY,
      unit: 's',
      aim: 2,
      better: 'lower',
      note: `p50 ${ages.p50Ms.toFixed(0)} ms, p99 ${ages.p99Ms.toFixed(0)} ms; ${agesMs.length} probes, ${lost} never seen; ${Math.round(load.perSecond * BATCH)} events/s taken, ${load.failures} of ${BATCHES} requests failed`,
    },
  ];
}

/** Asks the engine again and again for the rows of a seller, and notes when each session is seen first. */
function watchProbes(engine: Engine, sellerId: string) {
  const sentAt = new Map<string, number>();
  const agesMs: number[] = [];
  const look = async () => {
    const seen = await engine.run(
      `SELECT session_id FROM events WHERE seller_id = '${sellerId}' AND event = 'product_viewed'`,
    );
    const seenAt = performance.now();
    for (const session of seen) {
      const at = sentAt.get(session);
      if (at === undefined) continue;
      agesMs.push(seenAt - at);
      sentAt.delete(session);
    }
  };
  let endsAt = Number.POSITIVE_INFINITY;
  let isComplete = false;
  const watching = (async () => {
    while (!(isComplete && sentAt.size === 0) && performance.now() < endsAt) {
      await look();
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  })();
  // What goes wrong is told at the end.
  watching.catch(() => undefined);
  return {
    sellerId,
    expect: (session: string, at: number) => void sentAt.set(session, at),
    async end() {
      isComplete = true;
      endsAt = performance.now() + PATIENCE_MS;
      await watching;
      return { agesMs, lost: sentAt.size };
    },
  };
}
