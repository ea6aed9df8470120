import { randomUUID } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { contentsSchema } from './build/contents.ts';
import { integrityOf, versionOf } from './content-version.ts';
import { listFrontends } from './list-frontends.ts';
import { precompress } from './precompress.mjs';
import { type Registry, type RegistryEntry, type Release, registrySchema } from './registry.ts';

/** Releases that stay on disk beside the live one and the one before it, for pages that are still open. */
const KEPT_RELEASES = 8;

export interface PublishInput {
  /** The repository: every `apps/<remote>-mfe/dist` in it is published. */
  root: string;
  /** Gets `<remote>/<version>/…`. */
  remotesDir: string;
  registryFile: string;
}

export interface PublishResult {
  /** By remote: the version that is live now, and whether this run brought it. */
  remotes: Record<string, { version: string; changed: boolean }>;
}

/**
 * Publishes the builds of all remotes: each goes to a folder of its own version, which never changes again, and the
 * registry names it as the live one. Running it twice changes nothing. A remote without a build keeps what is live.
 * @throws when a build is not one of a remote, or the registry cannot be written
 */
export function publishRemotes({ root, remotesDir, registryFile }: PublishInput): PublishResult {
  const registry = readRegistry(registryFile);
  const result: PublishResult = { remotes: {} };
  for (const remote of listFrontends(root)) {
    const dist = join(root, 'apps', `${remote}-mfe`, 'dist');
    if (!existsSync(dist)) continue;
    const release = describeRelease(remote, dist);
    storeRelease(dist, join(remotesDir, remote, release.version), Object.keys(release.integrity));
    const live = registry.remotes[remote];
    const changed = live?.stable.version !== release.version;
    registry.remotes[remote] = {
      stable: release,
      previous: (changed ? live?.stable : live?.previous) ?? null,
      canary: null,
      isOff: false,
    };
    result.remotes[remote] = { version: release.version, changed };
    removeOldReleases(join(remotesDir, remote), registry.remotes[remote]);
  }
  const content = `${JSON.stringify(registrySchema.parse(registry), null, 2)}\n`;
  if (!existsSync(registryFile) || readFileSync(registryFile, 'utf8') !== content)
    writeAtomically(registryFile, content);
  return result;
}

/** A registry that cannot be read is begun anew: everything in it can be derived from builds again. */
function readRegistry(file: string): Registry {
  if (!existsSync(file)) return { schema: 2, remotes: {} };
  try {
    return registrySchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { schema: 2, remotes: {} };
  }
}

function describeRelease(remote: string, dist: string): Release {
  const contents = contentsSchema.parse(JSON.parse(readFileSync(join(dist, '.plaza/contents.json'), 'utf8')));
  const integrity = integrityOf(dist);
  const version = versionOf(integrity);
  return {
    version,
    baseUrl: `/remotes/${remote}/${version}/`,
    entry: contents.entry,
    serverEntry: 'server/remoteEntry.js',
    integrity,
    stylesheets: Object.keys(integrity).filter(
      (file) => file.endsWith('.css') && !file.startsWith('server/'),
    ),
    exposes: contents.exposes,
    pages: contents.declaration.pages,
  };
}

/** Copies a build to its place, whole or not at all. */
function storeRelease(dist: string, folder: string, files: readonly string[]): void {
  if (files.every((file) => existsSync(join(folder, file)))) return;
  const incoming = `${folder}.incoming-${randomUUID()}`;
  mkdirSync(dirname(folder), { recursive: true });
  cpSync(dist, incoming, { recursive: true, filter: (source) => !/[\\/]\.plaza$/.test(source) });
  // Node must read the server's container as an ES module wherever the folder lies.
  writeFileSync(join(incoming, 'package.json'), '{"type":"module"}\n');
  precompress(incoming);
  // Only what a deletion has left can stand there: a release is stored whole.
  if (!files.every((file) => existsSync(join(folder, file))))
    rmSync(folder, { recursive: true, force: true });
  try {
    renameSync(incoming, folder);
  } catch (error) {
    rmSync(incoming, { recursive: true, force: true });
    // Another run was faster: what it stored is the same.
    if (!existsSync(folder)) throw error;
  }
}

function removeOldReleases(folder: string, live: RegistryEntry): void {
  const inUse = new Set([live.stable.version, live.previous?.version]);
  const old = readdirSync(folder)
    .filter((name) => /^[0-9a-f]{16}$/.test(name) && !inUse.has(name))
    .map((name) => ({ name, writtenAt: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.writtenAt - a.writtenAt);
  for (const { name } of old.slice(KEPT_RELEASES))
    rmSync(join(folder, name), { recursive: true, force: true });
}

function writeAtomically(file: string, content: string): void {
  const incoming = `${file}.incoming-${randomUUID()}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(incoming, content);
  renameSync(incoming, file);
}
