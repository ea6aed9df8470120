import type { RemoteModuleName } from '@plaza/contracts/remotes';
import { splitModuleName } from '@plaza/federation/module-name';
import type { Federation } from './federation.ts';
import {
  type BrowserRegistry,
  type BrowserRelease,
  type RemoteModule,
  type Remotes,
  toRemoteModule,
  withTimeout,
} from './remotes.ts';
import { loadStylesheets } from './stylesheets.ts';

const LOAD_TIMEOUT_MS = 10_000;
/** How long a failure is remembered, so that React can ask several times and get one answer. */
const FAILURE_KEPT_MS = 2_000;

export interface RemoteFailure {
  remote: string;
  version: string;
  reason: string;
}

/** Loads remotes over the network, each release at most once a page. */
export function createBrowserRemotes(input: {
  federation: Federation;
  registry: BrowserRegistry;
  onFailure: (failure: RemoteFailure) => void;
}): Remotes {
  const loaded = new Map<RemoteModuleName, RemoteModule>();
  const loading = new Map<RemoteModuleName, Promise<RemoteModule>>();
  const failures = new Map<string, number>();
  const versions = new Map<RemoteModuleName, string>();

  async function loadOnce(name: RemoteModuleName): Promise<RemoteModule> {
    const [remote, expose] = splitModuleName(name);
    const live = input.registry[remote];
    if (!live) throw new Error(`${remote} has not been released`);
    const attempt = failures.get(remote) ?? 0;
    const release = attempt >= 2 && live.previous ? live.previous : live;
    try {
      const container = register(input.federation, remote, release, attempt);
      const [module] = await withTimeout(
        Promise.all([
          input.federation.loadRemote<unknown>(`${container}/${expose}`),
          loadStylesheets(release.stylesheets.map((file) => release.baseUrl + file)),
        ]),
        LOAD_TIMEOUT_MS,
        name,
      );
      const checked = toRemoteModule(module, name);
      loaded.set(name, checked);
      versions.set(name, release.version);
      return checked;
    } catch (error) {
      // Several parts of one remote may fail together: that is one failed attempt, not several.
      failures.set(remote, Math.max(failures.get(remote) ?? 0, attempt + 1));
      input.onFailure({ remote, version: release.version, reason: String(error).slice(0, 500) });
      throw error;
    }
  }

  return {
    peek: (name) => loaded.get(name),
    isOff: (name) => input.registry[splitModuleName(name)[0]]?.isOff ?? false,
    versionOf: (name) => versions.get(name) ?? input.registry[splitModuleName(name)[0]]?.version ?? '',
    load(name) {
      const underWay = loading.get(name);
      if (underWay) return underWay;
      const promise = loadOnce(name);
      loading.set(name, promise);
      promise.catch(() => setTimeout(() => loading.delete(name), FAILURE_KEPT_MS));
      return promise;
    },
    forgetFailure(name) {
      if (!loaded.has(name)) loading.delete(name);
    },
    discard(name) {
      const [remote] = splitModuleName(name);
      loaded.delete(name);
      loading.delete(name);
      failures.set(remote, (failures.get(remote) ?? 0) + 1);
    },
  };
}

/**
 * Makes a release known to the runtime. A further attempt is a container of another name and address, because a module
 * that failed stays failed under its address for the life of the page.
 */
function register(federation: Federation, remote: string, release: BrowserRelease, attempt: number): string {
  const name = attempt === 0 ? remote : `${remote}_${attempt}`;
  const isRegistered = federation.options.remotes.some((known) => known.name === name);
  if (!isRegistered) {
    const again = attempt === 0 ? '' : `?attempt=${attempt}`;
    federation.registerRemotes([
      { name, entry: `${release.baseUrl}${release.entry}${again}`, type: 'module' },
    ]);
  }
  return name;
}
