import type { Release } from '@plaza/contracts/registry';
import type { RemoteModuleName } from '@plaza/contracts/remotes';
import { splitModuleName } from '@plaza/federation/module-name';
import type { LoadedRelease } from './load-release.ts';
import type { BrowserRelease, RemoteModule, Remotes } from './remotes.ts';

/** What one combination of releases has of a remote. */
export interface ActiveRemote {
  release: Release;
  /** As much of it as this server could load. */
  loaded: LoadedRelease;
  /** What the browser loads when it cannot load that. */
  previous: BrowserRelease | null;
  /** Switched off: its pages say so, and its slots are empty. */
  isOff: boolean;
}

export interface SnapshotOptions {
  /** Parts that are as good as not loaded: the browser draws them. */
  withheld?: readonly RemoteModuleName[];
  /** Told which part's code is about to run; what runs after a part inside of it has been drawn is told as that part's. */
  onUse?: (name: RemoteModuleName) => void;
}

/** One release of every remote: a request keeps to them, whatever goes live while it is answered. */
export class RemoteSnapshot implements Remotes {
  readonly active: ReadonlyMap<string, ActiveRemote>;
  readonly #modules: ReadonlyMap<string, RemoteModule>;
  readonly #onUse: SnapshotOptions['onUse'];

  constructor(active: ReadonlyMap<string, ActiveRemote>, { withheld = [], onUse }: SnapshotOptions = {}) {
    this.active = active;
    const modules = new Map([...active.values()].flatMap(({ loaded }) => [...loaded.modules]));
    for (const name of withheld) modules.delete(name);
    this.#modules = modules;
    this.#onUse = onUse;
  }

  peek(name: RemoteModuleName): RemoteModule | undefined {
    this.#onUse?.(name);
    return this.#modules.get(name);
  }

  async load(name: RemoteModuleName): Promise<RemoteModule> {
    const module = this.peek(name);
    if (!module) throw new Error(`${name} is not loaded`);
    return module;
  }

  forgetFailure(): void {
    // Nobody asks a server for another attempt: it makes them by itself.
  }

  discard(): void {
    // A module that throws for one visitor serves the others.
  }

  isOff(name: RemoteModuleName): boolean {
    return this.active.get(splitModuleName(name)[0])?.isOff ?? false;
  }

  versionOf(name: RemoteModuleName): string {
    const [remote] = splitModuleName(name);
    return this.active.get(remote)?.release.version ?? '';
  }
}
