import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RemoteName } from '@plaza/contracts/remotes';
import type { Release } from '@plaza/federation/registry';
import { createFederation } from './federation.ts';
import { type RemoteModule, toRemoteModule, withTimeout } from './remotes.ts';

const LOAD_TIMEOUT_MS = 5_000;

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

/**
 * Loads all modules of a release into this process, after checking that the server's files are those that were
 * published. Never throws: what could not be loaded is listed.
 * @param attempt a number that no earlier call had: a container that failed once must get another name
 */
export async function loadRelease(input: {
  remote: RemoteName;
  entry: Release;
  remotesDir: string;
  attempt: number;
}): Promise<LoadedRelease> {
  const { remote, entry, attempt } = input;
  const folder = join(input.remotesDir, remote, entry.version);
  const loaded: LoadedRelease = { modules: new Map(), failed: [], inlineStyles: new Map() };
  const exposes = Object.keys(entry.exposes);
  try {
    await checkIntegrity(folder, entry);
    loaded.inlineStyles = await readStyles(folder, entry);
  } catch (error) {
    loaded.failed = exposes.map((expose) => ({ name: `${remote}/${expose}`, error }));
    return loaded;
  }
  const container = `${remote}_${entry.version}_${attempt}`;
  const file = pathToFileURL(join(folder, entry.serverEntry)).href;
  federation.registerRemotes([{ name: container, entry: file, type: 'module' }]);
  await Promise.all(
    exposes.map(async (expose) => {
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
async function checkIntegrity(folder: string, entry: Release): Promise<void> {
  const serverFiles = Object.entries(entry.integrity).filter(([file]) => file.startsWith('server/'));
  if (!serverFiles.some(([file]) => file === entry.serverEntry))
    throw new Error('the release names no server entry');
  for (const [file, expected] of serverFiles) {
    const content = await readFile(join(folder, file));
    const actual = `sha384-${createHash('sha384').update(content).digest('base64')}`;
    if (actual !== expected) throw new Error(`${file} is not the file that was published`);
  }
}

/** Stylesheets without relative addresses, which would point elsewhere from inside of a document. */
async function readStyles(folder: string, entry: Release): Promise<Map<string, string>> {
  const styles = new Map<string, string>();
  for (const file of entry.stylesheets) {
    const css = await readFile(join(folder, file), 'utf8');
    if (!/url\(\s*["']?(?!data:|\/|#)/.test(css)) styles.set(entry.baseUrl + file, css);
  }
  return styles;
}
