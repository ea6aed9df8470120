import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Release } from '@plaza/contracts/registry';
import { createFederation } from './federation.ts';
import { type RemoteModule, toRemoteModule, withTimeout } from './remotes.ts';

const LOAD_TIMEOUT_MS = 5_000;

export interface LoadReleaseInput {
  remote: string;
  release: Release;
  /** Where its files are. */
  folder: string;
  /** A number that no earlier call had: a container that failed once must get another name. */
  attempt: number;
}

export interface LoadedRelease {
  /** By `<remote>/<expose>`. */
  modules: Map<string, RemoteModule>;
  failed: { name: string; error: unknown }[];
  /** Stylesheets that can stand inside of a document, by address. */
  inlineStyles: Map<string, string>;
}

/** Containers are files of this machine: imported as they are, neither fetched nor evaluated by the runtime. */
const federation = createFederation('shell-server', [
  {
    name: 'import-from-disk',
    loadEntry: ({ remoteInfo }) => import(/* @vite-ignore */ remoteInfo.entry),
  },
]);

/** What is there of a release that could not be loaded. */
export const nothingLoaded = (failed: LoadedRelease['failed'] = []): LoadedRelease => ({
  modules: new Map(),
  failed,
  inlineStyles: new Map(),
});

/**
 * Loads all modules of a release into this process, after checking that the server's files are those that were
 * published. Modules that cannot be loaded are listed. @throws when none can
 */
export async function loadRelease(input: LoadReleaseInput): Promise<LoadedRelease> {
  const { remote, release, folder, attempt } = input;
  await checkIntegrity(folder, release);
  const loaded: LoadedRelease = { ...nothingLoaded(), inlineStyles: await readStyles(folder, release) };
  const container = `${remote}_${release.version}_${attempt}`;
  const file = pathToFileURL(join(folder, release.serverEntry)).href;
  federation.registerRemotes([{ name: container, entry: file, type: 'module' }]);
  await Promise.all(
    Object.keys(release.exposes).map(async (expose) => {
      const name = `${remote}/${expose}`;
      try {
        const module = federation.loadRemote<unknown>(`${container}/${expose}`);
        loaded.modules.set(name, toRemoteModule(await withTimeout(module, LOAD_TIMEOUT_MS, name), name));
      } catch (error) {
        loaded.failed.push({ name, error });
      }
    }),
  );
  return loaded;
}

/** @throws when a file that this server is about to run is missing or is not the one that was published */
async function checkIntegrity(folder: string, release: Release): Promise<void> {
  const serverFiles = Object.entries(release.integrity).filter(([file]) => file.startsWith('server/'));
  if (!serverFiles.some(([file]) => file === release.serverEntry))
    throw new Error('the release names no server entry');
  for (const [file, expected] of serverFiles) {
    const content = await readFile(join(folder, file));
    const actual = `sha384-${createHash('sha384').update(content).digest('base64')}`;
    if (actual !== expected) throw new Error(`${file} is not the file that was published`);
  }
}

/** Stylesheets without relative addresses, which would point elsewhere from inside of a document. */
async function readStyles(folder: string, release: Release): Promise<Map<string, string>> {
  const styles = new Map<string, string>();
  for (const file of release.stylesheets) {
    const css = await readFile(join(folder, file), 'utf8');
    if (!/url\(\s*["']?(?!data:|\/|#)/.test(css)) styles.set(release.baseUrl + file, css);
  }
  return styles;
}
