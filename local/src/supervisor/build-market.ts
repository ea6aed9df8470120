import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { REMOTE_APPS } from './options.ts';
import { runProgram } from './run-program.ts';
import { step } from './steps.ts';
import { tsxArgs, type Workplace } from './workplace.ts';

/** A build of a frontend, stored where the shell serves it from. */
export interface StoredBuild {
  frontend: string;
  version: string;
}

/**
 * Builds what has changed since it was last built (turbo compares the sources) and stores the builds of the remotes. In
 * development that is only the remotes nobody works on: everything else runs from its sources.
 */
export async function buildMarket(workplace: Workplace): Promise<StoredBuild[]> {
  const { dev, devRemotes } = workplace.options;
  const packages = dev
    ? REMOTE_APPS.filter((app) => !devRemotes.includes(app)).map((app) => `@plaza/${app}`)
    : [];
  const builds: (StoredBuild & { isNew: boolean })[] = [];
  await step('build', async () => {
    const summary = dev && packages.length === 0 ? '' : await runTurbo(workplace, packages);
    builds.push(...(await storeBuilds(workplace)));
    const added = builds.filter(({ isNew }) => isNew).map(({ frontend }) => frontend);
    return added.length > 0 ? `new builds of ${added.join(', ')}` : summary;
  });
  return builds;
}

/**
 * Puts the builds of the remotes where the shell serves them from. A program of its own, so that this package does not
 * depend on one that is built from packages that are tested with this one.
 */
async function storeBuilds(workplace: Workplace): Promise<(StoredBuild & { isNew: boolean })[]> {
  const builds: (StoredBuild & { isNew: boolean })[] = [];
  await runProgram({
    command: process.execPath,
    args: [
      ...tsxArgs(),
      join(workplace.root, 'packages/federation/src/release/store-builds.cli.ts'),
      ...['--root', workplace.root],
      ...['--remotes-dir', join(workplace.dataDir, 'remotes')],
      ...['--registry-file', join(workplace.dataDir, 'registry.json')],
    ],
    cwd: workplace.root,
    env: {},
    logFile: workplace.logFile('store-builds'),
    signal: workplace.abort.signal,
    onLine: (line) => {
      const [, frontend, version, state] = /^(\S+) ([0-9a-f]{16}) (new|known)$/.exec(line) ?? [];
      if (frontend && version) builds.push({ frontend, version, isNew: state === 'new' });
    },
  });
  return builds;
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
