import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openMarket } from '../market.ts';
import { releaseFrontend } from '../release-frontend.ts';
import { openReleaseStore } from '../release-store.ts';
import { sources, writeBuild } from './fake-build.ts';
import { TOKEN } from './fake-market.ts';

/** Releases a fake build, and waits after each step for a line of standard input: `<root> <address of the market>`. */
const [root = '', url = ''] = process.argv.slice(2);
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

await releaseFrontend(
  { frontend: 'catalog', audience: null, note: undefined, removePages: false, dryRun: false },
  {
    build: async (frontend) => writeBuild(root, frontend),
    readSources: async () => sources,
    market: openMarket({ url, token: TOKEN }),
    store: openReleaseStore({ kind: 'folder', remotesDir: join(root, 'remotes') }),
    async step(name, work) {
      const result = await work();
      console.info(name);
      await lines.next();
      return result;
    },
  },
);
process.exit(0);
