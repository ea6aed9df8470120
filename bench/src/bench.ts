import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readMarket } from './market.ts';
import { type Figure, reached, table } from './report.ts';
import { capture } from './scenarios/capture.ts';
import { dashboards } from './scenarios/dashboards.ts';
import { federation } from './scenarios/federation.ts';
import { firstPaint } from './scenarios/first-paint.ts';
import { freshness } from './scenarios/freshness.ts';
import { guard } from './scenarios/guard.ts';
import { journey } from './scenarios/journey.ts';
import { placeOrder } from './scenarios/place-order.ts';
import { productList } from './scenarios/product-list.ts';
import { productPage } from './scenarios/product-page.ts';
import { release } from './scenarios/release.ts';
import { rush } from './scenarios/rush.ts';
import { sessionCheck } from './scenarios/session-check.ts';
import { signInStorm } from './scenarios/sign-in-storm.ts';
import { threadCost } from './scenarios/thread-cost.ts';
import { startMarket } from './start-market.ts';

const SCENARIOS = {
  productList,
  productPage,
  threadCost,
  firstPaint,
  federation,
  release,
  capture,
  freshness,
  journey,
  rush,
  placeOrder,
  sessionCheck,
  signInStorm,
  dashboards,
};
type ScenarioName = keyof typeof SCENARIOS;
/** Those that leave so much behind that they get a market to themselves. */
const ALONE: ReadonlySet<ScenarioName> = new Set(['dashboards']);
/** Those that are calculated, without a market. */
const CALCULATIONS = { guard };
type CalculationName = keyof typeof CALCULATIONS;
const DEFAULT_EVENTS = '10000000';
const isScenario = (name: string): name is ScenarioName => name in SCENARIOS;
const isCalculation = (name: string): name is CalculationName => name in CALCULATIONS;
const ALL = [...Object.keys(CALCULATIONS), ...Object.keys(SCENARIOS)];

/**
 * `npm run bench -- [scenario …]`: starts a market of its own, measures, prints a table and writes JSON.
 * `--run-file .data/run.json` measures a market that runs already (and changes its stock). Dashboards are asked of it when
 * they are the only scenario that is named; the history stays in it, so that it can be asked again.
 * `--events 100000000` lets dashboards be asked over more than ten million events.
 */
async function bench(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { 'run-file': { type: 'string' }, events: { type: 'string', default: DEFAULT_EVENTS } },
  });
  const unknown = positionals.filter((name) => !ALL.includes(name));
  if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(', ')}. There are: ${ALL.join(', ')}.`);
  const wanted = positionals.length > 0 ? positionals : ALL;
  const names = wanted.filter(isScenario);
  const events = Number(values.events);
  if (!Number.isInteger(events) || events < 1) throw new Error('--events is a whole number above zero.');
  const runFile = values['run-file'];
  const figures: Figure[] = [];
  const measure = async (name: string, scenario: () => Figure[] | Promise<Figure[]>) => {
    process.stderr.write(`${name} …\n`);
    const found = await scenario();
    figures.push(...found);
    process.stderr.write(`${table(found)}\n\n`);
  };
  for (const name of wanted.filter(isCalculation)) await measure(name, CALCULATIONS[name]);
  const together = names.filter((name) => !ALONE.has(name));
  const groups = [together, ...names.filter((name) => ALONE.has(name)).map((name) => [name])];
  for (const group of groups.filter(({ length }) => length > 0)) {
    const running =
      runFile !== undefined && (group === together || positionals.length === 1)
        ? { runFile, stop: async () => undefined }
        : await startMarket();
    try {
      const market = await readMarket(running.runFile);
      for (const name of group) await measure(name, () => SCENARIOS[name](market, { events }));
    } finally {
      await running.stop();
    }
  }
  console.log(
    `\n${os.cpus().length} cores (${os.cpus()[0]?.model ?? 'unknown'}), Node ${process.version}, client on the same machine\n`,
  );
  console.log(table(figures));
  const folder = path.join(import.meta.dirname, '../results');
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${new Date().toISOString().replaceAll(':', '-')}.json`);
  await writeFile(
    file,
    JSON.stringify(
      figures.map((figure) => ({ ...figure, reached: reached(figure) })),
      null,
      2,
    ),
  );
  const aimed = figures.filter(({ aim }) => aim !== undefined);
  console.log(
    `\n${aimed.filter(reached).length} of ${aimed.length} reached; written to ${path.relative(process.cwd(), file)}`,
  );
}

await bench();
