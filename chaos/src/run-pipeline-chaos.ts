import postgres from 'postgres';
import { createStore } from '../../pipeline/src/clickhouse/store.ts';
import { startBrowsers } from './browsers.ts';
import { startBuyers } from './buyers.ts';
import { compareEvents } from './compare-events.ts';
import { compareSales, salesAgree } from './compare-sales.ts';
import { compareViews } from './compare-views.ts';
import { inflictFaults, kill } from './inflict-faults.ts';
import { Ledger } from './ledger.ts';
import { type Fault, planFaults, type Store } from './plan-faults.ts';
import { createRandom } from './random.ts';
import type { ChaosReport } from './report.ts';
import { startShoppers } from './shoppers.ts';
import { type ChaosMarket, startMarket } from './start-market.ts';
import { type Backlog, startWatch, type Watch } from './watch-market.ts';

export interface ChaosOptions {
  /** An empty folder for the market's data and logs. */
  dataDir: string;
  seed: number;
  /** How long things go wrong; the start and the catching up come on top. */
  seconds: number;
  withRedis: boolean;
  /** Pages in Chromium that report with posthog-js. */
  browsers: number;
  /** Keeps ClickHouse away for so long, in the middle of the run; 0 for not at all. */
  clickhouseAwaySeconds: number;
  /** What is not filled, though it could be. */
  spared: readonly Store[];
  /** Between the beginnings of two faults, on average. */
  pauseMs: number;
  clients: number;
  eventsPerSecond: number;
  buyers: number;
  say(text: string): void;
}

/** Longest that the market may take until nothing waits any more. */
const CATCH_UP_TIMEOUT_MS = 180_000;
const LOOK_EVERY_MS = 500;
/** Looks in a row that must find nothing waiting. */
const QUIET_LOOKS = 3;

/** Runs a market of its own, breaks it, heals it and compares what was promised with what is there. */
export async function runPipelineChaos(options: ChaosOptions): Promise<ChaosReport> {
  const market = await startMarket(options);
  const watch = startWatch(market);
  try {
    const ledger = new Ledger();
    const { harm } = await disturb(market, ledger, options);
    const healedAt = performance.now();
    options.say('healed; waiting until all is caught up');
    const backlog = await catchUp(market, watch);
    const catchUpMs = performance.now() - healedAt;
    return {
      ...options,
      harm,
      leftOut: ['redis disk', 'clickhouse disk']
        .filter(
          (name) =>
            (options.withRedis || name !== 'redis disk') && !market.stores.some((store) => store === name),
        )
        .map((name) => `${name} full (takes root and Linux)`),
      ...(await compare(market, ledger)),
      backlog: backlog.last,
      isCaughtUp: backlog.isCaughtUp,
      longestMs: watch.longestMs(),
      catchUpMs,
      maxRssBytes: watch.maxRssBytes(),
    };
  } finally {
    await watch.stop();
    await market.stop();
  }
}

/** Shoppers and buyers at work while the plan is carried out. */
async function disturb(market: ChaosMarket, ledger: Ledger, options: ChaosOptions) {
  const { seed, seconds, pauseMs, say, clickhouseAwaySeconds, spared } = options;
  const random = createRandom(seed);
  const { parts, links } = market;
  const stores = market.stores.filter((store) => !spared.includes(store));
  const faults = planFaults({ random, durationMs: seconds * 1_000, parts, links, stores, pauseMs });
  const shoppers = startShoppers(market, ledger, { ...options, random });
  const buyers = startBuyers(market, { ...options, random });
  const browsers = options.browsers > 0 ? await startBrowsers(market, ledger, options.browsers) : null;
  const [harm] = await Promise.all([
    inflictFaults(market, withoutClickHouse(faults, clickhouseAwaySeconds), say),
    keepClickHouseAway(market, options),
  ]);
  await Promise.all([shoppers.stop(), buyers.stop(), browsers?.stop()]);
  return { harm };
}

/** While ClickHouse is kept away by hand, no other fault may bring it back. */
const withoutClickHouse = (faults: readonly Fault[], awaySeconds: number): Fault[] =>
  faults.filter(
    (fault) => awaySeconds === 0 || !(fault.kind === 'weather' && fault.link.endsWith('>clickhouse')),
  );

async function keepClickHouseAway(
  market: ChaosMarket,
  { seconds, clickhouseAwaySeconds, say }: ChaosOptions,
): Promise<void> {
  if (clickhouseAwaySeconds === 0) return;
  const links = market.links.filter((link) => link.endsWith('>clickhouse'));
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, (seconds - clickhouseAwaySeconds) * 500)));
  say(`ClickHouse is away for ${clickhouseAwaySeconds} s`);
  kill(market, 'clickhouse');
  for (const link of links) market.proxyOf(link).setWeather('away');
  await new Promise((resolve) => setTimeout(resolve, clickhouseAwaySeconds * 1_000));
  say('ClickHouse is back');
  for (const link of links) market.proxyOf(link).setWeather('clear');
}

/** Waits until nothing is on its way any more, for some looks in a row, or the time is over. */
async function catchUp(market: ChaosMarket, watch: Watch): Promise<{ isCaughtUp: boolean; last: Backlog }> {
  let last: Backlog = { oldestFactMs: 0, oldestEntryMs: 0, streamEntries: 0, isOutboxPending: false };
  let quietLooks = 0;
  for (const endsAt = performance.now() + CATCH_UP_TIMEOUT_MS; performance.now() < endsAt; ) {
    const found = await watch.readBacklog().catch(() => null);
    if (found) last = found;
    const isQuiet =
      found !== null && found.oldestFactMs === 0 && found.streamEntries === 0 && !found.isOutboxPending;
    quietLooks = isQuiet && (await holdNothing(market)) ? quietLooks + 1 : 0;
    if (quietLooks >= QUIET_LOOKS) return { isCaughtUp: true, last };
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return { isCaughtUp: false, last };
}

/** Whether every pipeline process is well and has no events of its own that wait. */
async function holdNothing(market: ChaosMarket): Promise<boolean> {
  const answers = await Promise.all(
    market.pipelineUrls.map(async (url) => {
      const response = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(5_000) }).catch(
        () => null,
      );
      return response?.ok === true && (await response.text()).includes('"waitingEvents":0');
    }),
  );
  return answers.every((holdsNothing) => holdsNothing);
}

async function compare(market: ChaosMarket, ledger: Ledger) {
  const store = createStore(market.clickhouseUrl);
  const sql = postgres(market.databaseUrl, { max: 1, onnotice: () => {} });
  try {
    let sales = await compareSales(sql, store);
    // A webhook that Stripe had kept back may arrive at the last moment.
    for (let attempt = 0; attempt < 20 && !salesAgree(sales); attempt += 1) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      sales = await compareSales(sql, store);
    }
    return { sales, events: await compareEvents(store, ledger), views: await compareViews(store) };
  } finally {
    await Promise.all([store.close(), sql.end({ timeout: 1 })]);
  }
}
