import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listFrontends } from '../list-frontends.ts';
import { readShopUrl } from '../release/env.ts';
import { printProblem } from '../release/steps.ts';
import { startBuildServer } from './build-server.ts';
import { readServeArguments, USAGE } from './read-serve-arguments.ts';
import { watchFrontend } from './watch-frontend.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const args = process.argv.slice(2);

/** `npm run serve`: one frontend from its sources, inside of a market that runs elsewhere. */
if (args.length === 0 || args.includes('--help')) console.info(USAGE);
else {
  try {
    const { frontend, shop = readShopUrl(), port } = readServeArguments(args, listFrontends(root));
    const server = await startBuildServer({ shop, port });
    console.info(`
  ${frontend} from its sources, inside of ${shop}

  Open    ${shop}/?plaza-release=${frontend}@localhost:${port}
          signed in as somebody who may change ${frontend}; for you alone, for two hours
  End it  ${shop}/?plaza-release=none
`);
    const stop = await watchFrontend(join(root, 'apps', `${frontend}-mfe`), {
      onBuilt(dist, tookMs) {
        server.show(dist);
        console.info(`  built in ${(tookMs / 1_000).toFixed(1)} s`);
      },
      onFailed(reason) {
        server.fail();
        printProblem(reason);
      },
    });
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => void Promise.all([stop(), server.close()]).then(() => process.exit(0)));
  } catch (error) {
    printProblem(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}
