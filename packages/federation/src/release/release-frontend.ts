import type { Manifest } from '@plaza/contracts/manifest';
import { checkContract } from './contract/check-contract.ts';
import { createManifest, describeRelease, readContents, type SourceFacts } from './describe-release.ts';
import type { Market } from './market.ts';
import type { ReleaseArguments } from './read-arguments.ts';
import type { ReleaseStore } from './release-store.ts';

/** What a release is made with and where it goes. */
export interface ReleaseTools {
  build(frontend: string): Promise<string>;
  readSources(frontend: string): Promise<SourceFacts>;
  market: Market;
  store: ReleaseStore;
  /** Runs a step and says what it did and how long it took. */
  step<Result>(name: string, work: () => Promise<Result>, note?: (result: Result) => string): Promise<Result>;
}

export class ReleaseRefused extends Error {}

/**
 * Builds one frontend, checks that it fits to what runs, stores it, and gives it to everybody or to a canary's audience.
 * Each step may be repeated and finds what an earlier run has done, so that a run can be interrupted anywhere.
 * @throws ReleaseRefused when the build does not fit, with a line for each reason
 */
export async function releaseFrontend(
  { frontend, audience, note, removePages, dryRun }: ReleaseArguments,
  { build, readSources, market, store, step }: ReleaseTools,
): Promise<Manifest> {
  const [dist, sources, shell, contract] = await Promise.all([
    step('build', () => build(frontend)),
    step(
      'sources',
      () => readSources(frontend),
      ({ commit }) => commit?.slice(0, 10) ?? 'not committed',
    ),
    ...([market.readShell(), market.readContract()] as const),
  ]);
  const contents = readContents(dist);
  const built = createManifest(contents, describeRelease(dist, contents, store.base), sources);
  const { version } = built.release;

  await step(
    'contract',
    async () => {
      const problems = await checkContract({ manifest: built, shell, market: contract, removePages });
      if (problems.length > 0) throw new ReleaseRefused(problems.join('\n'));
      return Object.keys(built.procedures).length;
    },
    (procedures) => `${procedures} procedures, ${Object.keys(built.shared).length} shared modules fit`,
  );
  if (dryRun) return built;

  const manifest = await step(
    'store',
    () => store.put(dist, built),
    () => version,
  );
  await step(
    'register',
    () => market.register(manifest, note),
    (isNew) => (isNew ? '' : 'was known already'),
  );
  const change = {
    frontend,
    version,
    reason: note ?? (manifest.note.length >= 3 ? manifest.note : 'Released'),
  };
  const isNews = (text: string) => (isChanged: boolean) => (isChanged ? text : `${text} already`);
  if (audience) await step('canary', () => market.startCanary({ ...change, audience }), isNews('runs'));
  else await step('activate', () => market.activate(change), isNews('is live'));
  await step('shown', () => market.waitUntilShown(frontend, version));
  return manifest;
}
