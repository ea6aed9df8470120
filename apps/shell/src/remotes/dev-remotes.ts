import type { RemoteModuleName } from '@plaza/contracts/remotes';
import type { Declaration } from '@plaza/federation/declaration';
import { splitModuleName } from '@plaza/federation/module-name';
import { type RemoteModule, type Remotes, toRemoteModule } from './remotes.ts';

const sources = import.meta.env.DEV ? import.meta.glob('../../../*-mfe/src/exposes/*.ts') : {};

/** What the remotes whose source is at hand say of themselves. */
const declarations = import.meta.env.DEV
  ? Object.values(
      import.meta.glob<Declaration>('../../../*-mfe/remote.ts', { eager: true, import: 'default' }),
    )
  : [];
const wanted: string | undefined = import.meta.env.VITE_DEV_REMOTES;

/** Remotes that come from their sources: those of `VITE_DEV_REMOTES`, or all. */
export const devDeclarations = declarations.filter(({ name }) => wanted?.split(',').includes(name) ?? true);

/**
 * In development: some remotes come from their sources, through the shell's own dev server, so that an edit shows up in
 * the page at once; the others are as they were released.
 */
export function createDevRemotes(released: Remotes): Remotes & { loadAll: () => Promise<void> } {
  const loaded = new Map<string, RemoteModule>();
  const isDev = (remote: string | undefined) => devDeclarations.some(({ name }) => name === remote);
  const isFromSource = (name: RemoteModuleName) => isDev(splitModuleName(name)[0]);

  async function loadSource(name: string): Promise<RemoteModule> {
    const [remote, expose] = splitModuleName(name);
    const load = sources[`../../../${remote}-mfe/src/exposes/${expose}.ts`];
    if (!load) throw new Error(`${name} has no source`);
    const module = toRemoteModule(await load(), name);
    loaded.set(name, module);
    return module;
  }

  return {
    peek: (name) => (isFromSource(name) ? loaded.get(name) : released.peek(name)),
    load: (name) => (isFromSource(name) ? loadSource(name) : released.load(name)),
    forgetFailure: (name) => released.forgetFailure(name),
    discard: (name) => released.discard(name),
    isOff: (name) => released.isOff(name),
    versionOf: (name) => (isFromSource(name) ? 'source' : released.versionOf(name)),
    /** Loads every part of these remotes, for a server that waits for nothing while it renders. */
    async loadAll() {
      const names = Object.keys(sources).flatMap((path) => {
        const [, remote, expose] = /([\w-]+)-mfe\/src\/exposes\/([\w-]+)\.ts$/.exec(path) ?? [];
        return expose && isDev(remote) ? [`${remote}/${expose}`] : [];
      });
      const results = await Promise.allSettled(names.map(loadSource));
      for (const result of results) if (result.status === 'rejected') console.error(result.reason);
    },
  };
}
