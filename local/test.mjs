// `npm test [-- part …]`: everything that proves the market, from types to browser journeys, with one sum at the end.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPackages, requireNode, root } from './lib/install.mjs';
import { startTestMarket } from './lib/test-market.mjs';
import { Results } from './lib/test-results.mjs';
import { ensureChromium, ensureRedis } from './lib/test-tools.mjs';

const startedAt = performance.now();
const results = new Results();
const reports = mkdtempSync(join(tmpdir(), 'plaza-reports-'));

/** In the order in which they run: what is quick and says most comes first. */
const PARTS = {
  types: () => check('types', 'turbo', ['run', 'typecheck', '--output-logs=errors-only']),
  lint: () => check('lint', 'biome', ['check', '.', '--diagnostic-level=error']),
  imports: () =>
    check('import rules', 'depcruise', [
      ...['--config', '.dependency-cruiser.mjs'],
      ...['apps', 'bff', 'pipeline', 'packages', 'local', 'e2e', 'bench', 'chaos'],
    ]),
  'dead-code': () => check('dead code', 'knip', []),
  unit: () => vitest('unit'),
  integration: () => {
    ensureRedis();
    vitest('integration');
  },
  build: () => check('build', 'turbo', ['run', 'build', '--output-logs=errors-only']),
  journeys,
};

requireNode();
installPackages();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}.`);
  process.exit(1);
}

for (const [name, run] of Object.entries(PARTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const partStartedAt = performance.now();
  console.log(`\n== ${name} ==`);
  await run();
  console.log(`-- ${name}: ${seconds(partStartedAt)}`);
}

rmSync(reports, { recursive: true, force: true });
if (results.failures.length > 0) {
  console.log(`\nFailed:\n${results.failures.map((failure) => `  ✗ ${failure}`).join('\n')}`);
}
console.log(`\nTook ${seconds(startedAt)}`);
console.log(`${results.passed} passed, ${results.failed} failed`);
process.exit(results.failed > 0 ? 1 : 0);

function check(name, program, args) {
  results.addCheck(name, run(program, args));
}

function vitest(project) {
  const report = join(reports, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const ok = run('vitest', ['run', '--project', project, '--silent=passed-only', ...reporters]);
  results.addVitest(project, report, ok);
}

async function journeys() {
  const chromium = ensureChromium();
  if (!chromium) return results.addCheck('journeys: a Chromium is installed', false);
  const market = await startTestMarket();
  results.addCheck('journeys: the market starts', market !== undefined);
  if (!market) return;
  const report = join(reports, 'journeys.json');
  const ok = run('playwright', ['test', '--config', 'e2e/playwright.config.ts'], {
    PLAZA_URL: market.url,
    PLAZA_RUN_FILE: market.runFile,
    PLAZA_E2E_REPORT: report,
    CHROMIUM_PATH: chromium,
  });
  results.addPlaywright('journeys', report, ok);
  await market.stop();
}

/** Runs a program of the packages; @returns whether it succeeded */
function run(program, args, env = {}) {
  const { status, error } = spawnSync(join(root, 'node_modules/.bin', program), args, {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      TURBO_TELEMETRY_DISABLED: '1',
      TURBO_NO_UPDATE_NOTIFIER: '1',
      NO_UPDATE_NOTIFIER: '1',
      ...env,
    },
  });
  if (error) console.error(`${program}: ${error.message}`);
  return status === 0;
}

function seconds(since) {
  return `${((performance.now() - since) / 1_000).toFixed(1)} s`;
}
