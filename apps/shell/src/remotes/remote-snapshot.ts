import type { RemoteModuleName, RemoteName } from '@plaza/contracts/remotes';
import { splitModuleName } from '@plaza/federation/module-name';
import type { RegistryEntry } from '@plaza/federation/registry';
import type { LoadedRelease } from './load-release.ts';
import type { RemoteModule, Remotes } from './remotes.ts';

export interface ActiveRemote {
  entry: RegistryEntry;
  release: LoadedRelease;
}

/** The releases that are live at one moment: a request keeps to them, whatever goes live while it is answered. */
export class RemoteSnapshot implements Remotes {
  readonly active: ReadonlyMap<RemoteName, ActiveRemote>;
  readonly #modules: ReadonlyMap<string, RemoteModule>;

  constructor(active: ReadonlyMap<RemoteName, ActiveRemote>) {
    this.active = active;
    this.#modules = new Map([...active.values()].flatMap(({ release }) => [...release.modules]));
  }

  /** The same with another release of one remote. */
  with(remote: RemoteName, next: ActiveRemote): RemoteSnapshot {
    return new RemoteSnapshot(new Map([...this.active, [remote, next]]));
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

  versionOf(name: RemoteModuleName): string {
    const [remote] = splitModuleName(name);
    return this.active.get(remote)?.entry.stable.version ?? '';
  }
}
