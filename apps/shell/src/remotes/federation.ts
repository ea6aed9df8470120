import { createInstance } from '@module-federation/enhanced/runtime';
import { sharedModules } from './shared-modules.ts';

/** The one that containers get when a remote names none. */
const SHARE_SCOPE = 'default';

type InstanceOptions = Parameters<typeof createInstance>[0];

/**
 * The federation runtime of this page or process, with what it shares. It knows no remote yet.
 * @param plugins for the server, which finds containers in its own way
 */
export function createFederation(name: string, plugins: NonNullable<InstanceOptions['plugins']> = []) {
  const federation = createInstance({ name, remotes: [], plugins });
  // As the scope itself: the shell provides, and never has to choose between providers, which is a third of the runtime.
  const scope: Parameters<typeof federation.initShareScopeMap>[1] = {};
  for (const [module, { version, exports }] of Object.entries(sharedModules)) {
    const lib = () => exports;
    scope[module] = {
      [version]: {
        version,
        lib,
        get: () => lib,
        loaded: true,
        from: name,
        scope: [SHARE_SCOPE],
        shareConfig: { singleton: true, requiredVersion: `^${version}` },
        strategy: 'loaded-first',
        deps: [],
        useIn: [],
      },
    };
  }
  federation.initShareScopeMap(SHARE_SCOPE, scope);
  return federation;
}

export type Federation = ReturnType<typeof createFederation>;
