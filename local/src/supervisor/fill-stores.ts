import { join } from 'node:path';
import { runProgram } from './run-program.ts';
import { printNote, step } from './steps.ts';
import { tsxArgs, type Workplace } from './workplace.ts';

const PROGRAMS = {
  bff: {
    migrate: { built: 'dist/migrate.js', source: 'src/migrate.ts' },
    seed: { built: 'dist/seed.js', source: 'seed/seed.ts' },
  },
  pipeline: {
    migrate: { built: 'dist/migrate.js', source: 'src/migrate.ts' },
    seed: { built: 'dist/seed.js', source: 'src/seed.ts' },
  },
} as const;

export interface StoreEnvironment {
  [name: string]: string | undefined;
  DATABASE_URL: string;
  CLICKHOUSE_URL: string;
  MEDIA_DIR: string;
  SEALING_KEYS: string;
  INDEX_KEY: string;
}

/** Brings both stores to the schema of this version, then fills an empty market with the demo, if that is wanted. */
export async function fillStores(workplace: Workplace, env: StoreEnvironment): Promise<void> {
  await step('migrate', async () => {
    await Promise.all([run(workplace, 'bff', 'migrate', env), run(workplace, 'pipeline', 'migrate', env)]);
    return undefined;
  });
  if (!workplace.options.demo) return;
  await step('seed', async () => {
    // The pipeline's events tell of the products and orders that the BFF's seed makes.
    await run(workplace, 'bff', 'seed', env, reportProgress('seed'));
    await run(workplace, 'pipeline', 'seed', env, reportProgress('seed'));
    return undefined;
  });
}

function run(
  workplace: Workplace,
  part: 'bff' | 'pipeline',
  task: 'migrate' | 'seed',
  env: StoreEnvironment,
  onLine?: (line: string) => void,
): Promise<string> {
  const { built, source } = PROGRAMS[part][task];
  return runProgram({
    command: process.execPath,
    args: workplace.options.dev ? [...tsxArgs(), source] : [built],
    cwd: join(workplace.root, part),
    env: { NODE_ENV: 'production', ...env },
    logFile: workplace.logFile(`${part}-${task}`),
    signal: workplace.abort.signal,
    ...(onLine ? { onLine } : {}),
  });
}

/** Lets through what a program says to people; log lines are for the log file. */
function reportProgress(name: string): (line: string) => void {
  return (line) => {
    const text = line.trim();
    if (text !== '' && !text.startsWith('{')) printNote(name, text);
  };
}
