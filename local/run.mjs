// `node local/run.mjs [--alone] <script.ts> [arguments]`: runs a program of the repository against the running market.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installPackages, requireNode, root } from './lib/install.mjs';

requireNode();
installPackages();
const given = process.argv.slice(2);
// Alone: for programs that start a market of their own and must not touch the one that runs.
const alone = given[0] === '--alone';
const [script, ...args] = alone ? given.slice(1) : given;
if (script === undefined) {
  console.error('Name the program: node local/run.mjs <script.ts> [arguments]');
  process.exit(1);
}

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const child = spawn(process.execPath, ['--import', tsx, resolve(root, script), ...args], {
  stdio: 'inherit',
  env: { ...(alone ? {} : marketEnvironment()), ...process.env },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));

/** The environment of the market's own processes, from the file that the supervisor keeps while it runs. */
function marketEnvironment() {
  const runFile = join(resolve(root, process.env.PLAZA_DATA_DIR ?? '.data'), 'run.json');
  if (!existsSync(runFile)) {
    if (!process.env.DATABASE_URL && !process.env.PLAZA_URL)
      console.error('The market is not running; start it with "npm start".');
    return {};
  }
  const { environment } = JSON.parse(readFileSync(runFile, 'utf8'));
  return { ...environment, PLAZA_RUN_FILE: runFile };
}
