import { fileURLToPath } from 'node:url';
import { hasStableArm } from '@plaza/contracts';
import { listFrontends } from '../list-frontends.ts';
import { buildFrontend } from './build-frontend.ts';
import { readMarketAccess } from './env.ts';
import { openMarket } from './market.ts';
import { readArguments, USAGE } from './read-arguments.ts';
import { readSources } from './read-sources.ts';
import { ReleaseRefused, releaseFrontend } from './release-frontend.ts';
import { openReleaseStore } from './release-store.ts';
import { printProblem, step } from './steps.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const args = process.argv.slice(2);

if (args.length === 0 || args.includes('--help')) console.info(USAGE);
else {
  try {
    const startedAt = performance.now();
    const given = readArguments(args, listFrontends(root));
    const access = readMarketAccess();
    const manifest = await releaseFrontend(given, {
      build: (frontend) => buildFrontend(root, frontend),
      readSources: (frontend) => readSources(root, [`apps/${frontend}-mfe`, 'packages']),
      market: openMarket(access),
      store: openReleaseStore(access.store),
      step,
    });
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
    const outcome = given.dryRun ? 'would be released' : given.audience ? 'is a canary' : 'is live';
    if (given.audience && !hasStableArm(given.audience))
      console.info('\n  Everybody whom this canary is for gets it: nothing is there to judge it by.');
    console.info(
      `\n  ${given.frontend} ${manifest.release.version} ${outcome} at ${access.url} after ${seconds} s\n`,
    );
  } catch (error) {
    const isRefused = error instanceof ReleaseRefused;
    printProblem(
      `${isRefused ? 'Not released: it does not fit to what runs.\n' : ''}${error instanceof Error ? error.message : String(error)}`,
    );
    // Nothing that is still under way matters any more.
    process.exit(1);
  }
}
