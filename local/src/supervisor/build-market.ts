import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { REMOTE_APPS } from './options.ts';
import { runProgram } from './run-program.ts';
import { step } from './steps.ts';
import { tsxArgs, type Workplace } from './workplace.ts';

/**
 * Builds what has changed since it was last built (turbo compares the sources) and publishes the remotes. In
 * development that is only the remotes nobody works on: everything else runs from its sources.
 */
export async function buildMarket(workplace: Workplace): Promise<void> {
  const { dev, devRemotes } = workplace.options;
  const packages = dev
    ? REMOTE_APPS.filter((app) => !devRemotes.includes(app)).map((app) => `@plaza/${app}`)
    : [];
  await step('build', async () => {
    const summary = dev && packages.length === 0 ? '' : await runTurbo(workplace, packages);
    const published = await publishBuilds(workplace);
    if (published.length > 0) return `published ${published.join(', ')}`;
    return summary;
  });
}

/**
 * Puts the builds of the remotes where the shell serves them from. A program of its own, so that this package does not
 * depend on one that is built from packages that are tested with this one.
 * @returns the remotes that have a new release
 */
async function publishBuilds(workplace: Workplace): Promise<string[]> {
  const published: string[] = [];
  await runProgram({
    command: process.execPath,
    args: [
      ...tsxArgs(),
      join(workplace.root, 'packages/federation/src/publish.cli.ts'),
      ...['--root', workplace.root],
      ...['--remotes-dir', join(workplace.dataDir, 'remotes')],
      ...['--registry-file', join(workplace.dataDir, 'registry.json')],
    ],
    cwd: workplace.root,
    env: {},
    logFile: workplace.logFile('publish'),
    signal: workplace.abort.signal,
    onLine: (line) => {
      const name = /^(\w+) \S+ is live$/.exec(line)?.[1];
      if (name) published.push(name);
    },
  });
  return published;
}

/**
 * @param packages names; all packages that have a build when empty
 * @returns a note on what was done
 */
async function runTurbo(workplace: Workplace, packages: string[]): Promise<string> {
  let note = '';
  await runProgram({
    command: process.execPath,
    args: [
      join(workplace.root, 'node_modules/turbo/bin/turbo'),
      ...[
        'run',
        'build',
        '--output-logs=errors-only',
        `--concurrency=${Math.max(2, availableParallelism())}`,
      ],
      ...packages.map((name) => `--filter=${name}`),
    ],
    cwd: workplace.root,
    env: { TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1', NODE_ENV: 'production' },
    logFile: workplace.logFile('build'),
    signal: workplace.abort.signal,
    onLine: (line) => {
      const cached = /(\d+) cached, (\d+) total/.exec(line);
      if (cached)
        note =
          cached[1] === cached[2]
            ? 'nothing has changed'
            : `built ${Number(cached[2]) - Number(cached[1])} of ${cached[2]} packages`;
    },
  });
  return note;
}
