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
import { type Manifest, manifestSchema } from '@plaza/contracts/manifest';
import { precompress } from '../precompress.mjs';

/** Of a release that is stored: its manifest, for whoever has only the folder. */
export const MANIFEST_FILE = 'release.json';
/** Where a shell serves the releases of its own folder. */
export const LOCAL_BASE = '/remotes/';
/** Releases that stay on disk beside those that a rollout names, for pages that are still open. */
const KEPT_RELEASES = 8;
const HOUR_MS = 60 * 60_000;

/** The manifest of a release that is stored whole; null when there is none, or files of it have gone missing. */
export function readStored(folder: string): Manifest | null {
  try {
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, MANIFEST_FILE), 'utf8')));
    return Object.keys(manifest.release.integrity).every((file) => existsSync(join(folder, file)))
      ? manifest
      : null;
  } catch {
    return null;
  }
}

/**
 * Puts a build into a folder of its own, with its manifest and compressed: whole or not at all, and never changed again.
 * @returns the manifest that is stored, which is an earlier one when the same build was stored before
 */
export function storeRelease(dist: string, manifest: Manifest, folder: string): Manifest {
  const stored = readStored(folder);
  if (stored) return stored;
  const incoming = `${folder}.incoming-${randomUUID()}`;
  mkdirSync(dirname(folder), { recursive: true });
  cpSync(dist, incoming, { recursive: true, filter: (source) => !/[\\/]\.plaza$/.test(source) });
  // Node must read the server's container as an ES module wherever the folder lies.
  writeFileSync(join(incoming, 'package.json'), '{"type":"module"}\n');
  precompress(incoming);
  writeFileSync(join(incoming, MANIFEST_FILE), `${JSON.stringify(manifest)}\n`);
  // Only what a deletion has left can stand there: a release is stored whole.
  if (!readStored(folder)) rmSync(folder, { recursive: true, force: true });
  try {
    renameSync(incoming, folder);
    return manifest;
  } catch (error) {
    rmSync(incoming, { recursive: true, force: true });
    // Another run was faster: what it stored is the same.
    const other = readStored(folder);
    if (!other) throw error;
    return other;
  }
}

/**
 * Removes releases that nobody can be using any more, and what an interrupted run has left.
 * @param folder of one frontend
 * @param inUse versions that a rollout names
 */
export function removeOldReleases(folder: string, inUse: ReadonlySet<string>): void {
  const entries = readdirSync(folder).map((name) => ({
    name,
    writtenAt: statSync(join(folder, name)).mtimeMs,
  }));
  const remove = (name: string) => rmSync(join(folder, name), { recursive: true, force: true });
  const old = entries
    .filter(({ name }) => /^[0-9a-f]{16}$/.test(name) && !inUse.has(name))
    .sort((a, b) => b.writtenAt - a.writtenAt);
  for (const { name } of old.slice(KEPT_RELEASES)) remove(name);
  for (const { name, writtenAt } of entries)
    if (name.includes('.incoming-') && writtenAt < Date.now() - HOUR_MS) remove(name);
}
