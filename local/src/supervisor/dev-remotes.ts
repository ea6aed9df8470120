import { watch } from 'node:fs';
import { join } from 'node:path';
import { isPortFree } from '../processes/free-port.ts';
import { publishBuilds, runTurbo } from './build-market.ts';
import type { RemoteApp } from './options.ts';
import { spawnServer } from './spawn-server.ts';
import { printNote, step } from './steps.ts';
import type { Workplace } from './workplace.ts';

const SETTLE_MS = 150;
const PORTS: Record<RemoteApp, number> = {
  'catalog-mfe': 5101,
  'checkout-mfe': 5102,
  'account-mfe': 5103,
  'seller-mfe': 5104,
};

/**
 * Gives remotes their development servers, where an edit shows up at once, and republishes a remote when its sources
 * change, so that the market as a whole shows the edit at the next load of a page.
 */
export async function startDevRemotes(workplace: Workplace): Promise<void> {
  await Promise.all(workplace.options.devRemotes.map((app) => startDevServer(workplace, app)));
  for (const app of workplace.options.devRemotes) republishOnChange(workplace, app);
}

async function startDevServer(workplace: Workplace, app: RemoteApp): Promise<void> {
  const port = PORTS[app];
  if (!(await isPortFree(port, '127.0.0.1')))
    throw new Error(`Port ${port}, which ${app} uses, is taken by another program.`);
  const url = `http://localhost:${port}/`;
  await step(app, async () => {
    await workplace.keep(app, () =>
      spawnServer({
        name: app,
        command: process.execPath,
        args: [
          join(workplace.root, 'node_modules/vite/bin/vite.js'),
          '--host',
          '127.0.0.1',
          '--clearScreen',
          'false',
        ],
        cwd: join(workplace.root, 'apps', app),
        env: {
          NODE_ENV: 'development',
          PORT: String(port),
          PLAZA_URL: `http://127.0.0.1:${workplace.options.PORT}`,
        },
        logFile: workplace.logFile(app),
        readyUrl: `http://127.0.0.1:${port}/`,
        startTimeoutMs: 60_000,
      }),
    );
    return url;
  });
}

function republishOnChange(workplace: Workplace, app: RemoteApp): void {
  let timer: NodeJS.Timeout | undefined;
  let building = false;
  let again = false;
  const build = async () => {
    if (building) {
      again = true;
      return;
    }
    building = true;
    try {
      await runTurbo(workplace, [`@plaza/${app}`]);
      const published = await publishBuilds(workplace);
      if (published.length > 0) printNote(app, 'published; reload the page to see it in the market');
    } catch (error) {
      if (!workplace.abort.signal.aborted)
        printNote(app, error instanceof Error ? error.message : String(error));
    }
    building = false;
    if (again) {
      again = false;
      await build();
    }
  };
  const watcher = watch(join(workplace.root, 'apps', app, 'src'), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void build(), SETTLE_MS);
  });
  workplace.abort.signal.addEventListener('abort', () => {
    clearTimeout(timer);
    watcher.close();
  });
}
