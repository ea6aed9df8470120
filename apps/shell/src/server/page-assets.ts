import { REMOTES, type RemoteModuleName } from '@plaza/contracts/remotes';
import { splitModuleName } from '@plaza/federation/module-name';
import type { Release } from '@plaza/federation/registry';
import type { RemoteStore } from '../remotes/remote-store.ts';
import type { BrowserRegistry, BrowserRelease } from '../remotes/remotes.ts';

/** What the shell's own build brings to every document. */
export interface ShellAssets {
  clientEntry: string;
  /** Scripts that the entry imports statically. */
  scripts: readonly string[];
  inlineStyles: ReadonlyMap<string, string>;
  devHead?: string;
}

/** What documents say about the live releases; the same for all until a release goes live. */
export interface ReleaseAssets {
  registry: BrowserRegistry;
  importMap: string;
  integrity: ReadonlyMap<string, string>;
}

export function describeReleases(store: RemoteStore): ReleaseAssets {
  const registry: BrowserRegistry = {};
  const integrity = new Map<string, string>();
  for (const remote of REMOTES) {
    const active = store.active.get(remote)?.entry;
    if (!active) continue;
    registry[remote] = {
      ...toBrowserRelease(active),
      previous: active.previous && toBrowserRelease(active.previous),
    };
    for (const [file, hash] of Object.entries(active.integrity)) {
      if (file.endsWith('.js') && !file.startsWith('server/')) integrity.set(active.baseUrl + file, hash);
    }
  }
  const importMap = integrity.size === 0 ? '' : JSON.stringify({ integrity: Object.fromEntries(integrity) });
  return { registry, importMap, integrity };
}

function toBrowserRelease({ version, baseUrl, entry, stylesheets, exposes }: Release): BrowserRelease {
  return { version, baseUrl, entry, stylesheets, exposes };
}

/** Scripts and styles of the parts that a document shows. */
export function assetsOfParts(store: RemoteStore, names: Iterable<RemoteModuleName>) {
  const scripts = new Set<string>();
  const inlineStyles = new Map<string, string>();
  const linkedStyles = new Set<string>();
  for (const name of names) {
    const [remote, expose] = splitModuleName(name);
    const active = store.active.get(remote);
    if (!active) continue;
    const { baseUrl, entry, exposes, stylesheets } = active.entry;
    scripts.add(baseUrl + entry);
    for (const file of exposes[expose]?.scripts ?? []) scripts.add(baseUrl + file);
    for (const file of stylesheets) {
      const url = baseUrl + file;
      const css = active.release.inlineStyles.get(url);
      if (css === undefined) linkedStyles.add(url);
      else inlineStyles.set(url, css);
    }
  }
  return { scripts, inlineStyles, linkedStyles };
}
