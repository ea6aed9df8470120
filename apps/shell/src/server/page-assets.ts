import { createHash } from 'node:crypto';
import type { RemoteModuleName } from '@plaza/contracts/remotes';
import { splitModuleName } from '@plaza/federation/module-name';
import { createFrame, type DocumentFrame } from '../document/document.ts';
import type { ActiveRemote, RemoteSnapshot } from '../remotes/remote-snapshot.ts';
import {
  type BrowserRegistry,
  type BrowserRelease,
  type BrowserRemote,
  toBrowserPages,
} from '../remotes/remotes.ts';

/** More than there are combinations of parts; a bound, in case that ever changes. */
const MAX_FRAMES = 200;

/** What the shell's own build brings to every document. */
export interface ShellAssets {
  clientEntry: string;
  /** Scripts that the entry imports statically. */
  scripts: readonly string[];
  inlineStyles: ReadonlyMap<string, string>;
  devHead: string;
}

/** What documents say about one combination of releases. */
export class PageAssets {
  readonly #remotes: RemoteSnapshot;
  readonly #shell: ShellAssets;
  readonly #registry: BrowserRegistry = {};
  readonly #integrity = new Map<string, string>();
  readonly #frames = new Map<string, DocumentFrame>();
  readonly importMap: string;
  /** All styles that documents may carry. */
  readonly inlineStyles: readonly string[];
  /** Names this combination: a page that was opened with another one is not as new as it could be. */
  readonly versionTag: string;

  constructor(remotes: RemoteSnapshot, shell: ShellAssets) {
    this.#remotes = remotes;
    this.#shell = shell;
    const inlineStyles = [...shell.inlineStyles.values()];
    const versions = [shell.clientEntry];
    for (const [remote, active] of remotes.active) {
      const { release, loaded, isOff } = active;
      this.#registry[remote] = toBrowserRemote(active);
      versions.push(`${remote}@${isOff ? 'off' : release.version}`);
      if (isOff) continue;
      inlineStyles.push(...loaded.inlineStyles.values());
      for (const [file, hash] of Object.entries(release.integrity)) {
        if (file.endsWith('.js') && !file.startsWith('server/'))
          this.#integrity.set(release.baseUrl + file, hash);
      }
    }
    this.inlineStyles = inlineStyles;
    this.versionTag = createHash('sha256').update(versions.join()).digest('hex').slice(0, 16);
    const integrity = Object.fromEntries(this.#integrity);
    this.importMap = this.#integrity.size === 0 ? '' : JSON.stringify({ integrity });
  }

  /** The frame of documents that show these parts and lack those. There are about as many as there are pages. */
  frameOf(shown: readonly RemoteModuleName[], absent: readonly RemoteModuleName[]): DocumentFrame {
    const key = `${shown.join()}|${absent.join()}`;
    const known = this.#frames.get(key);
    if (known) return known;
    if (this.#frames.size >= MAX_FRAMES) this.#frames.clear();
    const frame = this.#createFrame(shown, absent);
    this.#frames.set(key, frame);
    return frame;
  }

  #createFrame(shown: readonly RemoteModuleName[], absent: readonly RemoteModuleName[]): DocumentFrame {
    const scripts = new Set(this.#shell.scripts);
    const inlineStyles = new Map(this.#shell.inlineStyles);
    const linkedStyles = new Set<string>();
    for (const name of shown) {
      const [remote, expose] = splitModuleName(name);
      const active = this.#remotes.active.get(remote);
      if (!active) continue;
      const { baseUrl, entry, exposes, integrity, stylesheets } = active.release;
      for (const file of [entry, ...(exposes[expose]?.scripts ?? [])])
        if (Object.hasOwn(integrity, file)) scripts.add(baseUrl + file);
      for (const url of stylesheets.map((file) => baseUrl + file)) {
        const css = active.loaded.inlineStyles.get(url);
        if (css === undefined) linkedStyles.add(url);
        else inlineStyles.set(url, css);
      }
    }
    return createFrame({
      importMap: this.importMap,
      inlineStyles,
      linkedStyles: [...linkedStyles],
      boot: { registry: this.#registry, absent: [...absent], versionTag: this.versionTag },
      // The shell's own script first: it is the largest, and the others wait for it.
      preloadScripts: [this.#shell.clientEntry, ...scripts].map((url) => ({
        url,
        integrity: this.#integrity.get(url),
      })),
      clientEntry: this.#shell.clientEntry,
      devHead: this.#shell.devHead,
    });
  }
}

function toBrowserRemote({ release, previous, isOff }: ActiveRemote): BrowserRemote {
  return {
    ...toBrowserRelease(release),
    previous: previous && toBrowserRelease(previous),
    pages: toBrowserPages(release.pages),
    ...(isOff && { isOff }),
  };
}

const toBrowserRelease = ({ version, baseUrl, entry, stylesheets }: BrowserRelease): BrowserRelease => ({
  version,
  baseUrl,
  entry,
  stylesheets,
});
