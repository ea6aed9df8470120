import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readMarket } from './market.ts';
import { type Figure, reached, table } from './report.ts';
import { capture } from './scenarios/capture.ts';
import { firstPaint } from './scenarios/first-paint.ts';
import { journey } from './scenarios/journey.ts';
import { placeOrder } from './scenarios/place-order.ts';
import { productList } from './scenarios/product-list.ts';
import { productPage } from './scenarios/product-page.ts';
import { rush } from './scenarios/rush.ts';
import { sessionCheck } from './scenarios/session-check.ts';
import { signInStorm } from './scenarios/sign-in-storm.ts';
import { startMarket } from './start-market.ts';

const SCENARIOS = {
  productList,
  productPage,
  firstPaint,
  capture,
  journey,
  rush,
  placeOrder,
  sessionCheck,
  signInStorm,
};
type ScenarioName = keyof typeof SCENARIOS;
const isScenario = (name: string): name is ScenarioName => name in SCENARIOS;

/**
 * `npm run bench -- [scenario …]`: starts a market of its own, measures, prints a table and writes JSON.
 * `--run-file .data/run.json` measures a market that runs already (and changes its stock).
 */
async function bench(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { 'run-file': { type: 'string' } },
  });
  const unknown = positionals.filter((name) => !isScenario(name));
  if (unknown.length > 0)
    throw new Error(`Unknown: ${unknown.join(', ')}. There are: ${Object.keys(SCENARIOS).join(', ')}.`);
  const names =
    positionals.length > 0 ? positionals.filter(isScenario) : Object.keys(SCENARIOS).filter(isScenario);
  const runFile = values['run-file'];
  const running = runFile ? { runFile, stop: async () => undefined } : await startMarket();
  const figures: Figure[] = [];
  try {
    const market = await readMarket(running.runFile);
    for (const name of names) {
      process.stderr.write(`${name} …\n`);
      const found = await SCENARIOS[name](market);
      figures.push(...found);
      process.stderr.write(`${table(found)}\n\n`);
    }
  } finally {
    await running.stop();
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
  console.log(
    `\n${figures.filter(reached).length} of ${figures.length} reached; written to ${path.relative(process.cwd(), file)}`,
  );
}

await bench();
