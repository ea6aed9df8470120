import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { findMismatches, table } from './report.ts';
import { runPipelineChaos } from './run-pipeline-chaos.ts';

const USAGE =
  'npm run chaos -- pipeline [--minutes 2] [--seed 1] [--without-redis] [--clickhouse-away 5m] [--browsers 2]';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string', default: '2' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 100_000)) },
    'without-redis': { type: 'boolean', default: false },
    'clickhouse-away': { type: 'string', default: '0s' },
    browsers: { type: 'string', default: '0' },
  },
});
const parsed = z
  .object({
    minutes: z.coerce.number().min(0.1).max(600),
    seed: z.coerce.number().int().min(0),
    browsers: z.coerce.number().int().min(0).max(20),
    'clickhouse-away': z.string().regex(/^\d+[sm]$/, 'Write it as 30s or 5m.'),
  })
  .safeParse(values);
if (positionals.join() !== 'pipeline' || !parsed.success) {
  console.error(parsed.error ? z.prettifyError(parsed.error) : 'There is chaos for: pipeline');
  console.error(USAGE);
  process.exit(1);
}

const { minutes, seed, browsers, 'clickhouse-away': away } = parsed.data;
const clickhouseAwaySeconds = Number.parseInt(away, 10) * (away.endsWith('m') ? 60 : 1);
const startedAt = performance.now();
const dataDir = mkdtempSync(join(tmpdir(), 'plaza-chaos-'));
const report = await runPipelineChaos({
  dataDir,
  seed,
  seconds: Math.max(Math.round(minutes * 60), clickhouseAwaySeconds + 10),
  withRedis: !values['without-redis'],
  browsers,
  clickhouseAwaySeconds,
  spared: [],
  pauseMs: 1_200,
  clients: 18,
  eventsPerSecond: 200,
  buyers: 3,
  say: (text) =>
    console.log(`  ${((performance.now() - startedAt) / 1_000).toFixed(1).padStart(6)} s  ${text}`),
});
const mismatches = findMismatches(report);
console.log(`\n${table(report)}\n`);
for (const mismatch of mismatches) console.log(`✗ ${mismatch}`);

const folder = join(import.meta.dirname, '../results');
mkdirSync(folder, { recursive: true });
const file = join(folder, `${new Date().toISOString().replaceAll(':', '-')}.json`);
writeFileSync(file, JSON.stringify({ ...report, mismatches }, null, 2));
console.log(
  `${mismatches.length === 0 ? 'As promised' : 'NOT as promised'}; written to ${relative(process.cwd(), file)}`,
);
if (mismatches.length === 0) rmSync(dataDir, { recursive: true, force: true });
else console.log(`The logs are in ${join(dataDir, 'logs')}`);
process.exit(mismatches.length === 0 ? 0 : 1);
