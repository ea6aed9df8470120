import type { Release } from '@plaza/contracts/registry';
import type { RemoteModuleName } from '@plaza/contracts/remotes';
import { splitModuleName } from '@plaza/federation/module-name';
import type { LoadedRelease } from './load-release.ts';
import type { RemoteModule, Remotes } from './remotes.ts';

/** What one combination of releases has of a remote. */
export interface ActiveRemote {
  release: Release;
  /** As much of it as this server could load. */
  loaded: LoadedRelease;
  /** What the browser loads when it cannot load that. */
  previous: Release | null;
  /** Switched off: its pages say so, and its slots are empty. */
  isOff: boolean;
}

/** One release of every remote: a request keeps to them, whatever goes live while it is answered. */
export class RemoteSnapshot implements Remotes {
  readonly active: ReadonlyMap<string, ActiveRemote>;
  readonly #modules: ReadonlyMap<string, RemoteModule>;

  constructor(active: ReadonlyMap<string, ActiveRemote>) {
    this.active = active;
    this.#modules = new Map([...active.values()].flatMap(({ loaded }) => [...loaded.modules]));
  }

  peek(name: RemoteModuleName): RemoteModule | undefined {
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
