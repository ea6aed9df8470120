import type { RemoteModuleName } from '@plaza/contracts/remotes';
import { splitModuleName } from '@plaza/federation/module-name';
import { type RemoteModule, type Remotes, toRemoteModule } from './remotes.ts';

const sources = import.meta.env.DEV ? import.meta.glob('../../../*-mfe/src/exposes/*.ts') : {};

/**
 * In development: remotes named in `VITE_DEV_REMOTES` (all, unless it is set) come from their source, through this
 * shell's own dev server, so that an edit shows up in the page at once; the others as they were released.
 */
export function createDevRemotes(released: Remotes): Remotes {
  const fromSource = new Set<string>(
    (import.meta.env.VITE_DEV_REMOTES ?? 'catalog,checkout,account,seller').split(','),
  );
  const loaded = new Map<RemoteModuleName, RemoteModule>();
  const isFromSource = (name: RemoteModuleName) => fromSource.has(splitModuleName(name)[0]);
  return {
    peek: (name) => (isFromSource(name) ? loaded.get(name) : released.peek(name)),
    load: (name) => (isFromSource(name) ? loadSource(name, loaded) : released.load(name)),
    discard: (name) => released.discard(name),
  };
}

async function loadSource(
  name: RemoteModuleName,
  loaded: Map<RemoteModuleName, RemoteModule>,
): Promise<RemoteModule> {
  const [remote, expose] = splitModuleName(name);
  const load = sources[`../../../${remote}-mfe/src/exposes/${expose}.ts`];
  if (!load) throw new Error(`${name} has no source`);
  const module = toRemoteModule(await load(), name);
  loaded.set(name, module);
  return module;
}
