import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { registrySchema } from '@plaza/contracts/registry';
import { listFrontends } from '../list-frontends.ts';
import { createManifest, describeRelease, readContents, type SourceFacts } from './describe-release.ts';
import { LOCAL_BASE, readStored, removeOldReleases, storeRelease } from './store-release.ts';

export interface StoredBuild {
  frontend: string;
  version: string;
  /** Whether this run has stored it. */
  isNew: boolean;
}

/**
 * Stores the builds that lie in a repository, each with its manifest, and removes releases that nobody can be using. What
 * of it visitors get is decided elsewhere. Running it twice changes nothing.
 * @param registryFile what visitors got when a shell last ran; without it nothing is removed
 * @throws when a build is not one of a remote
 */
export async function storeBuilds(input: {
  /** Every `apps/<name>-mfe/dist` in it is stored. */
  root: string;
  /** Gets `<name>/<version>/…`. */
  remotesDir: string;
  registryFile: string;
  /** Asked only when there is something to store. */
  readSources: () => Promise<SourceFacts>;
}): Promise<StoredBuild[]> {
  const { root, remotesDir } = input;
  const builds: StoredBuild[] = [];
  let sources: SourceFacts | undefined;
  for (const frontend of listFrontends(root)) {
    const dist = join(root, 'apps', `${frontend}-mfe`, 'dist');
    if (!existsSync(dist)) continue;
    const contents = readContents(dist);
    const release = describeRelease(dist, contents, LOCAL_BASE);
    const folder = join(remotesDir, frontend, release.version);
    const isNew = readStored(folder) === null;
    if (isNew) {
      sources ??= await input.readSources();
      storeRelease(dist, createManifest(contents, release, sources), folder);
    }
    builds.push({ frontend, version: release.version, isNew });
  }
  const inUse = versionsInUse(input.registryFile);
  if (inUse) {
    for (const { frontend, version } of builds)
      removeOldReleases(join(remotesDir, frontend), new Set([...inUse, version]));
  }
  return builds;
}

/** Versions that a rollout names; null when nobody can tell. */
function versionsInUse(registryFile: string): string[] | null {
  try {
    const { remotes } = registrySchema.parse(JSON.parse(readFileSync(registryFile, 'utf8')));
    return Object.values(remotes).flatMap(({ stable, previous, canary }) =>
      [stable, previous, canary?.release].flatMap((release) => release?.version ?? []),
    );
  } catch {
    return null;
  }
}
