import { createInstance } from '@module-federation/enhanced/runtime';
import { sharedModules } from './shared-modules.ts';

type InstanceOptions = Parameters<typeof createInstance>[0];

/**
 * The federation runtime of this page or process, with what it shares. It knows no remote yet.
 * @param plugins for the server, which finds containers in its own way
 */
export function createFederation(name: string, plugins: NonNullable<InstanceOptions['plugins']> = []) {
  const shared = Object.entries(sharedModules).map(([module, { version, exports }]) => [
    module,
    {
      version,
      lib: () => exports,
      shareConfig: { singleton: true, eager: true, requiredVersion: `^${version}` },
    },
  ]);
  return createInstance({ name, remotes: [], plugins, shared: Object.fromEntries(shared) });
}

export type Federation = ReturnType<typeof createFederation>;
